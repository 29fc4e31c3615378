import type { Block } from '../../item/item.ts';
import type { Advice, AdviceLanguage } from '../advice.ts';
import { STEPS_IN_A_ROW } from '../limits.ts';
import { at, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';
import type { Sentence, Word } from '../sentences.ts';
import { AND, type IsImperative, imperativeOf, NOT, withoutLead } from './imperative.ts';

/** One action at a time, said by its verb, with what comes of it. */
export function steps(text: ReadText): Advice[] {
	const isImperative = imperativeOf(text.setting);
	const pieces = text.pieces.filter(({ block, part }) => block.kind === 'step' && part === 'text');
	return [
		...text.blocks.filter(isStep).flatMap(parts),
		...tooMany(text.blocks),
		...(isImperative ? pieces.flatMap((piece) => verbs(piece, text.setting.lang, isImperative)) : []),
	];
}

const isStep = ({ kind }: Block): boolean => kind === 'step';

function parts({ id, words }: Block): Advice[] {
	const block = { block: id, values: {} };
	if (!words.text?.trim()) return [{ ...block, rule: 'step-empty', severity: 'error', part: 'text' }];
	return words.see?.trim() ? [] : [{ ...block, rule: 'no-result', severity: 'advice', part: 'see' }];
}

/** A step instead of another is no step more; anything that is not a step gives pause. */
function tooMany(blocks: readonly Block[]): Advice[] {
	let count = 0;
	return blocks.flatMap((block) => {
		count = !isStep(block) ? 0 : block.logic === 'or' ? count : count + 1;
		const isFirstTooMany = isStep(block) && block.logic !== 'or' && count === STEPS_IN_A_ROW + 1;
		const values = { limit: STEPS_IN_A_ROW };
		return isFirstTooMany ? [{ rule: 'many-steps', severity: 'advice', block: block.id, values } as const] : [];
	});
}

function verbs(piece: Piece, lang: AdviceLanguage, isImperative: IsImperative): Advice[] {
	const late = lateVerb(piece.sentences, lang, isImperative);
	return [
		...(late ? [at('verb-first', piece, late)] : []),
		...piece.sentences.flatMap((sentence) => joined(piece, sentence, lang, isImperative)),
	];
}

/** A question may come first: "Is the card lost? Call the bank." */
function lateVerb(sentences: readonly Sentence[], lang: AdviceLanguage, isImperative: IsImperative) {
	const first = sentences.findIndex(({ text }) => !/\?[)»”"’]*$/.test(text));
	const opening = sentences.slice(0, first + 1);
	return opening.some((one) => startsWithVerb(one, lang, isImperative)) ? undefined : opening.at(-1);
}

function startsWithVerb(sentence: Sentence, lang: AdviceLanguage, isImperative: IsImperative): boolean {
	return [sentence.words, afterLabel(sentence)].some((words) => {
		const [word] = withoutLead(words, lang);
		return word === undefined || isImperative(word.text, true);
	});
}

/** In "Helsinki: write the address" the sentence begins after the colon. */
function afterLabel({ text, start, words }: Sentence): readonly Word[] {
	const colon = text.search(/:\s/);
	const rest = words.filter((word) => word.start > start + colon);
	return colon === -1 || rest.length === 0 ? words : rest;
}

/** "Open the page and sign in": two things to do in one sentence. */
function joined(piece: Piece, sentence: Sentence, lang: AdviceLanguage, isImperative: IsImperative): Advice[] {
	if (!startsWithVerb(sentence, lang, isImperative)) return [];
	const words = withoutLead(sentence.words, lang);
	const second = words.findIndex((word, index) => {
		const next = AND[lang].has(word.text.toLowerCase()) ? afterAnd(words.slice(index + 1), lang) : undefined;
		return next !== undefined && isImperative(next.text, false);
	});
	const [from, to] = [words[second], words.at(-1)];
	return from && to ? [at('two-actions', piece, { start: from.start, end: to.end })] : [];
}

/** "Do not press and do not answer" leaves nothing to be done twice. */
function afterAnd(words: readonly Word[], lang: AdviceLanguage): Word | undefined {
	return NOT.has(words[0]?.text.toLowerCase() ?? '') ? undefined : withoutLead(words, lang)[0];
}
