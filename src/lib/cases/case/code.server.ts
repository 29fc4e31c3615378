import * as v from 'valibot';
import { may as mayInIdentity, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { deskById, type DeskRow } from '#lib/network/index.server.ts';
import { entries } from '../entries/store.server.ts';
import { may } from '../policy.ts';
import { id, tick } from '../schema.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { caseOfCode, endOtherSessions, giveCode, moveCase, VISITOR_SESSIONS_CHANGED } from '../visitor.server.ts';
import { caseWithin, isKept } from './reach.server.ts';
import { hands } from './store.server.ts';

/**
 * A code for a paper, to be read once. The one before it leads nowhere from now on, and whoever is in by it, in whatever
 * browser, is out: she may ask for another one because of them.
 */
export const makePaperCode = command({
	input: v.object({ id }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).giveCode(of) || refused('not-held'),
	run: async (of, { tx, audit, announce }) => {
		const code = await giveCode(tx, of.id, true);
		await endOtherSessions(tx, of.id, undefined);
		announce(VISITOR_SESSIONS_CHANGED, of.id);
		await audit({ action: 'give-code', subject: 'case', subjectId: of.id });
		return { code, language: of.language, expiresOn: of.expiresOn };
	},
	present: (made) => made,
});

type Opened = { readonly id: string; readonly movedFrom: string | null };
/** It is looked after elsewhere, and the helper has not said yet that it goes on here. */
type Elsewhere = { readonly elsewhere: string };
type Loaded = { readonly of: CaseRow; readonly desk: DeskRow };

/**
 * The person is here and gives her code: the helper has her case in hand, whoever had it before. A case of another
 * organisation comes over when the helper says so; its notes stay behind, and are deleted (docs/decisions/0021). Wrong,
 * expired and unknown codes are alike: `missing`.
 */
export const openByCode = command({
	input: v.object({ code: v.pipe(v.string('code'), v.maxLength(200)), deskId: v.string('desk'), bring: tick }),
	load: codeAndDesk,
	allow: ({ desk }, { actor }: { actor: StaffActor }) => mayInIdentity(actor).helpAtDesk(desk.organisationId),
	run: async ({ of, desk }, at, { bring }): Promise<Opened | Elsewhere | Refusal> => {
		const isOwn = organisationsWhere(at.actor, 'helpAtDesk').includes(of.organisationId);
		if (!isOwn && !bring) return { elsewhere: of.organisationId };
		if (!isOwn) await bringHere(at, of, desk);
		await hands(at.tx).put(of.id, at.actor.id, now());
		await hands(at.tx).noteCodeSeen(of.id);
		const reason = isOwn ? {} : { reason: `from ${of.organisationId}` };
		await at.audit({ action: 'open-by-code', subject: 'case', subjectId: of.id, ...reason });
		return { id: of.id, movedFrom: isOwn ? null : of.organisationId };
	},
	present: (done) => done,
});

async function codeAndDesk(
	{ code, deskId }: { code: string; deskId: string },
	{ tx }: Within<StaffActor>,
): Promise<Loaded | null> {
	const found = await caseOfCode(tx, code);
	const of = found && (await cases(tx).locked(found.id));
	const desk = await deskById(tx, deskId);
	return of && isKept(of) && desk ? { of, desk } : null;
}

/** What the helpers of the first wrote for themselves does not go along; their contacts stay theirs in the figures. */
async function bringHere({ tx }: Within<StaffActor>, of: CaseRow, desk: DeskRow): Promise<void> {
	await moveCase(tx, of.id, desk);
	await entries(tx).removeNotes(of.id);
}
