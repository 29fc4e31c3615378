import { listIn } from '../item/about.ts';
import { type PublicItem, titleOf } from '../item/public.ts';

/** Every word that the glossary explains, as it may stand in a text of any language. */
export function glossaryOf(terms: readonly PublicItem[]): string[] {
	return [...new Set(terms.flatMap((item) => [...Object.values(titleOf(item)), ...listIn(item.about, 'forms')]))];
}
