import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Book, CardName, Phrase } from './shown.ts';

/** What can be put into an answer: a ready phrase or a card of a service. */
export type Choice = {
	readonly key: string;
	readonly kind: 'phrase' | 'card';
	/** What is inserted, in the visitor's language. */
	readonly text: string;
	/** How it is shown in the list: a card by its name alone. */
	readonly title: string;
	/** The same in the helper's language; null when it is the same language. */
	readonly own: string | null;
};

const MOST_CARDS = 8;

/** Phrases and cards in which each word of the query begins some word, in any language. */
export function choices(book: Book, query: string, at: { visitor: string; helper: string; origin: string }): Choice[] {
	const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
	const found = <T extends { texts: string[] }>(items: T[]) =>
		items.filter(({ texts }) => wanted.every((word) => holds(texts, word)));
	const phrases = found(book.phrases.map((phrase) => ({ phrase, texts: Object.values(phrase.texts) })));
	const cards = found(book.cards.map((card) => ({ card, texts: [...Object.values(card.names), card.id] })));
	const shownCards = wanted.length > 0 ? cards.slice(0, MOST_CARDS) : [];
	return [
		...phrases.map(({ phrase }) => phraseChoice(phrase, at)),
		...shownCards.map(({ card }) => cardChoice(card, at)),
	];
}

/** Name and address of a card as a visitor gets it. */
export function cardText(card: CardName, lang: string, origin: string): string {
	return `${inLanguage(card.names, lang)}: ${origin}/${lang}/services/${card.id}`;
}

function holds(texts: readonly string[], word: string): boolean {
	return texts.some((text) =>
		text
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.some((each) => each.startsWith(word)),
	);
}

function phraseChoice({ id, texts }: Phrase, { visitor, helper }: { visitor: string; helper: string }): Choice {
	const own = visitor === helper ? null : inLanguage(texts, helper);
	const text = inLanguage(texts, visitor);
	return { key: `phrase-${id}`, kind: 'phrase', text, title: text, own };
}

function cardChoice(card: CardName, at: { visitor: string; helper: string; origin: string }): Choice {
	const own = at.visitor === at.helper ? null : inLanguage(card.names, at.helper);
	const title = inLanguage(card.names, at.visitor);
	return { key: `card-${card.id}`, kind: 'card', text: cardText(card, at.visitor, at.origin), title, own };
}
