import { chosenNamesOf, helpersOf } from '#lib/identity/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { dayOf, today } from '#lib/platform/clock.ts';
import { refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { momentOfId } from '#lib/platform/randomness.server.ts';
import { type AddressKind, addresses } from '../addresses/store.server.ts';
import { type ContactRead, contacts } from '../contacts/store.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import type { Entry } from '../entries/entry.ts';
import { type Notice, noticesOf } from '../notices/notices.server.ts';
import { may } from '../policy.ts';
import { inOrder, type Step } from '../rights/story.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { isInReach } from './reach.server.ts';
import { hands, type ListedRow } from './store.server.ts';

/** What the desk sees of a case: without its words for those who may take it, with them for those who may read it. */
export type CaseSeen = {
	readonly of: CaseRow;
	/** The chosen name of whoever has it in hand; null: nobody. */
	readonly holderName: string | null;
	readonly isMine: boolean;
	readonly inside: CaseInside | null;
};

export type CaseStep = Step<ContactRead>;

type CaseInside = {
	/** Oldest first. */
	readonly history: readonly CaseStep[];
	/** What was sent to her, or waits to be sent. */
	readonly notices: readonly Notice[];
	/** Where she wants to be told; the address itself stays sealed. */
	readonly toldBy: readonly {
		readonly kind: AddressKind;
		readonly wantsText: boolean;
		readonly isReachable: boolean;
	}[];
	/** To whom it can be handed on. */
	readonly colleagues: readonly { readonly id: string; readonly chosenName: string }[];
};

/** Each reading of words leaves a trace. Of another organisation, past its day and not there look the same: `missing`. */
export async function readCase(id: string, actor: StaffActor): Promise<CaseSeen | Refusal> {
	const { db } = ground();
	const of = await cases(db).byId(id);
	if (!of || !isInReach(of, actor)) return refused('missing');
	const holderName = of.holder && ((await chosenNamesOf(db, [of.holder])).get(of.holder) ?? '');
	const inside = may(actor).read(of) ? await insideOf(db, of, actor) : null;
	return { of, holderName, isMine: of.holder === actor.id, inside };
}

async function insideOf(db: Queryable, of: CaseRow, actor: StaffActor): Promise<CaseInside> {
	await recordAudit(db, actor, { action: 'read', subject: 'case', subjectId: of.id });
	const colleagues = await helpersOf(db, of.organisationId);
	return {
		history: inOrder([
			...(await contacts(db).ofCase(of.id)).map(stepOfContact),
			...(await readEntries(db, of)).map(stepOfEntry),
		]),
		notices: await noticesOf(db, of.id),
		toldBy: (await addresses(db).ofCase(of.id)).map(({ kind, wantsText, isReachable }) => ({
			kind,
			wantsText,
			isReachable,
		})),
		colleagues: colleagues.filter(({ id }) => id !== of.holder),
	};
}

const stepOfContact = (contact: ContactRead): CaseStep => ({
	...{ kind: 'contact', day: contact.happenedOn, at: momentOfId(contact.id).toISOString(), contact },
});
const stepOfEntry = (entry: Entry): CaseStep => ({
	...{ kind: 'entry', day: dayOf(new Date(entry.writtenAt)), at: entry.writtenAt, entry },
});

export type CasesInView = {
	readonly waiting: readonly ListedRow[];
	readonly mine: readonly ListedRow[];
	/** In the hand of colleagues: for those who answer for the desk. */
	readonly others: readonly (ListedRow & { readonly holderName: string })[];
};

/** The lists of the desk: never a word of what is inside. */
export async function casesInView(actor: StaffActor): Promise<CasesInView> {
	const { db } = ground();
	const organisations = organisationsWhere(actor, 'helpAtDesk');
	const others = await hands(db).heldByOthers(actor.id, organisationsWhere(actor, 'correctClosings'), today());
	const names = await chosenNamesOf(
		db,
		others.flatMap(({ holder }) => holder ?? []),
	);
	return {
		waiting: await hands(db).waiting(organisations, today()),
		mine: await hands(db).heldBy(actor.id, organisations, today()),
		others: others.map((row) => ({ ...row, holderName: names.get(row.holder ?? '') ?? '' })),
	};
}
