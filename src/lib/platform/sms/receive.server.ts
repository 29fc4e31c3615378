import * as v from 'valibot';
import { now } from '../clock.ts';
import { malformed, type Refusal } from '../command.server.ts';
import type { Queryable } from '../db/database.server.ts';
import { ground } from '../ground.server.ts';
import { pokeWorker } from '../jobs.server.ts';
import { logWarning } from '../log.server.ts';
import { readNumber } from './number.ts';
import { noteReceived } from './store.server.ts';

/** For the hourly sweep. */
export { deleteOldSmsIds } from './store.server.ts';

/** A text message that came in, from a number that can be answered. */
export type IncomingSms = { readonly id: string; readonly from: string; readonly text: string };
/**
 * What an area makes of a text message. Gives true when it was for it; then nobody after it is asked. All happens in the
 * transaction that takes the message.
 */
export type SmsReader = (tx: Queryable, sms: IncomingSms) => Promise<boolean>;

const LONGEST_TEXT = 10_000;
const schema = v.object({
	id: v.pipe(
		v.union([v.string(), v.number()], 'id'),
		v.transform(String),
		v.regex(/^\P{C}+$/u, 'id'),
		v.maxLength(100, 'id'),
	),
	from: v.pipe(v.string('from'), v.maxLength(60, 'from')),
	text: v.pipe(
		v.string('text'),
		v.maxLength(LONGEST_TEXT, 'text'),
		v.transform((text) => text.toWellFormed().replaceAll('\u0000', '').trim()),
	),
});

/** Takes what the gateway brings, once by its id. Whoever is in front of `readers` is asked first. */
export async function receiveSms(
	raw: unknown,
	readers: readonly SmsReader[],
): Promise<Refusal | { readonly isNew: boolean }> {
	const parsed = v.safeParse(schema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { id, from, text } = parsed.output;
	const isNew = await ground().db.transaction(async (tx) => {
		if (!(await noteReceived(tx, id, now()))) return false;
		await offer(tx, { id, from, text }, readers);
		return true;
	});
	if (isNew) pokeWorker();
	return { isNew };
}

/** Names instead of numbers are advertisements and automatic senders: nobody could answer them. */
async function offer(tx: Queryable, sms: IncomingSms, readers: readonly SmsReader[]): Promise<void> {
	const sender = readNumber(sms.from);
	if (!('number' in sender)) return logWarning('sms-of-nobody', { why: sender.wrong });
	if (sms.text === '') return logWarning('sms-without-words');
	for (const read of readers) if (await read(tx, { ...sms, from: sender.number })) return;
	logWarning('sms-for-nobody');
}
