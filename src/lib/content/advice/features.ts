import type { Share } from './advice.ts';
import { finnishFeatures } from './finnish/features.ts';
import { PARTS_OF_LONG_WORD } from './limits.ts';
import type { Piece } from './piece.ts';
import type { ReadText } from './read.ts';
import { russianFeatures } from './russian/features.ts';
import { isAddress, lettersOf, type Sentence, type Word } from './sentences.ts';

export type Found = { readonly feature: Share; readonly piece: Piece; readonly word: Word };
/** `told`: what could be told here; `own`: how many words are in the language of the text. */
export type Features = { readonly told: readonly Share[]; readonly own: number; readonly found: readonly Found[] };

/** Every word of the text that is hard in one of the ways for which its language has a limit. */
export function featuresIn(text: ReadText): Features {
	const { limits, setting, prose, sentences } = text;
	const own = sentences.flatMap(({ words }) => words).filter(({ foreign }) => !foreign).length;
	const limited = Object.keys(limits.shares) as Share[]; // the keys of a table of shares
	const told = limited.filter((one) => one === 'long-word' || setting.lang !== 'fi' || setting.morphology);
	const found = prose.flatMap((piece) => piece.sentences.flatMap((sentence) => inSentence(text, piece, sentence)));
	return { told, own, found: found.filter(({ feature }) => told.includes(feature)) };
}

function inSentence(text: ReadText, piece: Piece, sentence: Sentence): Found[] {
	return sentence.words.flatMap((word, index) => {
		if (word.foreign || isAddress(word.text)) return [];
		const features = [...grammarOf(text, sentence, index), ...lengthOf(text, word)];
		return features.map((feature) => ({ feature, piece, word }));
	});
}

function grammarOf({ setting }: ReadText, { words }: Sentence, index: number): readonly Share[] {
	if (setting.lang === 'ru') return russianFeatures(words[index]?.text ?? '');
	return setting.lang === 'fi' && setting.morphology ? finnishFeatures(setting.morphology, words, index) : [];
}

/** A Finnish name in Russian or English is long, but nobody can choose a shorter one. */
const OWN_SCRIPT = { ru: /\p{Script=Cyrillic}/u, fi: /\p{L}/u, en: /^[a-z'’-]+$/i } as const;

function lengthOf({ setting, limits }: ReadText, { text }: Word): Share[] {
	if (!OWN_SCRIPT[setting.lang].test(text)) return [];
	const isLong = lettersOf(text) > limits.letters || partsOf(setting.morphology, text) >= PARTS_OF_LONG_WORD;
	return isLong ? ['long-word'] : [];
}

/** A hyphen already shows where the parts are. */
function partsOf(morphology: ReadText['setting']['morphology'], word: string): number {
	if (!morphology || /[-:]/.test(word)) return 1;
	const readings = morphology.analyse(word);
	return readings.length === 0 ? 1 : Math.min(...readings.map(({ parts }) => parts));
}
