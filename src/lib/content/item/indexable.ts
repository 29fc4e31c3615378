import type { Texts } from '#lib/platform/i18n/say.ts';
import { plainText } from '../service.ts';
import type { Alias } from './alias.ts';
import { formerNames, listIn } from './about.ts';
import { type PublicItem, textsOf, textsOfBlock } from './public.ts';

/** What an item gives to the search: texts without marks, and the words by which people look for it. */
export type Indexable = {
	readonly kind: PublicItem['kind'];
	readonly id: string;
	readonly names: Texts;
	readonly provider: Texts;
	readonly purpose: Texts;
	/** What its steps and notes say. */
	readonly body: Texts;
	/** Other names: old ones, everyday ones, inflected forms of a term. */
	readonly aliases: readonly string[];
	/** Troubles in people's own words. */
	readonly situations: readonly string[];
	readonly municipalities: readonly string[];
	/** Ids of the services it belongs to. */
	readonly services: readonly string[];
};

const SHOWN_APART = ['title', 'provider', 'summary', 'phone'];

export function indexableItem(item: PublicItem, aliases: readonly Alias[]): Indexable {
	const own = aliases.filter(({ item: key }) => key === item.key);
	const named = own.filter(({ kind }) => kind !== 'situation').map(({ text }) => text);
	return {
		kind: item.kind,
		id: item.id,
		names: withoutMarks(textsOf(item, 'title')),
		provider: textsOf(item, 'provider'),
		purpose: withoutMarks(textsOf(item, 'summary')),
		body: bodyOf(item),
		aliases: [
			...listIn(item.about, 'formerNames'),
			...formerNames(item.about).map(({ name }) => name),
			...listIn(item.about, 'forms'),
			...named,
		],
		situations: own.filter(({ kind }) => kind === 'situation').map(({ text }) => text),
		municipalities: listIn(item.about, 'municipalities'),
		services: listIn(item.about, 'services'),
	};
}

function bodyOf({ blocks }: PublicItem): Texts {
	const joined: Record<string, string> = {};
	for (const block of blocks.filter(({ kind }) => !SHOWN_APART.includes(kind))) {
		for (const [lang, text] of Object.entries(textsOfBlock(block))) joined[lang] = `${joined[lang] ?? ''} ${text}`;
	}
	return withoutMarks(joined);
}

function withoutMarks(texts: Texts): Texts {
	return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, plainText(text).trim()]));
}
