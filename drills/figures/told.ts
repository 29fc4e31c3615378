import type { Answer } from '../../bench/common/request.ts';
import type { Network } from '../common/network.ts';
import { type Sums, summed } from './recount.ts';

/** What the site tells of the month: its tables, its pages, its file. */
export async function waitsTold({ sql }: Network): Promise<Sums> {
	const rows = await sql<{ key: string; times: number }>(
		`select concat_ws(' ', month, weekday, hour, channel, became) as key, times from wait_counts where times > 0`,
	);
	return summed(rows.map(({ key, times }) => [key, times]));
}

const DIMENSIONS = { topic: 'topic', channel: 'channel', outcome: 'outcome', language: 'language' } as const;
export type Told = keyof typeof DIMENSIONS | 'service' | 'missing';

export async function ledgerTold({ sql }: Network, by: Told): Promise<Sums> {
	const keys = {
		...DIMENSIONS,
		service: `coalesce(service_id, '') || ' ' || coalesce(stuck_at, '')`,
		missing: 'guide_missing::text',
	};
	const rows = await sql<{ key: string; times: number }>(
		`select ${keys[by]} as key, sum(quantity)::int as times from facts where unit = 'contact' group by 1`,
	);
	return summed(rows.map(({ key, times }) => [key, times]));
}

export async function minutesTold({ sql }: Network): Promise<number> {
	const [row] = await sql<{ minutes: number }>(
		`select coalesce(sum(minutes * sign(quantity)), 0)::int as minutes from facts where unit = 'contact'`,
	);
	return row?.minutes ?? 0;
}

/** The tables of a page: their rows as numbers, in the order of the page. */
export function tablesIn({ body }: Answer): number[][][] {
	const tables = body.toString().match(/<table[\s\S]*?<\/table>/g) ?? [];
	return tables.map((table) =>
		(table.match(/<tr[\s\S]*?<\/tr>/g) ?? []).map(numbersIn).filter((row) => row.length > 0),
	);
}

/** Of the cells alone: what stands in the head of a row is its name. */
function numbersIn(row: string): number[] {
	const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell);
	return cells.flatMap((cell) => {
		const text = cell.replace(/<small[^>]*>[\s\S]*?<\/small>|<[^>]*>|<!--[\s\S]*?-->|[\s\u00a0]/g, '');
		return /^\d+%?$/.test(text) ? [Number.parseInt(text, 10)] : [];
	});
}

export type Line = {
	readonly level: string;
	readonly service: string;
	readonly step: string;
	readonly ending: string;
	readonly count: number | null;
};

/** The public file; null is hidden. None of its texts that matter here holds a comma or a quote. */
export function linesIn({ body }: Answer): Line[] {
	const [head = '', ...rows] = body
		.toString()
		.replace(/^\uFEFF/, '')
		.trim()
		.split('\r\n');
	const names = head.split(',');
	return rows.map((row) => {
		const fields = fieldsOf(row);
		const at = (name: string): string => fields[names.indexOf(name)] ?? '';
		const step = at('guide') === '' || at('guide') === 'none' ? at('guide') : `${at('guide')}#${at('step')}`;
		const count = at('hidden') === 'yes' ? null : Number(at('at_least'));
		return { level: at('level'), service: at('service'), step, ending: at('ending'), count };
	});
}

function fieldsOf(row: string): string[] {
	return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
