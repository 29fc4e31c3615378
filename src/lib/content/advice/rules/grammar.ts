import type { Advice, Share } from '../advice.ts';
import { SHARES } from '../advice.ts';
import { featuresIn, type Found } from '../features.ts';
import { allowed } from '../limits.ts';
import { tenth } from '../measure.ts';
import { at } from '../piece.ts';
import type { ReadText } from '../read.ts';
import { isExplained } from './explained.ts';

/** What is not tried in Finnish without morphology; the verbs of steps are among it. */
export const needsMorphology = [
	...SHARES.filter((one) => one !== 'long-word' && one !== 'gerund'),
	...(['two-actions', 'verb-first'] as const),
];

/** Hard forms and long words, each where it stands, once there are more of its kind than the level allows. */
export function grammar(text: ReadText): Advice[] {
	const { told, own, found } = featuresIn(text);
	return told.flatMap((share) => tooMany(text, share, own, found));
}

function tooMany({ limits, setting }: ReadText, share: Share, own: number, all: readonly Found[]): Advice[] {
	const limit = limits.shares[share] ?? 0;
	const mayExplain = share === 'long-word' && setting.level === 'easy';
	const found = all.filter((one) => one.feature === share && !(mayExplain && isExplained(one.piece, one.word)));
	if (found.length <= allowed(limit, own)) return [];
	const values = { percent: tenth((100 * found.length) / own), limit: tenth(100 * limit) };
	return found.map(({ piece, word }) => at(share, piece, word, values));
}
