/** A table as a file that spreadsheets open in any language: marked as UTF-8, lines as RFC 4180 has them. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** What a spreadsheet would take for a formula begins with an apostrophe, so that it stays text. */
function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
