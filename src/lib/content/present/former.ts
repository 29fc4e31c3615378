import type { Catalogue } from '../catalogue.ts';
import { type ItemKey, keyOf, KINDS } from '../item/item.ts';
import { formerNames, listIn } from '../item/about.ts';
import { titleOf } from '../item/public.ts';

/** The former name to which a word belongs by which an item was found; undefined when it is one of its own of today. */
export function formerNameBy(catalogue: Catalogue, kind: string, id: string, word: string): string | undefined {
	const key = KINDS.filter((one) => one === kind).map((one) => keyOf(one, id))[0];
	const item = key && catalogue.itemByKey.get(key);
	if (!item) return undefined;
	const holds = (name: string): boolean => wordsIn(word).every((one) => wordsIn(name).includes(one));
	if (Object.values(titleOf(item)).some(holds)) return undefined;
	const own = [...listIn(item.about, 'formerNames'), ...formerNames(item.about).map(({ name }) => name)];
	return [...own, ...formerAliases(catalogue, key)].find(holds);
}

/** The municipalities that services name, in Finnish, by the alphabet. */
export function municipalitiesNamed({ services }: Catalogue): string[] {
	const named = new Set(services.flatMap(({ municipalities = [] }) => municipalities));
	return [...named].sort(new Intl.Collator('fi').compare);
}

function formerAliases({ aliases }: Catalogue, key: ItemKey): string[] {
	return aliases.filter(({ item, kind }) => item === key && kind === 'former').map(({ text }) => text);
}

function wordsIn(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [''];
}
