import { instant, dayOf, now, today } from '#lib/platform/clock.ts';
import { Away } from '#lib/platform/away.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { FetchedMail } from '#lib/platform/mail/imap.server.ts';
import type { Letter } from '#lib/platform/mail/letter.ts';
import { parseLetter } from '#lib/platform/mail/parse.server.ts';
import { addresses } from '../addresses/store.server.ts';
import { cases } from '../store.server.ts';
import { writerOf } from './automatic.ts';
import { beginCase, goOnInCase } from './enter.server.ts';
import { hashOfMail } from './marks.server.ts';
import { type Became, mailboxes, mailMarks, takenMails } from './store.server.ts';
import { caseOfFlood, caseOfThread, noticeOf } from './thread.server.ts';

/** Our side of a mailbox. */
export type Mailroom = {
	/** Of the mailbox, in the table of mailboxes. */
	readonly id: string;
	/** Our own address. */
	readonly ours: string;
};

/** Without a sign of life so long another node may read the mailbox. */
export const HELD_MS = 30_000;

const THANKED_MS = 3 * 86_400_000;

/** `deskId`: whom it concerns; null when nobody. */
type Sorted = { readonly became: Became; readonly deskId: string | null };

/**
 * Takes one mail out of the mailbox's order: what it becomes, that it was taken and how far the mailbox was read are one
 * transaction, so that a crash at any moment leaves it taken once or not at all. False when another node has read on.
 */
export async function takeMail(room: Mailroom, mail: FetchedMail): Promise<boolean> {
	const letter = mail.raw ? await parsed(mail.raw) : null;
	const hash = mail.raw ? await hashOfMail(markOf(letter, mail.raw)) : null;
	const { isMine, deskId } = await surely(room, { mail, letter, hash });
	if (deskId !== null) ground().bus.announce('queue', deskId);
	return isMine;
}

type Arrived = { readonly mail: FetchedMail; readonly letter: Letter | null; readonly hash: Buffer | null };

const TRIES = 3;
const failures = new Map<string, number>();

/** A mail over which we stumble again and again is told of as one that nobody can read: it must not hold up the others. */
async function surely(room: Mailroom, arrived: Arrived): ReturnType<typeof inOrder> {
	const key = `${room.id}/${arrived.mail.uidValidity}/${arrived.mail.uid}`;
	const isHopeless = (failures.get(key) ?? 0) >= TRIES;
	try {
		const taken = await inOrder(room, isHopeless ? { ...arrived, letter: null } : arrived);
		failures.delete(key);
		return taken;
	} catch (error) {
		if (!(error instanceof Away)) failures.set(key, (failures.get(key) ?? 0) + 1);
		throw error;
	}
}

async function inOrder(room: Mailroom, arrived: Arrived): Promise<{ isMine: boolean; deskId: string | null }> {
	const { mail, hash } = arrived;
	return ground().db.transaction(async (tx) => {
		const box = await mailboxes(tx).locked(room.id);
		const isPast = box?.uidValidity === mail.uidValidity && mail.uid <= box.lastUid;
		if (!box || isPast) return { isMine: false, deskId: null };
		let deskId: string | null = null;
		if (hash && !(await takenMails(tx).has(hash))) {
			const sorted = await sort(tx, room, arrived);
			deskId = sorted.deskId;
			await takenMails(tx).add(hash, dayOf(mail.arrivedAt) > today() ? today() : dayOf(mail.arrivedAt), sorted.became);
		}
		const { uidValidity, uid } = mail;
		await mailboxes(tx).moveOn(room.id, { uidValidity, uid, heldUntil: new Date(instant() + HELD_MS) });
		return { isMine: true, deskId };
	});
}

/** Null for what nobody can take apart: that it came is told all the same. */
async function parsed(raw: Buffer): Promise<Letter | null> {
	try {
		return await parseLetter(raw);
	} catch (error) {
		if (error instanceof Away) throw error;
		logError('mail-unreadable', error);
		return null;
	}
}

/** By its own id together with sender and date; without an id by every byte of it. */
function markOf(letter: Letter | null, raw: Buffer): string {
	if (!letter?.messageId) return raw.toString('latin1');
	return JSON.stringify([letter.messageId, letter.from, letter.headers.get('date') ?? '']);
}

async function sort(tx: Queryable, room: Mailroom, { mail, letter, hash }: Arrived): Promise<Sorted> {
	const clientId = `mail-${hash?.toString('hex').slice(0, 40)}`;
	if (!letter)
		return { became: 'unreadable', deskId: await beginCase(tx, { mail, letter, clientId, isThanked: false }) };
	if (letter.report) return { became: 'report', deskId: await takeReport(tx, letter, room.ours) };
	const writer = writerOf(letter, room.ours);
	if (writer === 'own' || writer === 'automatic') return { became: writer, deskId: null };
	const known = await caseOfThread(tx, letter, room.ours);
	if (known)
		return { became: 'entry', deskId: await goOnInCase(tx, known, { mail, letter, clientId, isAnswer: true }) };
	const flooded = letter.from && (await caseOfFlood(tx, letter.from));
	if (flooded) {
		return { became: 'entry', deskId: await goOnInCase(tx, flooded, { mail, letter, clientId, isAnswer: false }) };
	}
	// Of an old mail in a mailbox that is read for the first time nobody waits to hear.
	const isThanked = writer === 'person' && instant() - mail.arrivedAt.getTime() < THANKED_MS;
	return { became: 'case', deskId: await beginCase(tx, { mail, letter, clientId, isThanked }) };
}

/** A mail of ours came back: its case says so, and nothing more is sent there. */
async function takeReport(tx: Queryable, { report }: Letter, ours: string): Promise<string | null> {
	const notice = report?.hasFailed ? await noticeOf(tx, report.ids, ours) : null;
	if (!notice) return null;
	await mailMarks(tx).setReturned(notice.id, now());
	await addresses(tx).markUnreachable(notice.caseId, 'email', now());
	return (await cases(tx).byId(notice.caseId))?.deskId ?? null;
}
