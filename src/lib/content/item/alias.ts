import type { ItemKey } from './item.ts';

export const ALIAS_KINDS = ['former', 'slang', 'typo', 'situation', 'from-log'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** Other words by which people look for an item: an old name, an everyday word, or the trouble they are in. */
export type Alias = {
	readonly item: ItemKey;
	readonly lang: string;
	readonly kind: AliasKind;
	readonly text: string;
};
