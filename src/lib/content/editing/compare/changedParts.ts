import type { Text } from '../../item/item.ts';
import { type Sheet, type SheetBlock, sheetOf } from '../sheet/sheet.ts';

/** One thing that another version says otherwise: a part of a block, or a field. Empty: it is not there. */
export type ChangedPart = {
	/** Id of the block; `about` for the fields. */
	readonly block: string;
	/** `text`, `see` …; `control`, `frame`; or the name of the field. */
	readonly part: string;
	readonly before: string;
	readonly after: string;
};

export function changedParts(before: Text, after: Text, kind: string): ChangedPart[] {
	const [then, now] = [partsOf(sheetOf(before, kind)), partsOf(sheetOf(after, kind))];
	const places = [...new Set([...now.keys(), ...then.keys()])];
	return places.flatMap((place) => {
		const [block = '', part = ''] = place.split('\u0000');
		const one = { block, part, before: then.get(place) ?? '', after: now.get(place) ?? '' };
		return one.before === one.after ? [] : [one];
	});
}

function partsOf({ about, blocks, words }: Sheet): Map<string, string> {
	const fields = Object.entries(about).map(([name, text]): Entry => [at('about', name), text]);
	const own = blocks.flatMap((block): Entry[] => [
		...Object.entries(block.words).map(([part, text]): Entry => [at(block.id, part), text]),
		...nonEmpty(at(block.id, 'control'), labelsOf(block)),
		...nonEmpty(at(block.id, 'frame'), frameOf(block)),
	]);
	const translated = Object.entries(words).flatMap(([id, parts]) =>
		Object.entries(parts).map(([part, text]): Entry => [at(id, part), text]),
	);
	return new Map([...own, ...translated, ...fields]);
}

type Entry = [string, string];
const at = (block: string, part: string): string => `${block}\u0000${part}`;
const nonEmpty = (place: string, text: string): Entry[] => (text ? [[place, text]] : []);

export function labelsOf({ control: { fi, sv, en, seen } }: SheetBlock): string {
	const labels = [fi, sv, en].filter(Boolean);
	return labels.length > 0 ? [...labels, seen ? '✓' : '–'].join(' · ') : '';
}

function frameOf({ kind, logic, must, minutes, doubtful, picture }: SheetBlock): string {
	return [kind, logic, must, minutes, doubtful ? '?' : '', picture].filter(Boolean).join(' · ');
}
