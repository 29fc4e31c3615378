import type { Network } from '../common/network.ts';

/** What the site does by itself all the time, or with whatever request comes first. */
const NOISE = new Set(['jobs', 'desk_presences', 'desk_watches', 'links', 'migrations', 'sign_in_sessions']);

export type Row = { readonly table: string; readonly text: string };

/** Now, as the database counts it. */
export async function mark(network: Network): Promise<string> {
	const [row] = await network.sql<{ now: string }>('select pg_current_xact_id()::text as now');
	return row?.now ?? '0';
}

/** All rows that were written since. */
export async function writtenSince(network: Network, since: string): Promise<Row[]> {
	const names = await tables(network);
	const each = names.map(
		(name) => `select '${name}' as "table", to_jsonb(t)::text as text from "${name}" t
		where t.xmin::text::bigint >= $1::bigint`,
	);
	return network.sql<Row>(each.join(' union all '), [since]);
}

async function tables(network: Network): Promise<string[]> {
	const rows = await network.sql<{ name: string }>(
		`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
	);
	return rows.map(({ name }) => name);
}

/** Rows that nobody's request needs to explain. */
export const isNoise = ({ table }: Row): boolean => NOISE.has(table);

/** What kind of row it is: what differs each time, such as ids, times, seals and numbers, left out. */
export function shapeOf({ table, text }: Row): string {
	const row: Record<string, unknown> = JSON.parse(text);
	const parts = Object.entries(row).map(([name, value]) => `${name}=${kindOf(value)}`);
	return `${table}: ${parts.join(' ')}`;
}

function kindOf(value: unknown): string {
	if (typeof value === 'number') return 'number';
	if (typeof value !== 'string') return JSON.stringify(value);
	if (/^\\x|^\$argon2|^[0-9a-f]{8}-|^\d{4}-\d\d-\d\d|[0-9a-f]{8}|^\d+$/.test(value)) return 'something';
	return value;
}
