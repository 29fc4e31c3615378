import { today } from '#lib/platform/clock.ts';
import { RESYNC } from '#lib/platform/bus.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { enqueue, type JobHandler } from '#lib/platform/jobs.server.ts';
import { expireCases, keepCaseUntil, removeCases } from '#lib/cases/index.server.ts';
import type { Deleted } from '#lib/privacy/index.server.ts';
import type { Conversation } from './conversation.ts';
import { endWaits } from './holding/waiting.server.ts';
import { resealMachineDrafts } from './interpreting/reseal.server.ts';
import { resealBeside } from './notes/reseal.server.ts';
import { dropAllRecent, dropRecent } from './recent.server.ts';
import { messages } from './messages/store.server.ts';
import { conversations } from './store.server.ts';
import { dropAllKeys, dropKey, type Kept, keyNameOf, openTexts, sealText } from './words.server.ts';

const LARGEST_SWEEP = 200;

/**
 * Moves the conversation to another day of expiry: everything is sealed anew under that day with a new share, and the
 * old share is destroyed after the commit. The day shown to the visitor is then exact in every backup too.
 */
export async function postponeExpiry(
	tx: Queryable,
	conversation: Conversation,
	expiresOn: string,
): Promise<Conversation> {
	const moved = { ...conversation, expiresOn };
	const rows = await messages(tx).after(conversation.id, 0, conversation.lastSeq);
	const texts = await openTexts(conversation, rows);
	for (const [place, { seq, author }] of rows.entries()) {
		const text = texts[place] ?? null;
		if (text !== null) await messages(tx).reseal(conversation.id, seq, await sealText(moved, seq, author, text));
	}
	await resealBeside(tx, conversation, moved);
	await resealMachineDrafts(tx, conversation, moved);
	await conversations(tx).setExpiry(conversation.id, expiresOn);
	await keepCaseUntil(tx, conversation.caseId, expiresOn);
	await forgetLater(tx, conversation);
	return moved;
}

/** Forgets everything that was written in a case: keys first in effect, rows in the same transaction. */
export async function eraseCase(tx: Queryable, caseId: string): Promise<readonly { id: string; deskId: string }[]> {
	const written = await conversations(tx).ofCase(caseId);
	for (const conversation of written) await forgetLater(tx, conversation);
	await endWaits(tx, idsOf(written), 'abandoned');
	await removeCases(tx, [caseId]);
	return written;
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** The destruction of a share is a job of the same transaction, so that no crash can leave it undone. */
async function forgetLater(tx: Queryable, { id, expiresOn }: Kept): Promise<void> {
	await enqueue(tx, { kind: 'forget', key: `${id}/${expiresOn}`, payload: { id, expiresOn } });
}

export const forget: JobHandler = async (payload) => {
	const kept = { id: String(payload.id), expiresOn: String(payload.expiresOn) };
	await ground().keystore.forget(keyNameOf(kept));
	dropEverywhere(kept.id);
};

/** Destroys the keys of every past day and deletes the rows (P32, P36), those of cases too. */
export async function expireTalks(): Promise<Deleted> {
	const { db, keystore } = ground();
	const keyDays = await keystore.destroyBefore('chat', today());
	let rows = 0;
	for (let more = true; more; ) {
		const past = await conversations(db).expiredBefore(today(), LARGEST_SWEEP);
		// Her wait may be the last that is told of her: that nobody came.
		await db.transaction((tx) => endWaits(tx, idsOf(past), 'unanswered'));
		await conversations(db).remove(idsOf(past));
		for (const row of past) dropEverywhere(row.id);
		rows += past.length;
		more = past.length === LARGEST_SWEEP;
	}
	const past = await expireCases();
	return { rows: rows + past.rows, keyDays: [...keyDays, ...past.keyDays] };
}

function dropEverywhere(id: string): void {
	dropFromMemory(id);
	ground().bus.announceElsewhere(FORGOTTEN, id);
}

/**
 * Hears from other nodes what is to be dropped from memory here. A word that got lost does no harm for long: keys and
 * texts stay for a minute at most, and whoever was out of reach drops everything.
 */
export function hearForgetting(): (() => void)[] {
	const { bus } = ground();
	return [
		bus.on(FORGOTTEN, dropFromMemory),
		bus.on('gone', dropFromMemory),
		bus.on(RESYNC, () => {
			dropAllKeys();
			dropAllRecent();
		}),
	];
}

const FORGOTTEN = 'forgotten';

function dropFromMemory(id: string): void {
	dropKey(id);
	dropRecent(id);
}
