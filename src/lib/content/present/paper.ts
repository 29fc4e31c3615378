import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { CHECKED_EVERY_DAYS, keyOf, type Part } from '../item/item.ts';
import { type GuidePage, stepsOf } from './guide.ts';
import { namingOf } from './line.ts';
import type { Told } from './told.ts';

/** What a sheet of paper says besides the guide: its name in the source's language, and until when it is good. */
export function guideOnPaper({ itemByKey }: Catalogue, guide: GuidePage) {
	const item = itemByKey.get(keyOf('guide', guide.id));
	const every = CHECKED_EVERY_DAYS[item?.risk ?? 'ordinary'];
	const original = { name: item ? namingOf(item, item.source).name : '', lang: item?.source ?? '' };
	return { original, printedOn: today(), until: today(every), isShort: isBetterShort(guide) };
}

/** Lines of large type that an A4 holds, and signs in a line: beside the code, in a step, in a box. */
const LINES = 39;
const SIGNS = { need: 36, step: 50, box: 52 } as const;
const CODE = 7;
const FOOT = 5;
const KEY = 3;
const GAP = 0.35;

/**
 * What to do when a step fails is left to the screen behind the code when that brings the guide onto one page. A guide
 * that needs two anyway keeps it.
 */
function isBetterShort(guide: GuidePage): boolean {
	return linesOf(guide, ['text', 'see', 'wrong']) > LINES && linesOf(guide, ['text', 'see']) + 1 <= LINES;
}

function linesOf(guide: GuidePage, parts: readonly Part[]): number {
	const warnings = guide.passages.flatMap((one) => (one.kind === 'warning' && 'blocks' in one ? one.blocks : []));
	const needs = guide.needs.reduce((signs, need) => signs + signsOf(need, ['text']), 0);
	const head = Math.max(CODE, 3 + needs / SIGNS.need);
	const steps = stepsOf(guide).map(
		(step) => linesIn(signsOf(step, parts), SIGNS.step) + GAP + (step.control ? KEY : 0),
	);
	const boxes = warnings.map((block) => linesIn(signsOf(block, ['text']), SIGNS.box) + 1);
	return [head, ...steps, ...boxes, FOOT].reduce((all, one) => all + one, 0);
}

const linesIn = (signs: number, width: number): number => Math.ceil(signs / width);

function signsOf({ words }: Told, parts: readonly Part[]): number {
	const runs = parts.flatMap((part) => words[part] ?? []);
	return runs.reduce((signs, { text }) => signs + text.length + 1, 0);
}
