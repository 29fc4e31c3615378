import type { OccurrenceState } from '../event.ts';
import type { FileKind } from './fileKind.ts';

/** `page`: one of this site's own, by its key. */
export const MATERIAL_KINDS = ['link', 'recording', 'page', 'file'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Kinds of texts that can be a material: what explains, not what lists. */
export const PAGE_KINDS = ['guide', 'material', 'video', 'term'] as const;

export type Material = {
	readonly id: string;
	readonly seriesId: string;
	readonly occurrenceId: string | null;
	readonly kind: MaterialKind;
	readonly language: string;
	readonly title: string;
	readonly url: string | null;
	readonly item: string | null;
	readonly fileKind: FileKind | null;
	readonly bytes: number | null;
	readonly visibleFrom: string | null;
	/** Null: it came with the demonstration. */
	readonly accountId: string | null;
};

/** With the date it belongs to, as it stands now; null: it belongs to all of them. */
export type Shelved = Material & {
	readonly date: { readonly originalDay: string; readonly day: string; readonly state: OccurrenceState } | null;
};

/** From which day everybody can see it. Of a date that is not held: only from a day that somebody chose. */
export function visibleFrom({ visibleFrom: chosen, date }: Pick<Shelved, 'visibleFrom' | 'date'>): string | null {
	if (chosen !== null) return chosen;
	return date && (date.state === 'planned' || date.state === 'held') ? date.day : null;
}

export function isVisible(one: Pick<Shelved, 'visibleFrom' | 'date'>, today: string): boolean {
	const from = visibleFrom(one);
	return from !== null && from <= today;
}

export type Answer = {
	readonly id: string;
	readonly occurrenceId: string;
	readonly language: string;
	readonly question: string;
	readonly answer: string;
};
export type ShelvedAnswer = Answer & { readonly seriesId: string; readonly originalDay: string };

/** What is in the reader's language comes first; otherwise it stays in its order. */
export function inOrderFor<One extends { readonly language: string }>(all: readonly One[], lang: string): One[] {
	return all.toSorted((a, b) => Number(b.language === lang) - Number(a.language === lang));
}
