import { may as mayInIdentity, type StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import {
	againAfterTwin,
	command,
	isRefusal,
	refused,
	type Refusal,
	type Within,
} from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { deskById, type DeskRow } from '#lib/network/index.server.ts';
import { caseWithin } from '../case/reach.server.ts';
import { hands } from '../case/store.server.ts';
import { endWait } from '../case/waiting.server.ts';
import { closingOfClient } from '../closings/closing.server.ts';
import type { ClosingCodes } from '../codes.ts';
import { addEntry } from '../entries/entries.server.ts';
import { noticeOfAnswer } from '../notices/notices.server.ts';
import { may } from '../policy.ts';
import type { ClosingRow } from '../closings/store.server.ts';
import type { CaseRow } from '../store.server.ts';
import { makeCase } from '../visitor.server.ts';
import { type KnownCodes, stuckAt, unknownInContact } from './known.ts';
import { recordContact } from './record.server.ts';
import { contactSchema, type TypedContact } from './schema.ts';
import { contacts } from './store.server.ts';
import { roleAt } from './role.ts';

type Recorded = { readonly closingId: string; readonly caseId: string | null };
type Loaded = { readonly desk: DeskRow; readonly of: CaseRow | null };

/**
 * Records what happened on the phone, at a desk, by mail: one contact and, if it counts, one nameless fact. In a case, in
 * a new one for somebody who may come back, or in none. The same form sent twice, or twice at once, is one contact.
 */
export function recordAtDesk(known: KnownCodes): (raw: unknown, actor: StaffActor) => Promise<Recorded | Refusal> {
	const record = recording(known);
	return (raw, actor) => againAfterTwin(() => record(raw, actor));
}

const recording = (known: KnownCodes) =>
	command({
		input: contactSchema,
		load: deskAndCase,
		allow: ({ of }, { actor }: { actor: StaffActor }) => of === null || may(actor).close(of) || refused('not-held'),
		run: async (loaded, at, typed): Promise<Recorded | Refusal> => {
			const unknown = unknownInContact(typed, known);
			if (unknown) return refused('malformed', unknown);
			const earlier = await closingOfClient(at.tx, typed.clientId);
			if (earlier) return recordedBefore(at.tx, earlier, loaded.desk);
			return recordOnce(loaded, at, { ...typed, stuckAt: stuckAt(typed, known) });
		},
		present: (recorded) => recorded,
	});

async function deskAndCase(typed: TypedContact, at: Within<StaffActor>): Promise<Loaded | null> {
	const desk = await deskById(at.tx, typed.deskId);
	if (!desk || !mayInIdentity(at.actor).helpAtDesk(desk.organisationId)) return null;
	if (typed.caseId === null) return { desk, of: null };
	const of = await caseWithin({ id: typed.caseId }, at);
	return of?.organisationId === desk.organisationId ? { desk, of } : null;
}

async function recordedBefore(tx: Queryable, { id, deskId }: ClosingRow, desk: DeskRow): Promise<Recorded | Refusal> {
	if (deskId !== desk.id) return refused('other-contact');
	return { closingId: id, caseId: await contacts(tx).caseOfClosing(id) };
}

type Placed = TypedContact & { readonly stuckAt: string | null };

async function recordOnce({ desk, of }: Loaded, at: Within<StaffActor>, typed: Placed): Promise<Recorded | Refusal> {
	const { tx, actor, audit } = at;
	const caseId = of?.id ?? (await newCaseFor(tx, desk, typed));
	const { clientId, channel, placeId, language, day } = typed;
	const happened = {
		...{ clientId, caseId, desk, channel, placeId, language, day },
		...{ closedBy: actor.id, helperRole: roleAt(actor, desk.organisationId), signed: actor.chosenName },
	};
	const closing = await recordContact(tx, happened, codesOf(typed));
	if (isRefusal(closing)) return closing;
	if (caseId !== null) {
		await writeBeside(tx, caseId, actor, typed);
		if (of) await endWait(tx, of);
		await hands(tx).put(caseId, of === null || typed.staysInHand ? actor.id : null, now());
		await audit({ action: of ? 'record-contact' : 'open', subject: 'case', subjectId: caseId });
	}
	return { closingId: closing.id, caseId };
}

/** What is written for later needs a case to lie in. */
async function newCaseFor(tx: Queryable, desk: DeskRow, typed: TypedContact): Promise<string | null> {
	if (!typed.opensCase && !typed.note && !typed.answer) return null;
	return makeCase(tx, desk, { language: typed.language, expiresOn: today(DAYS_CASE_KEPT) });
}

async function writeBeside(tx: Queryable, caseId: string, actor: StaffActor, typed: TypedContact): Promise<void> {
	const { clientId, note, answer } = typed;
	const by = { accountId: actor.id, signed: actor.chosenName };
	if (note) await addEntry(tx, caseId, { clientId: `${clientId}-note`, kind: 'note', text: note, by });
	if (!answer) return;
	const entry = { clientId: `${clientId}-answer`, kind: 'answer', text: answer, channel: 'site', by } as const;
	await noticeOfAnswer(tx, caseId, await addEntry(tx, caseId, entry));
}

function codesOf({ topic, serviceId, outcome, minutes, ageBand, gender, ...more }: Placed): ClosingCodes {
	const { need, stuckAt, referredTo, guideMissing } = more;
	return { topic, serviceId, outcome, minutes, ageBand, gender, need, stuckAt, referredTo, guideMissing };
}
