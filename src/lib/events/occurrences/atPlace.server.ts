import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { series } from '../series/store.server.ts';
import { occurrences } from './store.server.ts';

export type DateAtPlace = {
	readonly id: string;
	readonly seriesId: string;
	readonly names: Texts;
	readonly day: string;
	readonly starts: string;
};

const FAR = new Date('9999-01-01');

/** What organisations have planned at a place from now on: what has nowhere to be when the place is lost. */
export async function comingAt(placeId: string, organisationIds: readonly string[]): Promise<DateAtPlace[]> {
	const { db } = ground();
	const dates = await occurrences(db).between(organisationIds, now(), FAR);
	const there = dates.filter((one) => one.placeId === placeId && one.state === 'planned' && one.mode !== 'online');
	if (there.length === 0) return [];
	const names = new Map((await series(db).within(organisationIds)).map((one) => [one.id, one.names]));
	return there.map((one) => ({
		...{ id: one.id, seriesId: one.seriesId, day: one.day, starts: one.starts },
		names: one.names ?? names.get(one.seriesId) ?? {},
	}));
}
