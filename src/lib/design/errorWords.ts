import type { Words } from '#lib/platform/i18n/say.ts';

type ErrorKind = 'missing' | 'forbidden' | 'busy' | 'broken';

// An error page may have to speak when nothing could be loaded, so its few words are part of the build.
const files = import.meta.glob<Words>('/messages/error/*.json', { eager: true, import: 'default' });
const shelf = Object.entries(files).map(([file, words]) => ({ lang: file.slice(-7, -5), words: prefixed(words) }));

export function errorLanguages(): string[] {
	return shelf.map(({ lang }) => lang).reverse();
}

export function wordsOfErrors(lang: string): Words {
	return (shelf.find((entry) => entry.lang === lang) ?? shelf[0])?.words ?? {};
}

export function kindOf(status: number): ErrorKind {
	if (status === 403) return 'forbidden';
	if (status === 503 || status === 429) return 'busy';
	return status < 500 ? 'missing' : 'broken';
}

function prefixed(words: Words): Words {
	return Object.fromEntries(Object.entries(words).map(([key, text]) => [`error.${key}`, text]));
}
