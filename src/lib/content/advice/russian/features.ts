import type { Share } from '../advice.ts';
import { isGerund } from './gerunds.ts';
import { isParticiple } from './participles.ts';
import { isPassive } from './passives.ts';
import { isVerbalNoun } from './verbalNouns.ts';

const TELL: readonly (readonly [Share, (word: string) => boolean])[] = [
	['participle', isParticiple],
	['gerund', isGerund],
	['passive', isPassive],
	['verbal-noun', isVerbalNoun],
];

/** Hard forms, told by endings and lists of exceptions alone: some are missed so that few are wrong. */
export function russianFeatures(word: string): readonly Share[] {
	const plain = word.toLowerCase().replaceAll('ё', 'е').replace(/\p{M}/gu, '');
	return TELL.flatMap(([share, holds]) => (holds(plain) ? [share] : []));
}
