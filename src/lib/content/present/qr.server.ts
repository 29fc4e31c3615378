import QrCode from 'qrcode';

/** A drawing of dark squares: `size` squares a side with the quiet margin, and the path that draws them. */
export type Qr = { readonly size: number; readonly path: string };

const QUIET = 4;

/** Level Q: it is read when a quarter of it is worn off. */
export function qrOf(text: string): Qr {
	const { modules } = QrCode.create(text, { errorCorrectionLevel: 'Q' });
	const rows = Array.from({ length: modules.size }, (_, y) => rowOf(modules, y));
	return { size: modules.size + 2 * QUIET, path: rows.join('') };
}

type Modules = { readonly size: number; get(row: number, column: number): number | boolean };

function rowOf(modules: Modules, y: number): string {
	const dark = Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join('');
	return [...dark.matchAll(/1+/g)].map(({ 0: run, index }) => bar(index + QUIET, y + QUIET, run.length)).join('');
}

const bar = (x: number, y: number, length: number): string => `M${x} ${y}h${length}v1h-${length}z`;
