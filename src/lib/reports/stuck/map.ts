import { type Count, numberOf, of, sum } from '#lib/ledger/index.ts';
import {
	FEWEST,
	FEWEST_SENSITIVE,
	inFives,
	protectParts,
	protectWhole,
	type Shown,
	thresholdOf,
} from '../suppression.ts';

/** How it ended, coarser than the outcomes, so that fewer numbers are too small to be shown. */
export const ENDINGS = ['solved', 'sent-on', 'not-solved', 'not-told'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A contact without a service, or without a step of a guide, is told under this. */
export const NONE = 'none';

/** How often people asked about a service, at which step of which guide they were stuck, and how that ended. */
export type StuckStep = {
	readonly code: string;
	readonly count: number;
	readonly endings: Readonly<Record<Ending, number>>;
};
export type StuckService = { readonly code: string; readonly count: number; readonly steps: readonly StuckStep[] };

/** As the public sees it: null is not told at all, and what is shown is shown in steps of five. */
export type PublicStep = {
	readonly code: string;
	readonly count: Shown;
	readonly endings: readonly { readonly code: Ending; readonly count: Shown }[] | null;
};
export type PublicService = {
	readonly code: string;
	readonly count: Shown;
	readonly steps: readonly PublicStep[] | null;
};
export type PublicMap = { readonly total: Shown; readonly services: readonly PublicService[] };

/**
 * From contacts counted by service, step and outcome. In the order of the codes, never by size: the order of a public
 * table must not tell what its hidden numbers are.
 */
export function stuckMap(counts: readonly Count[]): StuckService[] {
	const stuck = of('contact', counts).filter(({ key }) => key.serviceId || key.stuckAt);
	return grouped(stuck, 'serviceId').map(([code, own]) => ({
		code,
		count: total(own),
		steps: grouped(own, 'stuckAt').map(([step, at]) => ({ code: step, count: total(at), endings: endingsOf(at) })),
	}));
}

/**
 * Every number that is shown is a whole whose parts are looked at by themselves: too small ones are hidden, then others
 * until nobody can subtract back to them, and where even that is not enough the parts are not told. What is below a hidden
 * number is not told either. `fewest` says below how many a service is never shown.
 */
export function publicMap(services: readonly StuckService[], fewest: (service: string) => number): PublicMap {
	const { total, parts } = protectWhole(services.map(({ code, count }) => ({ code, count, fewest: fewest(code) })));
	return {
		total: inFives(total),
		services: services.map((service, at) => publicService(service, parts[at]?.count ?? 'hidden', fewest(service.code))),
	};
}

/** Below how many a service with these topics is never shown; one of which nothing is known, as the most sensitive. */
export function fewestOfTopics(topics: readonly string[] | undefined): number {
	return topics ? Math.max(FEWEST, ...topics.map(thresholdOf)) : FEWEST_SENSITIVE;
}

export function endingOf(outcome: string | null): Ending {
	if (outcome === null) return 'not-told';
	if (outcome === 'solved-by-person' || outcome === 'solved-together') return 'solved';
	return outcome === 'referred' || outcome === 'emergency' ? 'sent-on' : 'not-solved';
}

function publicService({ code, steps }: StuckService, count: Shown, fewest: number): PublicService {
	if (count === 'hidden') return { code, count, steps: null };
	const parts = protectParts(steps.map((step) => ({ code: step.code, count: step.count, fewest })));
	const shown = parts && steps.map((step, at) => publicStep(step, parts[at]?.count ?? 'hidden', fewest));
	return { code, count: inFives(count), steps: shown };
}

function publicStep({ code, endings }: StuckStep, count: Shown, fewest: number): PublicStep {
	if (count === 'hidden') return { code, count, endings: null };
	const parts = protectParts(ENDINGS.map((ending) => ({ code: ending, count: endings[ending], fewest })));
	const shown = parts && ENDINGS.map((ending, at) => ({ code: ending, count: inFives(parts[at]?.count ?? 'hidden') }));
	return { code, count: inFives(count), endings: shown };
}

function endingsOf(counts: readonly Contacts[]): Record<Ending, number> {
	const of = (ending: Ending): number => total(counts.filter(({ key }) => endingOf(key.outcome ?? null) === ending));
	return { solved: of('solved'), 'sent-on': of('sent-on'), 'not-solved': of('not-solved'), 'not-told': of('not-told') };
}

function grouped(counts: readonly Contacts[], by: 'serviceId' | 'stuckAt'): [string, Contacts[]][] {
	const groups = new Map<string, Contacts[]>();
	for (const count of counts) {
		const code = count.key[by] ?? NONE;
		groups.set(code, [...(groups.get(code) ?? []), count]);
	}
	const standing = [...groups].filter(([, own]) => total(own) > 0);
	return standing.sort(([a], [b]) => (a < b ? -1 : 1));
}

type Contacts = Count<'contact'>;

function total(counts: readonly Contacts[]): number {
	return numberOf(sum('contact', counts));
}
