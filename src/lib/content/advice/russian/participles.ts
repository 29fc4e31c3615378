import { anyOf } from '../listed.ts';

/** Words come in lower case with е for ё, without stress marks. */
const SOFT = '(?:ий|ая|ее|ие|его|ему|им|ем|ей|ую|их|ими|ею)(?:ся)?';
const HARD = '(?:ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми|ою)';
const ACTIVE = new RegExp(`(?:[уюая]щ|вш|шедш)${SOFT}$`);
const PASSIVE = new RegExp(`(?:[оеи]ванн|[аяе]нн|[ая]ем)${HARD}$`);

/** Adjectives and nouns that end as participles do. */
const ADJECTIVES = new RegExp(
	`^(?:не|по)?${anyOf(`
	настоящ следующ будущ подходящ текущ бывш блестящ горяч сумасшедш ведущ вещ данн ванн иностранн странн постоянн
	деревянн стеклянн желанн экранн экстренн карманн туманн гуманн медленн мгновенн обыкновенн военн болезненн
	новорожденн жизненн степенн постепенн определенн особенн сомненн откровенн уверенн численн многочисленн промышленн
	совершенн священн ценн бесценн драгоценн полноценн казенн
	`)}`,
);
/** государственный, собственный, временный, письменный */
const BY_ENDING = new RegExp(`(?:ственн|менн)${HARD}$`);

export function isParticiple(word: string): boolean {
	if (ADJECTIVES.test(word) || BY_ENDING.test(word)) return false;
	return word.length > 6 && (ACTIVE.test(word) || PASSIVE.test(word));
}
