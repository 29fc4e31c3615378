import type { BlockKind, Control, Part, Words } from '../item/item.ts';
import type { PublicBlock, PublicItem } from '../item/public.ts';
import { type Run, runsIn, runsOf } from '../service.ts';

/** A block as a page in one language tells it. What that language lacks is told in the source's. */
export type Told = {
	readonly id: string;
	readonly kind: BlockKind;
	readonly words: Readonly<Partial<Record<Part, readonly Run[]>>>;
	readonly control?: Control;
	readonly optional: boolean;
	/** Instead of the step before it. */
	readonly alternative: boolean;
	readonly doubtful: boolean;
	readonly minutes?: number;
	readonly picture?: string;
	/** Nothing of it is there in the reader's language: the one in which it is told instead. */
	readonly lacking?: string;
	/** The source says something else since `on`: its words now. */
	readonly changed?: { readonly on: string; readonly lang: string; readonly words: Words };
};

export type Step = Told & {
	readonly number: number;
	/** The number of the step that this one replaces for whoever chooses it. */
	readonly insteadOf?: number;
};

export function tell(block: PublicBlock, source: string, lang: string): Told {
	const { id, kind, control, logic, must, minutes, picture } = block;
	const since = block.behind[lang];
	return {
		...{ id, kind, words: wordsIn(block, source, lang) },
		...{ optional: must === 'optional', alternative: logic === 'or' },
		doubtful: block.doubtful === true,
		...(!block.words[lang] && { lacking: source }),
		...(control && { control }),
		...(minutes && { minutes }),
		...(picture && { picture }),
		...(since && { changed: { on: since, lang: source, words: block.words[source] ?? {} } }),
	};
}

export function tellAll({ blocks, source }: PublicItem, lang: string): Told[] {
	return blocks.map((block) => tell(block, source, lang));
}

/** Every step has a number of its own, so that two people on the telephone mean the same one. */
export function numbered(told: readonly Told[]): (Told | Step)[] {
	let [number, main] = [0, 0];
	return told.map((one) => {
		if (one.kind !== 'step') return one;
		number += 1;
		if (!one.alternative) main = number;
		return { ...one, number, ...(one.alternative && main > 0 && { insteadOf: main }) };
	});
}

function wordsIn({ words }: PublicBlock, source: string, lang: string): Told['words'] {
	const own = words[lang];
	const original = words[source] ?? {};
	if (!own) return partsOf(original);
	const parts = [...new Set([...Object.keys(original), ...Object.keys(own)])] as Part[]; // keys of Words are parts
	return Object.fromEntries(
		parts.map((part) => [part, runsIn(textsOf(part, { [source]: original, [lang]: own }), lang)]),
	);
}

function partsOf(words: Words): Told['words'] {
	return Object.fromEntries(Object.entries(words).map(([part, text]) => [part, runsOf(text)]));
}

function textsOf(part: Part, words: Readonly<Record<string, Words>>): Record<string, string> {
	return Object.fromEntries(Object.entries(words).flatMap(([lang, { [part]: text }]) => (text ? [[lang, text]] : [])));
}
