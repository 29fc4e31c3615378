import { countFacts } from '#lib/ledger/index.server.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { firstDayOf, type Period } from '../desk/period.ts';
import { DAYS_UNTIL_FIXED } from '../figures.server.ts';
import { lastDayOf, quarterOf, quartersBetween } from '../figures.ts';
import { FEWEST } from '../suppression.ts';
import { publicMap, type PublicMap, type StuckService, stuckMap } from './map.ts';

const BY = ['serviceId', 'stuckAt', 'outcome'] as const;

/** `running`: its last corrections may still come; `fixed`: no later one changes what is published. */
export type PublishedMap = PublicMap & { readonly quarter: string; readonly state: 'running' | 'fixed' };

/** Exact, of one organisation: for those who may see its figures. */
export async function stuckOf(db: Queryable, organisationId: string, { from, to }: Period): Promise<StuckService[]> {
	return stuckMap(await countFacts(db, { organisationId, unit: 'contact', from, to, by: BY }));
}

/** The public map of the whole network in one quarter. `fewest` gives the smallest number told of a service. */
export async function publishedMap(
	db: Queryable,
	quarter: string,
	fewest: (service: string) => number,
): Promise<PublishedMap> {
	const recordedBy = addDays(lastDayOf(quarter), DAYS_UNTIL_FIXED);
	const counts = await countFacts(db, { unit: 'contact', recordedBy, where: { quarter }, by: BY });
	return { quarter, state: today() > recordedBy ? 'fixed' : 'running', ...publicMap(stuckMap(counts), fewest) };
}

/** The quarters for which there may be a map, the newest first. */
export async function publishedQuarters(db: Queryable): Promise<string[]> {
	const counts = await countFacts(db, { unit: 'contact', by: ['quarter'] });
	const [first] = counts.flatMap(({ key }) => key.quarter ?? []).sort();
	const now = quarterOf(today());
	return first === undefined || first > now ? [now] : quartersBetween(firstDayOf(first), today()).reverse();
}

/** A service or topic of which helpers often said that nothing on the site tells how to do it. */
export type MissingGuide = { readonly serviceId: string | null; readonly topic: string | null; readonly times: number };

const DAYS_LOOKED_BACK = 183;

/** For the editors of the whole network, so nothing below five; the most wanted first. */
export async function missingGuides(db: Queryable): Promise<MissingGuide[]> {
	const counts = await countFacts(db, {
		...{ unit: 'contact' as const, from: today(-DAYS_LOOKED_BACK), where: { guideMissing: 'true' } },
		by: ['serviceId', 'topic'],
	});
	return wanted(counts.map((count) => ({ ...codesOf(count.key), times: numberOf(count) })));
}

function codesOf({ serviceId = null, topic = null }: { serviceId?: string | null; topic?: string | null }) {
	return { serviceId, topic: serviceId === null ? topic : null };
}

/** By service; where none was named, by topic. */
function wanted(counted: readonly MissingGuide[]): MissingGuide[] {
	const sums = new Map<string, MissingGuide>();
	for (const one of counted) {
		const key = `${one.serviceId}/${one.topic}`;
		sums.set(key, { ...one, times: one.times + (sums.get(key)?.times ?? 0) });
	}
	return [...sums.values()].filter(({ times }) => times >= FEWEST).sort((a, b) => b.times - a.times);
}
