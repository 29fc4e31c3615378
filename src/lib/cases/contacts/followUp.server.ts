import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { factById, recordFact, reverseFact } from '#lib/ledger/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { caseWithin } from '../case/reach.server.ts';
import { FOLLOW_UPS, type FollowUp } from '../codes.ts';
import { may } from '../policy.ts';
import { id } from '../schema.ts';
import type { CaseRow } from '../store.server.ts';
import { type ContactRead, contacts } from './store.server.ts';

const followUpSchema = v.object({ id, contactId: id, code: v.picklist(FOLLOW_UPS, 'follow-up') });
type Loaded = { readonly of: CaseRow; readonly contact: ContactRead };

/**
 * What became of somebody who was sent on. In her case it stands with a name; into the figures goes the code alone: the
 * fact of the contact is reversed, and recorded anew with it. So the contact is counted once, whenever one looks.
 */
export const noteFollowUp = command({
	input: followUpSchema,
	load: contactWithin,
	allow: ({ of, contact }, { actor }: { actor: StaffActor }) =>
		contact.referredTo === null ? refused('not-referred') : may(actor).write(of) || refused('not-held'),
	run: async ({ of, contact }, { tx, actor, audit }, { code }) => {
		if (contact.followedUp === code) return of;
		const { id: accountId, chosenName: signed } = actor;
		await contacts(tx).followUp(contact.id, { code, accountId, signed, notedOn: today() });
		const counted = await countAnew(tx, contact.closingId, code);
		if (isRefusal(counted)) return counted;
		await audit({ action: 'follow-up', subject: 'case', subjectId: of.id, reason: code });
		return of;
	},
	present: ({ id }) => ({ id }),
});

async function contactWithin(
	{ id, contactId }: v.InferOutput<typeof followUpSchema>,
	at: Within<StaffActor>,
): Promise<Loaded | null> {
	const of = await caseWithin({ id }, at);
	const contact = of && (await contacts(at.tx).ofCase(of.id)).find((one) => one.id === contactId);
	return contact ? { of, contact } : null;
}

async function countAnew(tx: Queryable, closingId: string, followedUp: FollowUp): Promise<Refusal | null> {
	const factId = await contacts(tx).factOf(closingId);
	const fact = factId && (await factById(tx, factId));
	if (!factId || !fact) return null;
	const reversed = await reverseFact(tx, factId);
	if (isRefusal(reversed)) return reversed;
	await contacts(tx).setFact(closingId, await recordFact(tx, { ...fact, followedUp }));
	return null;
}
