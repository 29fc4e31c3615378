import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { hashOfNumber as keyedHash } from '#lib/platform/sms/known.server.ts';
import { addresses, placeOfAddress } from '../addresses/store.server.ts';
import { cases } from '../store.server.ts';
import { keepWords, sealInCase } from '../words.server.ts';
import { smsCases } from './store.server.ts';

/** Of a number from which she wrote to us. */
export const hashOfNumber = (number: string): Promise<Buffer> => keyedHash(number, '');

/** Of a number that was typed on the site and may be anybody's: it leads no message into a case. */
export const hashOfTyped = (number: string): Promise<Buffer> => keyedHash(number, 'typed');

/** Where she wants to be told, and by which what she sends finds this case. A number given before is replaced. */
export async function giveNumber(tx: Queryable, caseId: string, number: string): Promise<void> {
	const of = await cases(tx).locked(caseId);
	if (!of) throw new Error('a number was given for a case that is not there');
	const kept = await keepWords(tx, of);
	const sealed = await sealInCase(kept, placeOfAddress(caseId, 'sms'), number);
	await addresses(tx).put(caseId, { kind: 'sms', sealed, wantsText: false }, now());
	await smsCases(tx).know(caseId, await hashOfNumber(number));
}
