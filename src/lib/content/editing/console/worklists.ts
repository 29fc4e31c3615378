import { addDays } from '#lib/platform/clock.ts';
import { CHECKED_EVERY_DAYS, easyOf, type ItemKey, RISKS, type Risk } from '../../item/item.ts';
import type { PublicItem } from '../../item/public.ts';
import { truthOf } from '../../item/truth.ts';

/** Why somebody should check an item: it looks different now; a change may touch it; too long ago; never by a person. */
export const CHECK_REASONS = ['different', 'changing', 'overdue', 'never'] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];
export type DueCheck = {
	readonly key: ItemKey;
	readonly risk: Risk;
	readonly reason: CheckReason;
	/** The day on which it was checked last, of `overdue` the day by which it should have been. */
	readonly on: string;
};

/** What to check, the most harmful first, within it by reason, then the longest waiting. */
export function dueChecks(items: readonly PublicItem[], day: string): DueCheck[] {
	const changes = items.filter(({ kind }) => kind === 'change');
	return items
		.flatMap((item) => dueCheck(item, day, changes))
		.sort(
			(a, b) =>
				RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
				CHECK_REASONS.indexOf(a.reason) - CHECK_REASONS.indexOf(b.reason) ||
				a.on.localeCompare(b.on) ||
				a.key.localeCompare(b.key),
		);
}

function dueCheck(item: PublicItem, day: string, changes: readonly PublicItem[]): DueCheck[] {
	const { check, overdue, beingChecked } = truthOf(item, item.source, day, changes);
	const one = (reason: CheckReason, on = check?.on ?? ''): DueCheck[] => [
		{ key: item.key, risk: item.risk, reason, on },
	];
	if (Object.values(item.checks).some(({ works, on }) => !works && on >= (check?.on ?? ''))) return one('different');
	if (beingChecked.length > 0) return one('changing');
	if (overdue && check) return one('overdue', addDays(check.on, CHECKED_EVERY_DAYS[item.risk]));
	return check && check.how !== 'facts' ? [] : one('never');
}

/** A text in another language that says less than its source, or what it said before. */
export type Lag = {
	readonly key: ItemKey;
	readonly lang: string;
	readonly blocks: readonly string[];
	/** Since when; empty when something was never there. */
	readonly since: string;
};

/** The longest behind first. Easy texts are behind as a whole. */
export function staleTexts(items: readonly PublicItem[], day: string): Lag[] {
	const plain = lags(items, day, ({ changed }) => ({
		blocks: changed.map(({ block }) => block),
		since: changed.map(({ on }) => on).sort()[0] ?? '',
	}));
	const easy = items.flatMap(({ key, easy }) =>
		Object.entries(easy).flatMap(([lang, { behind }]) =>
			behind ? [{ key, lang: easyOf(lang), blocks: [], since: behind }] : [],
		),
	);
	return [...plain, ...easy].sort((a, b) => a.since.localeCompare(b.since));
}

/**
 * Public texts that lack blocks: a reader sees the source there. Only in the languages of the site; in others a term may
 * have no more than its name.
 */
export function halfTexts(items: readonly PublicItem[], day: string, languages: readonly string[]): Lag[] {
	const all = lags(items, day, ({ state, lacking }) => ({ blocks: state === 'partial' ? lacking : [], since: '' }));
	return all.filter(({ lang }) => languages.includes(lang));
}

type Found = { readonly blocks: readonly string[]; readonly since: string };

function lags(items: readonly PublicItem[], day: string, find: (truth: ReturnType<typeof truthOf>) => Found): Lag[] {
	return items.flatMap((item) =>
		Object.keys(item.editions).flatMap((lang) => {
			const found = find(truthOf(item, lang, day, []));
			return found.blocks.length > 0 ? [{ key: item.key, lang, ...found }] : [];
		}),
	);
}
