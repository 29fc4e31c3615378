import { type Block, PARTS, type TranslatedBlock } from './item.ts';

/**
 * What a reader would notice of a block in the source: its words and the labels of its control. White space and the way
 * an accent is written do not count, so that a translation is not called old for nothing.
 */
export function fingerprintOf(block: Wording): string {
	const known = taken.get(block) ?? take(block);
	taken.set(block, known);
	return known;
}

type Wording = Readonly<Pick<Block, 'words' | 'control'>>;
/** Blocks never change; all of them are asked for at every change of any text. */
const taken = new WeakMap<Wording, string>();

function take({ words, control }: Wording): string {
	const parts = PARTS.map((part) => words[part] ?? '');
	return hash([...parts, control?.fi ?? '', control?.sv ?? '', control?.en ?? ''].map(normalised).join('\u0001'));
}

export function isBehind(translated: TranslatedBlock, source: Wording): boolean {
	return translated.basedOn !== fingerprintOf(source);
}

/** White space and the way an accent is written are no difference. */
export function normalised(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** 53 bits by cyrb53 (public domain): nobody gains by a collision here, and it is the same in the browser. */
function hash(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
