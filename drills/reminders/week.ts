import { setTimeout as pause } from 'node:timers/promises';
import { instantAt, now } from '../../src/lib/platform/clock.ts';
import { ground } from '../../src/lib/platform/ground.server.ts';
import type { Mood } from '../../src/lib/platform/sms/testing.ts';
import type { Occurrence } from '../../src/lib/events/event.ts';
import { tell } from '../../src/lib/events/notices/tell.server.ts';
import { occurrences } from '../../src/lib/events/occurrences/store.server.ts';
import { registrations } from '../../src/lib/events/registration/store.server.ts';
import { plannedOf } from '../../src/lib/events/series/asPlanned.ts';
import { planned } from '../../src/lib/events/testing.ts';
import { dice } from '../figures/happened.ts';
import type { Era } from '../shred/era.ts';
import type { DateAs, Since } from './judge.ts';
import { goAway, hear, noteExpired, type One, type Ways } from './people.ts';

export type Week = {
	readonly era: Era;
	readonly ways: Ways;
	readonly dates: Occurrence[];
	readonly people: One[];
	/** Of each date, how it stood from which step on. */
	readonly history: Since<DateAs>[][];
	/** When each step ended, by the clock of the site. */
	readonly ends: Date[];
	readonly seed: number;
	readonly chance: ReturnType<typeof dice>;
	kills(): number;
	note(): void;
};

/** Days of the era on which something is on, by their number. */
const DAYS = [2, 3, 4, 4, 5];
const MINUTES_A_DAY = 1_440;
/** Longer than the site waits between two tries. */
const TRIED_AGAIN = 45;

export async function weekOf(era: Era, ways: Ways): Promise<Week> {
	const dates: Occurrence[] = [];
	for (const number of DAYS) {
		const day = era.dayOf(number);
		const days = {
			rule: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 } as const,
			from: day,
			until: day,
		};
		dates.push(...(await planned({ ...days, starts: '17:00', capacity: null, walkIn: 0 })).dates);
	}
	const seed = Math.floor(Math.random() * 1e9);
	const history = dates.map(({ day }) => [{ step: 0, day, state: 'planned' as const }]);
	let killed = 0;
	return {
		...{ era, ways, dates, history, seed, people: [], ends: [], chance: dice(seed) },
		kills: () => killed,
		note: () => void (killed += 1),
	};
}

/** The steps of the week: what happens, how the gateway is meanwhile, and how long it takes. */
export async function liveWeek(week: Week): Promise<void> {
	const { era } = week;
	const [first, second] = era.network.nodes;
	await step(week, { mood: 'broken', minutes: 10 });
	await step(week, { mood: 'silent-after', minutes: TRIED_AGAIN });
	await killed(week, first, () => step(week, { mood: 'well', minutes: TRIED_AGAIN }));
	await step(week, { mood: 503, minutes: 60, act: () => move(week, 1, 4) });
	await step(week, { mood: 'late', minutes: 300, act: () => move(week, 1, 5) });
	await step(week, { mood: 'well', minutes: -60 });
	// The first reminders are due, offers are over, the clock jumps over a day.
	await step(week, { mood: 'well', minutes: 26 * 60, act: () => goAway(week.people, week.ends.length) });
	await offersEnd(week);
	await killed(week, second, () => step(week, { mood: 'silent-after', minutes: 60, act: () => cancel(week, 2) }));
	await step(week, { mood: 429, minutes: 9 * 60 });
	await step(week, { mood: 'well', minutes: TRIED_AGAIN });
	// A whole day without the gateway, in which a date moves and moves back.
	await step(week, { mood: 500, minutes: MINUTES_A_DAY, act: () => move(week, 4, 6) });
	await step(week, { mood: 'broken', minutes: TRIED_AGAIN, act: () => move(week, 4, 5) });
	await step(week, { mood: 'well', minutes: TRIED_AGAIN });
	for (let half = 0; half < 6; half += 1) await step(week, { mood: 'well', minutes: MINUTES_A_DAY / 2 });
}

type Step = { readonly mood: Mood; readonly minutes: number; readonly act?: () => Promise<void> };

async function step(week: Week, { mood, minutes, act }: Step): Promise<void> {
	const { ways, era, people, ends } = week;
	ways.gateway.is(mood);
	await act?.();
	await looked();
	await era.pass(minutes);
	await (mood === 'well' ? quiet(week) : looked());
	await hear(people, ways, ends.length);
	ends.push(now());
}

type Node = Era['network']['nodes'][number];

/** Killed while words go out; what follows is the other node's. */
async function killed(week: Week, node: Node | undefined, meanwhile: () => Promise<void>): Promise<void> {
	const strike = pause(1_000 + week.chance.upTo(2_000)).then(() => node?.kill());
	await meanwhile();
	await strike;
	week.note();
	await node?.start();
}

/** Both nodes have looked for what is due, and for reminders that are to be made. */
const LOOKED_MS = 6_500;
const looked = (): Promise<void> => pause(LOOKED_MS);
const QUIET_MS = 120_000;

/** Nothing that can go waits; what was being tried when a node died is let go after two minutes of the site. */
async function quiet({ era }: Week): Promise<void> {
	for (const end = performance.now() + QUIET_MS; performance.now() < end; await pause(300)) {
		const rows = await era.network.sql<{ waits: string }>(
			`select count(*) as waits from event_notices where state = 'waiting' and kind <> 'call' and due_at <= $1`,
			[now()],
		);
		if (Number(rows[0]?.waits) === 0) break;
	}
	await era.pass(3);
	await looked();
}

/** By the round of the site that looks for what has run out. */
async function offersEnd(week: Week): Promise<void> {
	const end = performance.now() + QUIET_MS;
	while ((await noteExpired(week.people, week.ends.length)) > 0 && performance.now() < end) await pause(500);
	await step(week, { mood: 'well', minutes: 5 });
}

async function move(week: Week, which: number, toDay: number): Promise<void> {
	const day = week.era.dayOf(toDay);
	const startsAt = instantAt(day, '17:00');
	const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
	await change(week, which, { day, startsAt, endsAt });
}

const cancel = (week: Week, which: number): Promise<void> =>
	change(week, which, { state: 'cancelled', cause: 'weather', reason: {} });

/** As the desk does it: the date and the word of it in one transaction. */
async function change({ dates, history, ends }: Week, which: number, wanted: Partial<Occurrence>): Promise<void> {
	const before = dates[which];
	if (!before) throw new Error('there is no such date');
	const after = { ...before, ...wanted, sequence: before.sequence + 1 };
	const about = after.state === 'cancelled' ? 'cancelled' : 'moved';
	await ground().db.transaction(async (tx) => {
		await occurrences(tx).save(after);
		for (const one of await registrations(tx).ofOccurrence(after.id)) {
			if (one.state !== 'confirmed' && one.state !== 'offered') continue;
			await tell(tx, one, { about, key: `${about}/${after.sequence}`, was: plannedOf(before) });
		}
	});
	dates[which] = after;
	const state = about === 'cancelled' ? 'cancelled' : 'planned';
	history[which]?.push({ step: ends.length, day: after.day, state });
}
