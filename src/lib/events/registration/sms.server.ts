import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { IncomingSms } from '#lib/platform/sms/receive.server.ts';
import { ofOne } from './confirm.server.ts';
import { takingOffer } from './offer.server.ts';
import type { Registration } from './registration.ts';
import { ended } from './seats.ts';
import { registrations } from './store.server.ts';
import { doInTurn, type Step } from './turns.server.ts';
import { hashOfContact } from './ways.server.ts';

/**
 * What a single digit means to whoever we told of her registration by text message: `0` takes back the one that we wrote
 * about last, `1` takes the seat that is offered her. Whoever has none to come is not meant here: with her the same digits
 * are for the desk (docs/decisions/0029).
 */
export async function readRegistrationSms(tx: Queryable, sms: IncomingSms): Promise<boolean> {
	const digit = digitIn(sms.text);
	if (digit === null) return false;
	const told = await registrations(tx).toldBySms(await hashOfContact(sms.from), now());
	const meant = digit === '0' ? told[0] : told.find(({ state }) => state === 'offered');
	if (!meant) return false;
	// In its turn it may be over: it was meant for us all the same, and she is told that it is over.
	await doInTurn(tx, meant.occurrenceId, ofOne(meant.id, digit === '0' ? takingBack : takingOffer));
	return true;
}

/** Her number stays until the day on which all goes: without it nobody could tell her that it is done. */
const takingBack = (one: Registration): Step => ({
	row: ended(one, 'cancelled'),
	word: { about: 'withdrawn', key: 'withdrawn' },
});

function digitIn(text: string): '0' | '1' | null {
	const bare = text.normalize('NFKC').replace(/[\s.,"'«»”]/g, '');
	return bare === '0' || bare === '1' ? bare : null;
}
