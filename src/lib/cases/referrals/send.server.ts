import * as v from 'valibot';
import { deskById, type DeskRow, readOrganisations } from '#lib/network/index.server.ts';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { DAYS_CASE_KEPT, mask } from '#lib/privacy/index.ts';
import { type KnownCodes, unknownCodes } from '../contacts/known.ts';
import { addEntry } from '../entries/entries.server.ts';
import { clientId, id, slugOrNone, wordsOrNone } from '../schema.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { giveCode, makeCase } from '../visitor.server.ts';
import { COMES, type Referral } from './referral.ts';
import { referrals } from './store.server.ts';

const LONGEST_NOTE = 1_000;

const HIDDEN = v.picklist(['hetu', 'iban', 'card', 'code']);
const referralSchema = v.object({
	...{ clientId, deskId: v.string('desk'), organisationId: v.string('office') },
	how: v.picklist(COMES, 'how'),
	...{ topic: v.string('topic'), serviceId: slugOrNone, language: v.string('language') },
	text: v.pipe(wordsOrNone, v.maxLength(LONGEST_NOTE, 'too-long')),
	/** What the page between has hidden: the words do not show it any more. */
	alreadyHidden: v.optional(
		v.pipe(
			v.string(),
			v.transform((kinds) => kinds.split(',').filter((kind) => v.is(HIDDEN, kind))),
		),
		'',
	),
});
type Typed = v.InferOutput<typeof referralSchema>;

/** A code to be read once; null: none was wished, or the form was sent before. */
export type Referred = { readonly id: string; readonly code: string | null; readonly expiresOn: string };

/**
 * A clerk of a partner office sends a client to a desk: a case that waits there, signed with the office, nameless. The
 * same form sent twice, or twice at once, is one referral. Refused with `secrets` when the note holds a number that must
 * not be stored.
 */
export function referClient(known: KnownCodes): (raw: unknown, actor: StaffActor) => Promise<Referred | Refusal> {
	const refer = referring(known);
	return (raw, actor) => againAfterTwin(() => refer(raw, actor));
}

const referring = (known: KnownCodes) =>
	command({
		input: referralSchema,
		load: deskAndOffice,
		allow: (_, _at: Within<StaffActor>, typed) => {
			const unknown = unknownCodes(typed, known);
			if (unknown) return refused('malformed', unknown);
			return mask(typed.text).spans.length > 0 ? refused('secrets') : true;
		},
		run: async (place, at, typed): Promise<Referred | Refusal> => {
			const earlier = await referrals(at.tx).ofClient(typed.clientId);
			if (!earlier) return referOnce(place, at, typed);
			if (earlier.accountId !== at.actor.id) return refused('other-form');
			return { id: earlier.caseId, code: null, expiresOn: today(DAYS_CASE_KEPT) };
		},
		present: (referred) => referred,
	});

type Place = { readonly desk: DeskRow; readonly office: string };

/** The name of the office as the desk reads it; an office that is not hers looks as if it were not there. */
async function deskAndOffice({ deskId, organisationId }: Typed, at: Within<StaffActor>): Promise<Place | null> {
	if (!may(at.actor).referClients(organisationId)) return null;
	const desk = await deskById(at.tx, deskId);
	const names = (await readOrganisations(at.tx)).find((one) => one.id === organisationId)?.names;
	return desk && { desk, office: inLanguage(names, 'fi') };
}

async function referOnce({ desk, office }: Place, at: Within<StaffActor>, typed: Typed): Promise<Referred> {
	const { tx, actor, audit, announce } = at;
	const expiresOn = today(DAYS_CASE_KEPT);
	const caseId = await makeCase(tx, desk, { language: typed.language, expiresOn });
	await referrals(tx).add({ ...typed, caseId, accountId: actor.id });
	await addEntry(tx, caseId, {
		...{ clientId: typed.clientId, kind: 'referral', text: typed.text, language: actor.language },
		...{ by: { accountId: actor.id, signed: office }, alreadyHidden: typed.alreadyHidden },
	});
	await cases(tx).startWaiting(caseId, now());
	await audit({ action: 'refer', subject: 'case', subjectId: caseId });
	announce('queue', desk.id);
	return { id: caseId, code: typed.how === 'here' ? await codeForPaper(at, caseId) : null, expiresOn };
}

async function codeForPaper({ tx }: Within<StaffActor>, caseId: string): Promise<string> {
	const code = await giveCode(tx, caseId, true);
	await referrals(tx).noteCode(caseId);
	return code;
}

type OwnReferral = { readonly referral: Referral; readonly of: CaseRow };

/** The paper was lost on the way: another code, as long as nobody has used the first and nobody has begun to help. */
export const anotherReferralCode = command({
	input: v.object({ id }),
	load: async ({ id }, { tx, actor }: Within<StaffActor>): Promise<OwnReferral | null> => {
		const of = await cases(tx).locked(id);
		const referral = await referrals(tx).ofOffice(id, organisationsWhere(actor, 'referClients'));
		return of && referral && { of, referral };
	},
	allow: ({ referral }) => mayMakeAnother(referral) || refused('code-used'),
	run: async ({ of }, at): Promise<Referred> => {
		await at.audit({ action: 'give-code', subject: 'case', subjectId: of.id });
		return { id: of.id, code: await codeForPaper(at, of.id), expiresOn: of.expiresOn };
	},
	present: (referred) => referred,
});

/** With a code the words of a case can be read: the office makes none once there may be words that are not its own. */
export function mayMakeAnother({ codeUnused, isHeld, hasMore, outcome }: Referral): boolean {
	return codeUnused && !isHeld && !hasMore && outcome === null;
}
