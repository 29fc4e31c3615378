import type { Catalogue } from '../catalogue.ts';
import { listIn } from '../item/about.ts';
import { titleOf } from '../item/public.ts';

/** A word of the authorities as it is agreed to be said in each language; `forms` are Finnish ones. */
export type AgreedTerm = {
	readonly id: string;
	readonly names: Readonly<Record<string, string>>;
	readonly forms: readonly string[];
};

/** All terms that are public, for whoever translates in a conversation. */
export function agreedTermsOf({ itemsByKind }: Catalogue): AgreedTerm[] {
	return itemsByKind.term.map((term) => ({
		id: term.id,
		names: titleOf(term),
		forms: listIn(term.about, 'forms'),
	}));
}
