import * as v from 'valibot';
import { faultOf } from '#lib/platform/translation/fault.ts';
import { fingerprintOf } from '../item/fingerprint.ts';
import { type Block, PARTS, type Part, type TranslatedBlock, type Words } from '../item/item.ts';
import { text as storedText } from '../item/schema.ts';
import { maskMarks, unmask } from './marks.ts';

/**
 * Why a part was left to a person: `reading` is how a label sounds, which no machine knows; `marks`, `numbers`: the
 * machine lost or changed one; `wrong`: it gave no text; `time`: ask again for these blocks.
 */
export type LeftOut = {
	readonly block: string;
	readonly part: Part;
	readonly why: 'reading' | 'marks' | 'numbers' | 'wrong' | 'time';
};
/** `blocks` are ready to go into a translation; every one is marked as made by a machine. */
export type Draft = {
	readonly blocks: Readonly<Record<string, TranslatedBlock>>;
	readonly left: readonly LeftOut[];
};

/** Gives a text or, when there is no time left, null; throws when there is no use in going on. */
export type Translate = (text: string) => Promise<string | null>;

/** Drafts of the blocks, part by part. What the machine spoils is left out and named. */
export async function draftOfBlocks(blocks: readonly Block[], to: string, translate: Translate): Promise<Draft> {
	const made: Record<string, TranslatedBlock> = {};
	const left: LeftOut[] = [];
	for (const block of blocks) {
		const words: Partial<Record<Part, string>> = {};
		for (const part of PARTS.filter((one) => block.words[one])) {
			const given = await draftOfPart(block, part, to, translate);
			if ('text' in given) words[part] = given.text;
			else left.push({ block: block.id, part, why: given.why });
		}
		if (Object.keys(words).length > 0) made[block.id] = asDraft(block, words);
	}
	return { blocks: made, left };
}

function asDraft(block: Block, words: Words): TranslatedBlock {
	return { words, basedOn: fingerprintOf(block), made: 'machine' };
}

type Given = { readonly text: string } | { readonly why: LeftOut['why'] };

async function draftOfPart({ words, control }: Block, part: Part, to: string, translate: Translate): Promise<Given> {
	if (part === 'reading') return { why: 'reading' };
	const original = words[part] ?? '';
	const masked = maskMarks(original, control, to);
	const answer = await translate(masked.text);
	if (answer === null) return { why: 'time' };
	const text = unmask(answer, masked.kept);
	if (text === null) return { why: 'marks' };
	const stored = v.safeParse(storedText, text);
	if (!stored.success) return { why: 'wrong' };
	const fault = faultOf(original, stored.output);
	return fault ? { why: fault } : { text: stored.output };
}
