import * as v from 'valibot';
import { malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import { byToken, ofOne } from './confirm.server.ts';
import { withoutContact } from './offer.server.ts';
import type { Registration } from './registration.ts';
import { cancelSchema } from './schema.ts';
import { COMES, ended } from './seats.ts';
import { inTurn, type Step } from './turns.server.ts';

/** She does not come, or fewer of them do. What she left of herself is erased with the last seat. */
export async function cancelRegistration(raw: unknown): Promise<Registration | Refusal> {
	const parsed = v.safeParse(cancelSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { token, keeps } = parsed.output;
	const found = await byToken(token);
	if (!found) return refused('missing');
	return inTurn(
		found.occurrenceId,
		ofOne(found.id, (one) => cancelling(one, keeps)),
	);
}

function cancelling(one: Registration, keeps: number): Step | Refusal {
	if (one.state === 'cancelled') return { row: one };
	if (!COMES.includes(one.state)) return refused('hold-over');
	if (keeps > 0) return keeps < one.seats ? { row: { ...one, seats: keeps } } : { row: one };
	return { row: withoutContact(ended(one, 'cancelled')), forgets: true };
}
