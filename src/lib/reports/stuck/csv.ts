import { csvLines, harmless } from '#lib/platform/csv.ts';

/** A table as a file that spreadsheets open in any language. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return csvLines(
		[head, ...rows].map((row) => row.map(field)),
		',',
	);
}

const field = (value: string | number): string => (typeof value === 'number' ? String(value) : harmless(value));
