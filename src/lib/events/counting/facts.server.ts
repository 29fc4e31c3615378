import type { NewFact, Part } from '#lib/ledger/index.server.ts';
import { recordFact } from '#lib/ledger/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Reached } from '../people/reach.server.ts';
import { activities } from '../series/store.server.ts';
import type { Closed } from './closing.ts';
import { partsOf } from './headcount.ts';

/** One session and its visits, on the line of the series; nothing for a date that was not held. Gives their ids. */
export async function recordClosed(
	tx: Queryable,
	{ of, series, count, topics }: Reached & Pick<Closed, 'count' | 'topics'>,
): Promise<string[]> {
	if (count === null) return [];
	const kinds = await activities(tx).all();
	const activity = kinds.find(({ id }) => id === series.activityId);
	const same: Omit<NewFact, 'unit' | 'quantity'> = {
		...{ occurredOn: of.day, organisationId: series.organisationId, basis: count.basis, channel: 'event' },
		...{ projectId: series.projectId, planLine: series.planLine, placeId: of.placeId },
		form: of.mode === 'online' || !activity ? 'remote' : activity.form,
	};
	const about: Part[] = topics.map((code) => ({ dimension: 'topic', code, quantity: 1 }));
	const session = { ...same, unit: 'session', quantity: 1, minutes: of.minutes, parts: about } as const;
	const ids = [await recordFact(tx, { ...session, basis: 'counted' })];
	if (count.total === 0) return ids;
	return [...ids, await recordFact(tx, { ...same, unit: 'visit', quantity: count.total, parts: partsOf(count) })];
}
