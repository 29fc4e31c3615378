import { countFacts, type Dimension } from '#lib/ledger/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Row, rowsOf, sumOf } from './desk.ts';
import type { Period } from './period.ts';

export const DESK_DIMENSIONS = ['channel', 'topic', 'language', 'outcome'] as const satisfies readonly Dimension[];
type Tables = Readonly<Record<(typeof DESK_DIMENSIONS)[number], readonly Row[]>>;

/** The contacts of an organisation, reversals taken off. Exact: for those who may see its figures. */
export type Contacts = Tables & { readonly contacts: number; readonly minutes: number };

export async function contactsOf(db: Queryable, organisationId: string, { from, to }: Period): Promise<Contacts> {
	const of = async (by: Dimension): Promise<Row[]> =>
		rowsOf(await countFacts(db, { organisationId, unit: 'contact', from, to, by: [by] }), by);
	const [channel, topic, language, outcome] = await Promise.all(DESK_DIMENSIONS.map(of));
	const tables = { channel: channel ?? [], topic: topic ?? [], language: language ?? [], outcome: outcome ?? [] };
	return { ...tables, ...sumOf(tables.channel) };
}
