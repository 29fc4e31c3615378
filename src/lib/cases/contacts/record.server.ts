import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { closingOfClient, type EndedContact, recordClosing } from '../closings/closing.server.ts';
import type { ClosingCodes } from '../codes.ts';
import { answerReferral } from '../referrals/answer.server.ts';
import type { ClosingRow } from '../closings/store.server.ts';
import { cases } from '../store.server.ts';
import { keepCase } from '../words.server.ts';
import { contacts } from './store.server.ts';

/** A contact that has happened, over whatever channel, in a case or, with null, in none. */
export type Happened = Omit<EndedContact, 'contactId' | 'clientId'> & {
	/** Makes it once: sent again it is the same contact (P03). */
	readonly clientId: string;
	readonly caseId: string | null;
	/** The chosen name of the helper. */
	readonly signed: string;
};

/**
 * Records a contact in its case, and, if it counts, one nameless fact. The closing does not know the case: what is
 * counted must not lead back to anybody. Refused with `other-contact` when the client id was used at another desk.
 */
export async function recordContact(
	tx: Queryable,
	happened: Happened,
	codes: ClosingCodes,
): Promise<ClosingRow | Refusal> {
	const earlier = await closingOfClient(tx, happened.clientId);
	if (earlier) return earlier.deskId === happened.desk.id ? earlier : refused('other-contact');
	const { caseId, signed, ...ended } = happened;
	const sentBy = caseId === null ? null : await answerReferral(tx, caseId, codes.outcome);
	const referredBy = ended.referredBy ?? sentBy;
	const closing = await recordClosing(tx, { ...ended, referredBy, contactId: newId() }, codes);
	if (isRefusal(closing) || caseId === null) return closing;
	const of = await cases(tx).locked(caseId);
	if (!of) return refused('missing');
	// A chat is kept for thirty days, as its visitor was told; it lengthens nothing.
	if (ended.channel !== 'chat') await keepCase(tx, of);
	await contacts(tx).add({
		...{ id: newId(), caseId, closingId: closing.id, deskId: closing.deskId, organisationId: closing.organisationId },
		...{ accountId: ended.closedBy, helperRole: ended.helperRole, signed, channel: ended.channel },
		...{ placeId: ended.placeId ?? null, language: ended.language, happenedOn: ended.day, minutes: codes.minutes },
		...{ topic: codes.topic, serviceId: codes.serviceId, outcome: codes.outcome },
		referredTo: codes.referredTo ?? null,
	});
	return closing;
}
