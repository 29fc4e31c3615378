import { type ClosingRow, latestClosings } from '#lib/cases/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { type ListedFact, listFacts } from '#lib/ledger/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';

const LONGEST_LIST = 60;
/** Own closings are looked for among so many of the organisation. */
const LOOKED_THROUGH = 400;

export type Shown = { readonly closing: ClosingRow; readonly fact: ListedFact | null };

/** Own closings, and all of the organisation for those who answer for its figures; each with the codes of its fact. */
export async function recentClosings(actor: StaffActor): Promise<Shown[]> {
	const { db } = ground();
	const rows = await latestClosings(db, organisationsWhere(actor, 'helpAtDesk'), LOOKED_THROUGH);
	const seen = rows.filter((row) => seesAllOf(actor, row) || row.closedBy === actor.id).slice(0, LONGEST_LIST);
	return withFacts(seen);
}

export function seesAllOf(actor: StaffActor, { organisationId }: Pick<ClosingRow, 'organisationId'>): boolean {
	return organisationsWhere(actor, 'correctClosings').includes(organisationId);
}

async function withFacts(rows: readonly ClosingRow[]): Promise<Shown[]> {
	const from = rows.map(({ closedOn }) => closedOn).sort()[0];
	const organisations = [...new Set(rows.map(({ organisationId }) => organisationId))];
	const lists = organisations.map((organisationId) =>
		listFacts(ground().db, { organisationId, unit: 'contact', from }),
	);
	const facts = new Map((await Promise.all(lists)).flat().map((fact) => [fact.id, fact]));
	return rows.map((closing) => ({ closing, fact: facts.get(closing.factId ?? '') ?? null }));
}
