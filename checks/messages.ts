import { jsonOf, lineAt, type Tree, within, withoutComments } from './tree.ts';

/** A sentence, or its plural forms. */
type Entry = string | Record<string, string>;
type Words = Record<string, Entry>;

export function languagesOf(tree: Tree): string[] {
	return (jsonOf(tree, 'messages/languages.json') as { code: string }[]).map(({ code }) => code);
}

/** The keys of an area that some language has and another lacks. */
export function missingKeys(tree: Tree): string[] {
	return perArea(tree, (area, books) => {
		const all = new Set(books.flatMap(({ words }) => Object.keys(words)));
		return books.flatMap(({ lang, words }) =>
			[...all].filter((key) => !(key in words)).map((key) => `${lang} lacks ${area}.${key}`),
		);
	});
}

/** Keys whose placeholders are not the same in every language. */
export function uneven(tree: Tree): string[] {
	return perArea(tree, (area, [first, ...others]) =>
		Object.entries(first?.words ?? {}).flatMap(([key, entry]) =>
			others
				.filter(({ words }) => words[key] !== undefined && placeholders(words[key]) !== placeholders(entry))
				.map(({ lang }) => `${lang} ${area}.${key}`),
		),
	);
}

/** Entries that are empty, no sentence, or lack a form that their language needs (or have one it does not know). */
export function malformed(tree: Tree): string[] {
	return perArea(tree, (area, books) =>
		books.flatMap(({ lang, words }) =>
			Object.entries(words)
				.filter(([, entry]) => !isWhole(entry, lang))
				.map(([key]) => `${lang} ${area}.${key}`),
		),
	);
}

/** Russian and Finnish sentences that shout. */
export function shouting(tree: Tree): string[] {
	return perArea(tree, (area, books) =>
		books.flatMap(({ lang, words }) =>
			Object.entries(words)
				.filter(([, entry]) => textsOf(entry).some((text) => text.includes('!')))
				.map(([key]) => `${lang} ${area}.${key}`),
		),
	);
}

/** Keys that no source names. */
export function unused(tree: Tree): string[] {
	const { literals, templates } = usesOf(tree);
	const isUsed = (key: string): boolean => literals.has(key) || templates.some((pattern) => pattern.test(key));
	return keysOf(tree).filter((key) => !isUsed(key));
}

/** Keys that a source names and no catalogue has; computed ones of which none begins so. */
export function unknown(tree: Tree): string[] {
	const { literals, templates } = usesOf(tree);
	const keys = keysOf(tree);
	const known = new Set(keys);
	const wrong = [...literals].filter(([key]) => !known.has(key)).map(([key, place]) => `${place} ${key}`);
	return [...wrong, ...templates.filter((pattern) => !keys.some((key) => pattern.test(key))).map(String)];
}

function keysOf(tree: Tree): string[] {
	const keys = perArea(tree, (area, books) =>
		books.flatMap(({ words }) => Object.keys(words).map((key) => `${area}.${key}`)),
	);
	return [...new Set(keys)];
}

function usesOf(tree: Tree): { literals: Map<string, string>; templates: RegExp[] } {
	const areas = areasOf(tree).join('|');
	const literal = new RegExp(`(['"\`])((?:${areas})\\.[\\w-]+(?:\\.[\\w-]+)*)\\1`, 'g');
	const template = new RegExp(`\`((?:${areas})\\.[^\`\\s]*\\$\\{[^\`]*)\``, 'g');
	const literals = new Map<string, string>();
	const templates: RegExp[] = [];
	for (const [file, source] of within(tree, /^src\/.*\.(ts|svelte)$/, /\.test\.ts$/)) {
		const text = withoutComments(source);
		for (const { 2: key = '', index } of text.matchAll(literal)) {
			if (!/\.(ts|css|svelte|server|json)$/.test(key)) literals.set(key, `${file}:${lineAt(text, index)}`);
		}
		for (const { 1: computed = '' } of text.matchAll(template)) templates.push(patternOf(computed));
	}
	return { literals, templates };
}

/** `site.login.${way}.title` → every key that begins and ends so. A part computed stands for one or more letters. */
function patternOf(computed: string): RegExp {
	const parts = computed.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.\\+*?[\](){}^$|]/g, '\\$&'));
	return new RegExp(`^${parts.join('.+')}$`);
}

type Book = { lang: string; words: Words };

function perArea(tree: Tree, find: (area: string, books: Book[]) => string[]): string[] {
	return areasOf(tree).flatMap((area) =>
		find(
			area,
			languagesOf(tree).map((lang) => ({ lang, words: wordsIn(tree, area, lang) })),
		),
	);
}

function areasOf(tree: Tree): string[] {
	return [...new Set(within(tree, /^messages\/[^/]+\//).map(([file]) => file.split('/')[1] ?? ''))];
}

function wordsIn(tree: Tree, area: string, lang: string): Words {
	const file = `messages/${area}/${lang}.json`;
	return tree.has(file) ? (jsonOf(tree, file) as Words) : {};
}

function isWhole(entry: Entry, lang: string): boolean {
	if (textsOf(entry).some((text) => typeof text !== 'string' || text.trim() === '' || text !== text.trim()))
		return false;
	if (typeof entry === 'string') return true;
	const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
	return needed.toSorted().join() === Object.keys(entry).sort().join();
}

function textsOf(entry: Entry): string[] {
	return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function placeholders(entry: Entry): string {
	const names = textsOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
	return [...new Set(names)].sort().join();
}
