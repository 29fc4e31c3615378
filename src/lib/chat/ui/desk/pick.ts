import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Attached, Book, CardName, CardRef, Phrase } from './shown.ts';

/** What can be put into an answer: a ready phrase, or something of the site that goes as a card. */
export type Choice = {
	readonly key: string;
	readonly kind: 'phrase' | CardRef['kind'];
	readonly title: string;
	/** The same in the helper's language; null when it is the same language. */
	readonly own: string | null;
	/** Of a phrase: what is inserted, in the visitor's language. */
	readonly text: string;
	readonly card: Attached | null;
};

const MOST = 8;
type At = { visitor: string; helper: string };

/** Everything in which each word of the query begins some word, in any language that is known of it. */
export function choices(book: Book, query: string, at: At): Choice[] {
	const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
	const isFound = (texts: readonly string[]): boolean => wanted.every((word) => holds(texts, word));
	const phrases = book.phrases.filter(({ texts }) => isFound(Object.values(texts)));
	return [
		...phrases.map((phrase) => phraseChoice(phrase, at)),
		...(wanted.length > 0 ? cardChoices(book, isFound, at) : []),
	];
}

function cardChoices(book: Book, isFound: (texts: readonly string[]) => boolean, at: At): Choice[] {
	const services = book.cards.filter(({ names, id }) => isFound([...Object.values(names), id]));
	const guides = book.guides.filter(({ name, id }) => isFound([name, id]));
	const steps = book.guides.flatMap(({ id, name, steps }) =>
		steps.filter(({ text }) => isFound([text, name])).map((step) => ({ guide: id, name, ...step })),
	);
	return [
		...services.slice(0, MOST).map((card) => serviceChoice(card, at)),
		...guides.slice(0, MOST).map(({ id, name }) => siteChoice({ kind: 'guide', id }, name)),
		...steps
			.slice(0, MOST)
			.map((one) =>
				siteChoice({ kind: 'step', id: one.guide, step: one.id }, `${one.name}, ${one.number}: ${one.text}`),
			),
	];
}

function holds(texts: readonly string[], word: string): boolean {
	return texts.some((text) =>
		text
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.some((each) => each.startsWith(word)),
	);
}

function phraseChoice({ id, texts }: Phrase, { visitor, helper }: At): Choice {
	const own = visitor === helper ? null : inLanguage(texts, helper);
	const text = inLanguage(texts, visitor);
	return { key: `phrase-${id}`, kind: 'phrase', text, title: text, own, card: null };
}

function serviceChoice(card: CardName, { visitor, helper }: At): Choice {
	const own = visitor === helper ? null : inLanguage(card.names, helper);
	return { ...siteChoice({ kind: 'service', id: card.id }, inLanguage(card.names, visitor)), own };
}

/** Named in the helper's language; the visitor gets it in hers. */
function siteChoice(ref: CardRef, title: string): Choice {
	const key = [ref.kind, ref.id, ref.step ?? ''].join('-');
	return { key, kind: ref.kind, title, own: null, text: '', card: { ref, title } };
}
