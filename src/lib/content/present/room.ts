import type { Part } from '../item/item.ts';
import { type GuidePage, stepsOf } from './guide.ts';
import { linesIn, widthOf } from './letters.ts';
import type { Step, Told } from './told.ts';

/** How a sheet is set: 14 instead of 16 points, and whether what to do on failure is left to the screen behind the code. */
export type Setting = { readonly isDense: boolean; readonly isShort: boolean };

/** From what is best to read to what takes least room. */
const SETTINGS: readonly Setting[] = [
	{ isDense: false, isShort: false },
	{ isDense: false, isShort: true },
	{ isDense: true, isShort: false },
	{ isDense: true, isShort: true },
];

/** The best setting in which a guide takes one page. One that needs two anyway is large and whole. */
export function settingOf(guide: GuidePage): Setting {
	return SETTINGS.find((setting) => heightOf(guide, setting) <= PAGE.high) ?? { isDense: false, isShort: false };
}

/** An A4 without its margins and the code on it, in points. */
const PAGE = { wide: 538, high: 785 };
const [LARGE, DENSE] = [16, 14];
const CODE = { wide: 85, high: 113 };
/** Everything else is a share of the type's size. */
const LINE = 1.22;
const GAP = 0.4;
const TITLE = 1.35;
const BOLD = 1.07;
const PADDING = { step: 2.2, box: 1.6, code: 1 };
const HINT = 2 * LINE + GAP;
const BOX = 0.85;
/** The places to write in, and below them four lines of small type, which stays as it is. */
const FOOT = 2.7;
const SMALL = 61;

function heightOf(guide: GuidePage, { isDense, isShort }: Setting): number {
	const points = isDense ? DENSE : LARGE;
	const line = PAGE.wide / points;
	const steps = stepsOf(guide).map((step) => stepHeight(step, line - PADDING.step, isShort));
	const boxes = guide.passages.map((one) => (one.kind === 'warning' && 'blocks' in one ? one.blocks : []));
	const boxed = boxes.filter(({ length }) => length > 0).map((box) => boxHeight(box, line - PADDING.box));
	const rest = [...steps, ...boxed, isShort ? HINT : 0, FOOT];
	const head = headHeight(guide, line - CODE.wide / points - PADDING.code);
	return Math.max(CODE.high, points * head) + points * sum(rest) + SMALL;
}

function headHeight({ naming, needs, truth }: GuidePage, line: number): number {
	const names = truth.state === 'source' ? 1 : 2;
	const title = linesIn(BOLD * widthOf(naming.name), line / TITLE) * TITLE * 1.15;
	const needed = sum(needs.map((need) => partWidth(need, 'text'))) + NEED;
	return title + (names + linesIn(needed, line)) * LINE + (names + 2) * GAP;
}

/** The words before what one needs, and before a step that is not for all. */
const NEED = 6;
const MARK = 10;
const DOUBT = 30;

function stepHeight(step: Step, line: number, isShort: boolean): number {
	const marked = step.optional || step.insteadOf ? MARK : 0;
	const text = BOLD * partWidth(step, 'text') + marked;
	const failing = isShort ? 0 : partWidth(step, 'wrong');
	const after = partWidth(step, 'see') + failing + (step.doubtful ? DOUBT : 0);
	if (!step.control) return linesIn(text + after, line) * LINE + GAP;
	return (linesIn(text, line) + linesIn(after, line)) * LINE + controlHeight(step, line) + GAP;
}

/** The key with its label, then how it is read and what it means. */
function controlHeight({ control, words }: Step, line: number): number {
	const label = BOLD * widthOf(control?.fi ?? '') + 2;
	const told = sum((['reading', 'meaning'] as const).map((part) => (words[part] ? partWidth({ words }, part) + 5 : 0)));
	return linesIn(label + told, line) * (LINE + 0.2);
}

function boxHeight(blocks: readonly Told[], line: number): number {
	return linesIn(NEED + sum(blocks.map((block) => partWidth(block, 'text'))), line) * LINE + BOX;
}

function partWidth({ words }: Pick<Told, 'words'>, part: Part): number {
	return sum((words[part] ?? []).map(({ text, lang }) => widthOf(` ${text}`) + (lang ? 0.8 : 0)));
}

const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0);
