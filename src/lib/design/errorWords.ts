import type { Words } from '#lib/platform/i18n/say.ts';

type ErrorKind = 'missing' | 'forbidden' | 'busy' | 'refused' | 'broken';

// An error page may have to speak when nothing could be loaded, so its few words are part of the build.
const files = import.meta.glob<Words>('/messages/error/*.json', { eager: true, import: 'default' });
const [order = []] = Object.values(
	import.meta.glob<{ code: string }[]>('/messages/languages.json', { eager: true, import: 'default' }),
);

export function errorLanguages(): string[] {
	return order.map(({ code }) => code);
}

export function wordsOfErrors(lang: string): Words {
	const words = files[`/messages/error/${lang}.json`] ?? {};
	return Object.fromEntries(Object.entries(words).map(([key, text]) => [`error.${key}`, text]));
}

export function kindOf(status: number): ErrorKind {
	if (status === 404 || status === 410) return 'missing';
	if (status === 401 || status === 403) return 'forbidden';
	if (status === 429 || status === 503) return 'busy';
	return status < 500 ? 'refused' : 'broken';
}
