import { csvLines, harmless } from '#lib/platform/csv.ts';

/** A day of the calendar, which spreadsheets reckon with. */
export type Day = { readonly day: string };
/** Nothing is not nought: `null` was not counted. */
export type Cell = string | number | Day | null;
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

export const day = (text: string): Day => ({ day: text });

/** As Excel in Finland opens it: semicolons between the fields. */
export function csvOf({ head, rows }: Table): string {
	return csvLines(
		[head, ...rows].map((row) => row.map(field)),
		';',
	);
}

function field(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell).replace('.', ',');
	return typeof cell === 'string' ? harmless(cell) : cell.day;
}
