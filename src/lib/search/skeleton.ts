import { isCyrillic } from './normalise.ts';

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
		? [cyrillicSkeleton(word), cyrillicSkeleton(word.replaceAll('ё', 'о'))]
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

function cyrillicSkeleton(word: string): string {
	const soft = word.replace(/(?<=[бвгджзклмнпрстфхцчшщ])[яюё]/g, (letter) => AFTER_CONSONANT[letter] ?? letter);
	return squeeze([...soft].map((letter) => CYRILLIC[letter] ?? letter).join(''));
}

function finnishSkeleton(word: string): string {
	return squeeze(substitute(word, FINNISH).replace(/[^a-z0-9]/g, ''));
}

function russianInLatinSkeleton(word: string): string {
	return squeeze(substitute(word, RUSSIAN_IN_LATIN).replace(/[^a-z0-9]/g, ''));
}

function substitute(word: string, rules: readonly (readonly [RegExp, string])[]): string {
	return rules.reduce((text, [pattern, to]) => text.replace(pattern, to), word);
}

function squeeze(word: string): string {
	return word.replace(/(.)\1+/g, '$1');
}

const AFTER_CONSONANT: Record<string, string> = { я: 'а', ю: 'у', ё: 'е' };

const CYRILLIC: Record<string, string> = {
	...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'z', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
	...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'c', ш: 's' },
	...{ щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia', ґ: 'g', є: 'e', і: 'i', ї: 'i' }
};

const FINNISH: readonly (readonly [RegExp, string])[] = [
	[/ä/g, 'a'],
	[/[öå]/g, 'o'],
	[/y/g, 'u'],
	[/w/g, 'v'],
	[/c(?=[eiy])/g, 's'],
	[/[cq]/g, 'k'],
	[/x/g, 'ks'],
	[/š/g, 's'],
	[/ž/g, 'z'],
	[/j/g, 'i']
];

const RUSSIAN_IN_LATIN: readonly (readonly [RegExp, string])[] = [
	[/shch|sch|shh/g, 's'],
	[/[kx]h|x/g, 'h'],
	[/zh|ž/g, 'z'],
	[/t?ch|tsh|tš|č/g, 'c'],
	[/sh|š/g, 's'],
	[/tz|c(?![a-zä])/g, 'ts'],
	[/(?<=[bcdfghklmnprstvz])[yji][aä]/g, 'a'],
	[/(?<=[bcdfghklmnprstvz])[yji]u/g, 'u'],
	[/(?<=[bcdfghklmnprstvz])[yj]o/g, 'e'],
	[/[yj][aä]/g, 'ia'],
	[/[yj]u/g, 'iu'],
	[/[yj]o/g, 'e'],
	[/[yji]e/g, 'e'],
	[/[yj]/g, 'i'],
	[/ä/g, 'a'],
	[/ö/g, 'o'],
	[/w/g, 'v'],
	[/q/g, 'k']
];

const COARSE: readonly (readonly [RegExp, string])[] = [
	[/b/g, 'p'],
	[/d/g, 't'],
	[/g/g, 'k'],
	[/ts|[zc]/g, 's'],
	[/f/g, 'v'],
	[/ie|ae|ei|ee/g, 'e'],
	[/io|uo/g, 'o'],
	[/iu/g, 'u'],
	[/ia|ai/g, 'a']
];

// Russian and Finnish case endings as the skeleton spells them, longest first.
const ENDINGS = (
	'iami ogo emu omu imi ami ssa lla sta lta ksi ien iem iei iah ' +
	'oi ei ii iu ia ie em om am ah ov ev ih im mi ta le tu en in an on un it at a e i o u n t'
)
	.split(' ')
	.sort((a, b) => b.length - a.length);
