import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, day, type Table } from './table.ts';
import { workbookOf } from './workbook.server.ts';

/** As another program reads a file of ours. */
function readAgain(file: Buffer | string): { sheet: xlsx.WorkSheet; rows: unknown[][] } {
	const options = { cellFormula: true, cellNF: true, raw: true, FS: ';' };
	const book = typeof file === 'string' ? xlsx.read(file, { ...options, type: 'string' }) : xlsx.read(file, options);
	const sheet = book.Sheets[book.SheetNames[0] ?? ''];
	if (!sheet) throw new Error('no sheet');
	return { sheet, rows: xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null }) };
}

const TABLE: Table = {
	head: ['code', 'day', 'count', 'name'],
	rows: [
		['005', day('2026-03-29'), 0, 'Кафе; "Мост"\nвторая строка'],
		['297', day('2026-10-25'), null, 'Ääni'],
	],
};

test('codes keep their noughts, days are days, and what was not counted is empty and not nought', async () => {
	const { sheet, rows } = readAgain(await workbookOf(TABLE, 'dates'));
	expect(rows).toEqual([
		['code', 'day', 'count', 'name'],
		['005', new Date('2026-03-29'), 0, 'Кафе; "Мост"\nвторая строка'],
		['297', new Date('2026-10-25'), null, 'Ääni'],
	]);
	expect([sheet.A2?.t, sheet.B2?.w, sheet.B3?.w, sheet.C2?.t]).toEqual(['s', '2026-03-29', '2026-10-25', 'n']);
	const text = csvOf(TABLE);
	expect(text).toBe(
		'\uFEFFcode;day;count;name\r\n005;2026-03-29;0;"Кафе; ""Мост""\nвторая строка"\r\n297;2026-10-25;;Ääni\r\n',
	);
	expect(readAgain(text).rows[1]).toEqual(['005', '2026-03-29', '0', 'Кафе; "Мост"\nвторая строка']);
});

test.each([
	'=1+1',
	'+358',
	'-2+3',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'\n=1',
	'\0=1',
	'\ufffe@A1',
	'\ufffd=1',
	'\ud800=1',
	'=HYPERLINK("http://x";"y")',
])('%j stays text in both, and nothing is reckoned', async (text) => {
	const table = { head: ['name'], rows: [[text]] };
	const { sheet, rows } = readAgain(await workbookOf(table, 'dates'));
	expect([sheet.A2?.f, sheet.A2?.t]).toEqual([undefined, 's']);
	expect(String(rows[1]?.[0]).startsWith("'")).toBe(true);
	expect(String(readAgain(csvOf(table)).rows[1]?.[0]).startsWith("'")).toBe(true);
});

test.each(['toString', 'constructor', '__proto__', 'valueOf'])('a title %s spoils no workbook', async (title) => {
	const { rows } = readAgain(await workbookOf({ head: ['name'], rows: [[title], ['Клуб']] }, 'dates'));
	expect(rows.map(([cell]) => String(cell).trim())).toEqual(['name', title, 'Клуб']);
});

test('whatever is written comes back, and no cell is ever a formula', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })),
			async (rows) => {
				const table = { head: ['a', 'b'], rows };
				for (const { sheet } of [readAgain(await workbookOf(table, 'dates')), readAgain(csvOf(table))]) {
					const cells = Object.values(sheet).filter(isCell);
					expect(cells.filter((cell) => cell.f !== undefined || /^[=+\-@\t\r\n]/.test(String(cell.v)))).toEqual([]);
				}
			},
		),
		{ numRuns: 15 },
	);
});

const isCell = (cell: unknown): cell is xlsx.CellObject => typeof cell === 'object' && cell !== null && 't' in cell;
