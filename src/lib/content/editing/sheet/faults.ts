import type { Sheet } from './sheet.ts';

/** Codes of what is wrong by the name of the field in the form, from the paths in which a schema names it. */
export function faultsByField(
	fields: Readonly<Record<string, string>>,
	{ blocks }: Pick<Sheet, 'blocks'>,
): Record<string, string> {
	const idAt = (place: string): string => blocks[Number(place)]?.id ?? place;
	return Object.fromEntries(Object.entries(fields).map(([path, code]) => [fieldOf(path, code, idAt), code]));
}

function fieldOf(path: string, code: string, idAt: (place: string) => string): string {
	const [top, place, part, ...rest] = path.split('.');
	if (top === 'about') return `about.${place ?? code}`;
	if (top !== 'blocks' || place === undefined) return path;
	const id = idAt(place);
	return part ? [part, id, ...rest].join('.') : `block.${id}`;
}
