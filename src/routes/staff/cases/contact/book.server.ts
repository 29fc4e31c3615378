import { TAP_LANGUAGES } from '#lib/cases/index.ts';
import { catalogue, guideNames } from '#lib/content/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

type Book = ReturnType<typeof makeBook>;
const books = new WeakMap<ReturnType<typeof catalogue>, Map<string, Book>>();

/** What the catalogue lets a helper choose from, in her language; made once for each state of the catalogue. */
export function bookFor(lang: string): Book {
	const known = books.get(catalogue()) ?? new Map<string, Book>();
	books.set(catalogue(), known);
	const book = known.get(lang) ?? makeBook(lang);
	known.set(lang, book);
	return book;
}

function makeBook(lang: string) {
	const { topics, services, places } = catalogue();
	return {
		topics: topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		services: services.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		places: places.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		guides: guideNames(catalogue(), lang).map(({ id, name }) => ({ id, name })),
		languages: TAP_LANGUAGES,
	};
}
