/** A day of the calendar, which spreadsheets reckon with. */
export type Day = { readonly day: string };
/** Nothing is not nought: `null` was not counted. */
export type Cell = string | number | Day | null;
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

export const day = (text: string): Day => ({ day: text });

/** What a spreadsheet would take for a formula begins with an apostrophe, so that it stays text. */
export function harmless(text: string): string {
	const whole = text.toWellFormed();
	return /^[=+\-@\t\r\n]/.test(whole) ? `'${whole}` : whole;
}

/** As Excel in Finland opens it: marked as UTF-8, semicolons between the fields. */
export function csvOf({ head, rows }: Table): string {
	return `\uFEFF${[head, ...rows].map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
}

function field(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell).replace('.', ',');
	const text = typeof cell === 'string' ? harmless(cell) : cell.day;
	return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
