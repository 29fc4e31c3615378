import type { Alias } from '../../item/alias.ts';
import type { ItemKey } from '../../item/item.ts';
import type { Check } from '../../item/public.ts';
import type { Truth } from '../../item/truth.ts';
import type { Brief, Standing } from './standing.ts';

export type DoneCheck = Check & { readonly lang: string; readonly note: string; readonly by: string | null };
export type KnownAlias = Alias & { readonly addedBy: string | null };
export type Review = {
	readonly verdict: 'approved' | 'returned';
	readonly note: string;
	readonly overrideReason: string | null;
	readonly reviewer: string;
	readonly madeAt: Date;
};
/** `revision` null: taken off the site. */
export type Publication = {
	readonly id: string;
	readonly lang: string;
	readonly revision: string | null;
	readonly number: number | null;
	readonly startsAt: Date;
	readonly by: string | null;
};

/** One language of an item: its newest text, what is public of it, and how true that is. */
export type LanguageRow = {
	readonly lang: string;
	readonly isSource: boolean;
	readonly newest?: Brief & { readonly standing: Standing };
	readonly shown?: { readonly revision: string; readonly number: number | null; readonly since: Date };
	readonly planned?: { readonly publication: string; readonly revision: string | null; readonly startsAt: Date };
	/** Of a text in plain language that is public, or whose source is. */
	readonly truth?: Truth;
	/** Of an easy text: the day on which the source changed after it. */
	readonly easyBehind?: string;
};
export type ItemOverview = {
	readonly key: ItemKey;
	readonly kind: string;
	readonly source: string;
	readonly title: string;
	readonly languages: readonly LanguageRow[];
	readonly briefs: readonly Brief[];
	readonly publications: readonly Publication[];
	readonly checks: readonly DoneCheck[];
	readonly aliases: readonly KnownAlias[];
};
