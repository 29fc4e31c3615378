const INVISIBLE = /[\u0300\u0301\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /[’‘ʼ`´]/g;
const CHUNK = /[\p{L}\p{N}]+(?:[.\-'/&][\p{L}\p{N}]+)*/gu;
const INNER_MARK = /[.\-'/&]/;
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/u;
const LONGEST_JOIN = 14;

/** One spelling for all that is compared: no stress marks, no soft hyphens, one kind of apostrophe. */
export function normalise(text: string): string {
	return text.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHES, "'");
}

/** The key a word is looked up by. */
export function keyOf(word: string): string {
	return word.toLowerCase().replaceAll('ё', 'е');
}

export function isCyrillic(text: string): boolean {
	return /\p{sc=Cyrl}/u.test(text);
}

/** Words as a person typed them, in lower case; ё is kept, because the skeleton reads it. */
export function typedWords(text: string): string[] {
	return chunksOf(text).flatMap((chunk) => chunk.split(INNER_MARK)).map((word) => word.toLowerCase());
}

/** Words of a text to be found: also the parts of "OmaKela" and the wholes of "suomi.fi". */
export function indexedWords(text: string): string[] {
	return chunksOf(text).flatMap((chunk) => {
		const parts = chunk.split(INNER_MARK);
		return [...parts.flatMap(camelParts), ...neighboursJoined(parts)];
	});
}

/** "Enter Finland" is also written "EnterFinland": neighbours as one word. */
export function neighboursJoined(words: readonly string[]): string[] {
	return words
		.slice(1)
		.map((word, i) => `${words[i]}${word}`)
		.filter((joined) => joined.length < LONGEST_JOIN);
}

export function isStopWord(word: string): boolean {
	return STOP_WORDS.has(keyOf(word));
}

function chunksOf(text: string): string[] {
	return normalise(text).match(CHUNK) ?? [];
}

function camelParts(word: string): string[] {
	const parts = word.split(CAMEL);
	return parts.length > 1 ? [word, ...parts.filter((part) => part.length > 2)] : [word];
}

const STOP_WORDS = new Set(
	(
		'я мы ты вы он она оно они мне меня мной мой моя мое мои моего моей мою моим нам нас наш вам вас ваш его ее их ' +
		'ему ей им это этот эта эти того том что чтобы чего чем чему как какой какая какие какую какое где куда откуда ' +
		'когда кто кому кого ли бы же не ни но и а или да нет в во на по под из от до за с со у к ко о об обо про при ' +
		'для без над через если то так там тут здесь тоже уже еще ещё очень можно нужно нужен нужна надо нельзя могу ' +
		'может можете хочу хочет хотел есть быть был была было были буду будет делать сделать свой свою свои своего ' +
		'пожалуйста подскажите скажите помогите здравствуйте который которая которые все всё вот только чем ' +
		'minä mä mun minun mulla minulla minulle mulle on ei ole en et olen ovat oli olla voi voin voiko voinko saan ' +
		'saa saako miten miksi missä mistä mihin mikä mitä mitkä milloin kuka kuinka kun jos että ja tai sekä vai ' +
		'mutta niin se sen sitä ne tämä haluan pitää pitäisi täytyy tarvitsen vielä kanssa varten ' +
		'i me my we our you your he she it is are am was be been do does did have has had can could may will would ' +
		'should want need to of for in on at by with from and or not no the a an how what where when who which why ' +
		'this that there if get please'
	).split(' ')
);
