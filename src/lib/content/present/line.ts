import { addressOf, type ItemKey } from '../item/item.ts';
import { type PublicItem, textsOf, titleOf } from '../item/public.ts';
import { plainText } from '../service.ts';

/** A name in the reader's language; `lang` when it is in another one, because there is none in hers. */
export type Naming = { readonly name: string; readonly lang?: string };
/** An item as a list shows it. */
export type ItemLine = Naming & {
	readonly key: ItemKey;
	readonly id: string;
	readonly href: string;
	readonly line: string;
};

export function namingOf(item: PublicItem, lang: string): Naming {
	const { text, lang: other } = textIn(titleOf(item), lang, item.source);
	return { name: text, ...(other && { lang: other }) };
}

export function lineOfItem(item: PublicItem, lang: string): ItemLine {
	const summary = textIn(textsOf(item, 'summary'), lang, item.source).text;
	return {
		key: item.key,
		id: item.id,
		href: addressOf(item.key, lang),
		...namingOf(item, lang),
		line: opening(summary),
	};
}

/** The first sentence; with the next one when it only asks. */
export function opening(text: string): string {
	const [first = '', second = ''] = plainText(text).split(/(?<=[.?…])\s+(?=\p{Lu})/u);
	return first.endsWith('?') ? `${first} ${second}`.trim() : first;
}

function textIn(
	texts: Readonly<Record<string, string>>,
	lang: string,
	source: string,
): { text: string; lang?: string } {
	const own = texts[lang];
	return own === undefined ? { text: plainText(texts[source] ?? ''), lang: source } : { text: plainText(own) };
}
