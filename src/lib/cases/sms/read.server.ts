import { createHash } from 'node:crypto';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { IncomingSms } from '#lib/platform/sms/receive.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { siteDesk } from '#lib/network/index.server.ts';
import { addresses } from '../addresses/store.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import type { NoticeSubject } from '../notices/notice.ts';
import { notices } from '../notices/store.server.ts';
import { cases } from '../store.server.ts';
import { makeCase } from '../visitor.server.ts';
import { giveNumber, hashOfNumber, hashOfTyped } from './number.server.ts';
import { smsCases } from './store.server.ts';
import { languageOfText, type SmsWord, wordIn } from './text.ts';

/**
 * A text message is a question in the case whose number it comes from; from a number that nobody knows it begins a case,
 * and she is told that it came. Single digits are for us. Gives false when no desk answers the site.
 */
export async function readSms(tx: Queryable, sms: IncomingSms): Promise<boolean> {
	const hash = await hashOfNumber(sms.from);
	await smsCases(tx).inTurn(hash);
	const known = await smsCases(tx).ofNumber(hash, today());
	const word = wordIn(sms.text);
	if (word === 'forget') await smsCases(tx).forgetTyped(await hashOfTyped(sms.from));
	if (word) return doAsTold(tx, known?.caseId ?? null, word);
	const caseId = known?.caseId ?? (await begin(tx, sms));
	if (caseId === null) return false;
	await addEntry(tx, caseId, { clientId: clientIdOf(sms), kind: 'question', channel: 'sms', text: sms.text });
	await cases(tx).startWaiting(caseId, now());
	return true;
}

async function begin(tx: Queryable, { from, text }: IncomingSms): Promise<string | null> {
	const desk = await siteDesk(tx);
	if (!desk) return null;
	const opening = { language: languageOfText(text), expiresOn: today(DAYS_CASE_KEPT) };
	const caseId = await makeCase(tx, desk, opening);
	await giveNumber(tx, caseId, from);
	await notify(tx, { caseId, about: 'received', number: null });
	return caseId;
}

/** From a number that nobody knows a digit means nothing but that no word of us is wanted there. */
async function doAsTold(tx: Queryable, caseId: string | null, word: SmsWord): Promise<boolean> {
	if (caseId === null) return true;
	if (word === 'forget') await addresses(tx).remove(caseId, 'sms');
	else await wantText(tx, caseId);
	return true;
}

/** From now on, and the newest answer at once, if there is one. */
async function wantText(tx: Queryable, caseId: string): Promise<void> {
	await addresses(tx).setWantsText(caseId, 'sms', true);
	const number = await smsCases(tx).newestAnswer(caseId);
	if (number !== null) await notify(tx, { caseId, about: 'answer', number });
}

type Word = { caseId: string; about: NoticeSubject; number: number | null };

async function notify(tx: Queryable, word: Word): Promise<void> {
	await notices(tx).add({ id: newId(), kind: 'sms', ...word }, now());
}

function clientIdOf({ id }: IncomingSms): string {
	return `sms-${createHash('sha256').update(id).digest('base64url').slice(0, 30)}`;
}
