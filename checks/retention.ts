import { KEPT, type Period } from '../src/lib/privacy/index.ts';
import { type Tree, textOf } from './tree.ts';

/** What docs/retention.md says of a table in its column «kept until». */
type Told = { readonly table: string; readonly until: string };

/** Where the data of src/lib/privacy/retention and the sheet that people read do not say the same. */
export function retentionFaults(tree: Tree, kept = KEPT): string[] {
	const told = toldIn(textOf(tree, 'docs/retention.md'));
	const classed = kept.flatMap(({ tables }) => tables);
	return [
		...told.filter(({ table }) => !classed.includes(table)).map(({ table }) => `${table} is of no class in kept.ts`),
		...classed.filter((table) => !told.some((row) => row.table === table)).map((table) => `${table} is not told`),
		...classed.filter((table, at) => classed.indexOf(table) !== at).map((table) => `${table} is of two classes`),
		...kept.flatMap(({ tables, period }) => {
			const rows = told.filter(({ table }) => tables.includes(table));
			return rows.filter(({ until }) => !says(until, period)).map(({ table }) => `${table} is told another time`);
		}),
	];
}

/** The first row of a class says it, those after it may say «same». Without a clock there is nothing to compare. */
function says(until: string, period: Period): boolean {
	if (typeof period === 'string') return !/\b\d+ (?:day|hour|minute)s?\b/.test(until);
	return until.includes(inWords(period)) || /\bsame\b/.test(until);
}

function inWords(period: Exclude<Period, string>): string {
	if ('days' in period) return period.days === 1 ? '1 day' : `${period.days} days`;
	return period.minutes < 60 ? `${period.minutes} minutes` : `${period.minutes / 60} hours`;
}

function toldIn(sheet: string): Told[] {
	return [...sheet.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].flatMap(([, table = '', cells = '']) => {
		const columns = cells.split('|').map((cell) => cell.trim());
		return columns.length === 5 ? [{ table, until: columns[3] ?? '' }] : [];
	});
}
