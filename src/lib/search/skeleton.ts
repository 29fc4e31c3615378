import { isCyrillic } from './normalise.ts';
import { cyrillicSkeleton, type Rules, russianInLatinSkeleton, squeeze, substitute } from './russianSkeleton.ts';

/**
 * One small alphabet that a Finnish word, a Russian word, Russian in Latin letters
 * and Finnish in Cyrillic all fold to, so that кела, Kela and "каела" stand side by side.
 */
export function skeletonOf(word: string): string {
	return isCyrillic(word) ? cyrillicSkeleton(word) : finnishSkeleton(word);
}

/** Every way a typed word may be meant; Latin letters may be Finnish or Russian. */
export function skeletonsOf(word: string): string[] {
	const all = isCyrillic(word)
		? [cyrillicSkeleton(word), cyrillicSkeleton(word.replace(/ё/g, 'о'))]
		: [finnishSkeleton(word), russianInLatinSkeleton(word)];
	return [...new Set(all)];
}

/** A second, blunter fold: what a Russian ear mixes up in Finnish (k/g, t/d, p/b, s/z, uo/o, ae/e). */
export function coarseOf(skeleton: string): string {
	return squeeze(substitute(skeleton, COARSE));
}

/** The word without what declension changes at its end; never shorter than three letters. */
export function rootOf(skeleton: string): string {
	const ending = ENDINGS.find((end) => skeleton.endsWith(end) && skeleton.length - end.length >= 3);
	return ending ? skeleton.slice(0, -ending.length) : skeleton;
}

function finnishSkeleton(word: string): string {
	return squeeze(substitute(word, FINNISH).replace(/[^a-z0-9]/g, ''));
}

const FINNISH: Rules = [
	[/ä/g, 'a'],
	[/[öå]/g, 'o'],
	[/y/g, 'u'],
	[/w/g, 'v'],
	[/c(?=[eiy])/g, 's'],
	[/[cq]/g, 'k'],
	[/x/g, 'ks'],
	[/š/g, 's'],
	[/ž/g, 'z'],
	[/j/g, 'i'],
];

const COARSE: Rules = [
	[/b/g, 'p'],
	[/d/g, 't'],
	[/g/g, 'k'],
	[/ts|[zc]/g, 's'],
	[/f/g, 'v'],
	[/ie|ae|ei|ee/g, 'e'],
	[/io|uo/g, 'o'],
	[/iu/g, 'u'],
	[/ia|ai/g, 'a'],
];

// Russian and Finnish case endings as the skeleton spells them, longest first.
const ENDINGS = (
	'iami ogo emu omu imi ami ssa lla sta lta ksi ien iem iei iah ' +
	'oi ei ii iu ia ie em om am ah ov ev ih im mi ta le tu en in an on un it at a e i o u n t'
)
	.split(' ')
	.sort((a, b) => b.length - a.length);
