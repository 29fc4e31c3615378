/** A revision as a list shows it. `verdict`: the newest word of a reviewer. */
export type Brief = {
	readonly id: string;
	readonly lang: string;
	readonly number: number;
	readonly origin: 'starter' | 'import' | 'editor';
	readonly author: string | null;
	readonly note: string;
	readonly scope: 'major' | 'minor';
	readonly madeAt: Date;
	readonly requestedAt: Date | null;
	readonly verdict: 'approved' | 'returned' | null;
};
type Publishing = { readonly lang: string; readonly revision: string | null; readonly startsAt: Date };

/** How far the newest text of a language has come. */
export const STANDINGS = ['public', 'scheduled', 'approved', 'returned', 'waiting', 'draft'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(brief: Brief, publications: readonly Publishing[], now: Date): Standing {
	if (publicNow(publications, brief.lang, now)?.revision === brief.id) return 'public';
	if (publications.some(({ revision, startsAt }) => revision === brief.id && startsAt > now)) return 'scheduled';
	return brief.verdict ?? (brief.requestedAt ? 'waiting' : 'draft');
}

/** What is public in a language; publications stand newest first. Undefined: nothing, or it was withdrawn. */
export function publicNow<P extends Publishing>(publications: readonly P[], lang: string, now: Date): P | undefined {
	const newest = publications.find((one) => one.lang === lang && one.startsAt <= now);
	return newest?.revision ? newest : undefined;
}
