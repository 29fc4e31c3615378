import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { harmless } from '#lib/platform/csv.ts';
import type { Cell, Table } from './table.ts';

/** The table as a workbook: codes stay text, days are days. */
export function workbookOf({ head, rows }: Table, name: string): Promise<Buffer> {
	const sheet = [
		head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
		...rows.map(rowOf),
	];
	return writeXlsxFile(sheet, { sheet: name, stickyRowsCount: 1, columns: head.map(() => ({ width: 16 })) }).toBuffer();
}

const rowOf = (row: readonly Cell[]): (CellObject | null)[] => row.map(cellOf);

function cellOf(cell: Cell): CellObject | null {
	if (cell === null || cell === '') return null;
	if (typeof cell === 'number') return { value: cell, type: Number };
	if (typeof cell === 'string') return { value: known(harmless(cell)), type: String };
	return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}

/**
 * The library looks texts up in a plain object: one that is called as something every object has would make the whole
 * file unreadable.
 */
const known = (text: string): string => (text in {} ? `${text} ` : text);
