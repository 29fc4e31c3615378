import { addDays, instantAt, now, today, weekdayOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeShifts } from '../needs/make.server.ts';
import { asNeeded, type Need } from '../needs/need.ts';
import { needs } from '../needs/store.server.ts';
import { shifts } from '../shifts/store.server.ts';
import { demonstration, type Time } from './store.server.ts';
import type { WrittenNeed } from './written.server.ts';

const ZONE = 'Europe/Helsinki';
const WEEKS_BEHIND = 4;
/** Beyond it nothing is taken: there is something to suggest. */
const HELD_AHEAD_DAYS = 28;

type Loading = { readonly needs: readonly WrittenNeed[]; readonly ids: ReadonlyMap<string, string> };

export async function loadShifts(tx: Queryable, organisationId: string, { needs: all, ids }: Loading): Promise<void> {
	for (const { held, ...written } of all) {
		if (written.seriesId && !(await demonstration(tx).hasSeries(written.seriesId))) continue;
		const need = await needOf(tx, { ...NEED, ...written, id: newId(), organisationId });
		await makeShifts(tx, need);
		await makePast(tx, need);
		for (const { id, day } of await shifts(tx).allOfNeed(need.id)) {
			for (const accountId of holdersOf(held, day, ids)) await take(tx, id, accountId);
		}
	}
}

const NEED = { seriesId: null, deskId: null, weekday: null, starts: null, minutes: null, until: null };

/** The one that is there already, or this one. */
async function needOf(tx: Queryable, one: Need): Promise<Need> {
	const id = await demonstration(tx).needLike(one);
	if (id === null) await needs(tx).add(one);
	return { ...one, id: id ?? one.id };
}

/** The weeks that are over: the site itself makes none. */
async function makePast(tx: Queryable, need: Need): Promise<void> {
	const all = need.seriesId ? await timesOfSeries(tx, need.seriesId) : timesOfDesk(need);
	const rows = all
		.filter(({ startsAt }) => startsAt <= now())
		.map((time) => ({
			...{ ...time, ...asNeeded(need), id: newId(), needId: need.id, organisationId: need.organisationId },
			...{ deskId: need.deskId, state: 'planned' as const, changedAt: now() },
		}));
	await shifts(tx).addMissing(rows);
}

function timesOfDesk({ weekday, starts, minutes }: Need): Time[] {
	const monday = addDays(today(), 1 - weekdayOf(today()));
	return Array.from({ length: WEEKS_BEHIND + 1 }, (_, week) => {
		const day = addDays(monday, (week - WEEKS_BEHIND) * 7 + (weekday ?? 1) - 1);
		const startsAt = instantAt(day, starts ?? '', ZONE);
		return { occurrenceId: null, day, startsAt, endsAt: new Date(startsAt.getTime() + (minutes ?? 0) * 60_000) };
	});
}

const timesOfSeries = (tx: Queryable, seriesId: string): Promise<Time[]> =>
	demonstration(tx).dates(seriesId, today(-7 * WEEKS_BEHIND), today());

function holdersOf(held: WrittenNeed['held'], day: string, ids: ReadonlyMap<string, string>): string[] {
	if (day >= today(HELD_AHEAD_DAYS)) return [];
	const names = held[weekOf(day) % held.length] ?? [];
	return names.flatMap((name) => ids.get(name) ?? []);
}

/** Weeks since a Monday long ago. */
const weekOf = (day: string): number => Math.floor((Date.parse(day) - Date.parse('2020-01-06')) / (7 * 86_400_000));

const take = (tx: Queryable, shiftId: string, accountId: string): Promise<void> =>
	demonstration(tx).take({ id: newId(), shiftId, accountId, at: now() });
