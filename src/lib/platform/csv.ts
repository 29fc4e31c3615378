/** Signs that whoever writes a workbook drops (XML has no place for them); before a formula they would hide it. */
const UNSOUND = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/gu;

/** What a spreadsheet would take for a formula begins with an apostrophe, so that it stays text. */
export function harmless(text: string): string {
	const sound = text.toWellFormed().replace(UNSOUND, '');
	return /^[=+\-@\t\r\n]/.test(sound) ? `'${sound}` : sound;
}

/** Lines as RFC 4180 has them, marked as UTF-8. Texts of people have been made harmless before. */
export function csvLines(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
	return `\uFEFF${rows.map((row) => `${row.map((field) => quoted(field, separator)).join(separator)}\r\n`).join('')}`;
}

const quoted = (field: string, separator: string): string =>
	/["\r\n]/.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field;
