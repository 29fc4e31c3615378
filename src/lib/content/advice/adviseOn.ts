import { PARTS } from '../item/item.ts';
import type { Advice, Advised, Blocks, Rule, Setting } from './advice.ts';
import { measure } from './measure.ts';
import { readText, type ReadText } from './read.ts';
import { grammar, needsMorphology } from './rules/grammar.ts';
import { labels } from './rules/labels.ts';
import { lengths } from './rules/lengths.ts';
import { numbers } from './rules/numbers.ts';
import { steps } from './rules/steps.ts';
import { terms } from './rules/terms.ts';
import { wording } from './rules/wording.ts';

/** Each looks at one side of a text. */
const SIDES: readonly ((text: ReadText) => Advice[])[] = [wording, numbers, steps, labels, lengths, terms, grammar];

/** What an author could do better in a text, with reasons; the text as a whole first, then block by block. */
export function adviseOn(blocks: Blocks, setting: Setting): Advised {
	const text = readText(blocks, setting);
	const found = SIDES.flatMap((side) => side(text));
	return { advice: inOrder(found, blocks), measures: measure(text), skipped: skipped(setting) };
}

function inOrder(found: readonly Advice[], blocks: Blocks): Advice[] {
	const place = new Map(blocks.map(({ id }, index) => [id, index]));
	const placeOf = ({ block }: Advice): number => (block === undefined ? -1 : (place.get(block) ?? blocks.length));
	return found.toSorted((a, b) => placeOf(a) - placeOf(b) || rank(a) - rank(b) || within(a) - within(b));
}

/** Part by part, from its beginning to its end. */
const within = ({ part, start }: Advice): number =>
	(part === undefined || part === 'control' ? 0 : PARTS.indexOf(part)) * LONGER_THAN_ANY + (start ?? 0);
const LONGER_THAN_ANY = 1_000_000;

const rank = ({ severity }: Advice): number => (severity === 'error' ? 0 : 1);

function skipped({ lang, morphology }: Setting): readonly Rule[] {
	return lang === 'fi' && !morphology ? needsMorphology : [];
}
