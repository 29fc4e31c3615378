import type { Answer } from '../../bench/common/request.ts';
import { addDays } from '../../src/lib/platform/clock.ts';
import { fieldsIn, must } from '../common/forms.ts';
import type { Checks } from '../common/checks.ts';
import { type Helper, signIn } from '../common/helper.ts';
import type { Recipients } from '../common/recipients.ts';
import { dice } from '../figures/happened.ts';
import type { Era } from '../shred/era.ts';
import { lookAtTold, moveWithPeople } from './moving.ts';
import { PLAN } from './plan.ts';

/** What became of one date, kept by whoever lived the year and by nobody else. */
export type Lived = {
	readonly id: string;
	readonly seriesId: string;
	readonly line: string;
	readonly day: string;
	state: 'planned' | 'held' | 'cancelled' | 'replaced';
	isOnline: boolean;
	isMoved: boolean;
	visits: number;
};
export type Year = {
	readonly era: Era;
	readonly dates: Lived[];
	readonly told: Recipients;
	readonly checks: Checks;
};

const WEEKS = 50;
/** A correction for one of so many closings. */
const MENDED = 8;
const KELA_SAYS_NO = '2026-02-08';
/** In the week with this number, in a shorter year in its last one: 1 June. */
const EMPLOYMENT_MOVES = 20;
/** Weeks in which an epidemic keeps people at home: what can is held online. */
const EPIDEMIC = { from: '2026-03-20', to: '2026-05-21' };
const NOBODY_TO_LEAD = ['2026-03-03', '2026-10-06'];
const NOBODY_CAME_FORWARD = ['2026-11-18'];

/** Plans it all on the first Monday; then goes through the year week by week. */
export async function liveYear({ era, told, checks }: Omit<Year, 'dates'>, weeks: number): Promise<Year> {
	// With all that hangs on them: registrations, shifts, and the hours that come of those.
	await era.network.sql('truncate series, occurrences, materials cascade');
	const year: Year = { era, told, checks, dates: [] };
	await planAll(year);
	const moves = Math.min(EMPLOYMENT_MOVES, weeks - 1);
	for (let week = 0; week < Math.min(weeks, WEEKS); week += 1) await liveWeek(year, week, week === moves);
	return year;
}

async function planAll(year: Year): Promise<void> {
	const coordinator = await atDesk(year, 'coordinator');
	for (const { fields } of PLAN) await must(coordinator.postForm('/staff/events/new?/save', fields), 303);
	await readDates(year);
}

/** Those that are new; what became of the others is known here. */
async function readDates({ era, dates }: Year): Promise<void> {
	const rows = await era.network.sql<{ id: string; seriesId: string; line: string; day: string }>(
		`select o.id, o.series_id as "seriesId", s.plan_line as line, o.day::text from occurrences o
		join series s on s.id = o.series_id order by o.day, s.plan_line`,
	);
	const known = new Set(dates.map(({ id }) => id));
	const fresh = rows.filter(({ id }) => !known.has(id));
	dates.push(
		...fresh.map((row) => ({ ...row, state: 'planned' as const, isOnline: false, isMoved: false, visits: 0 })),
	);
}

async function liveWeek(year: Year, week: number, moves: boolean): Promise<void> {
	const { era, dates } = year;
	// A Monday; what was in the week before is over, and what is in this one is still to come.
	await era.turnTo(7 * (week + 1));
	const today = era.dayOf(era.day);
	const coordinator = await atDesk(year, 'coordinator');
	if (isIn(KELA_SAYS_NO, today)) await refuse(year, coordinator);
	if (moves) await move(year, coordinator, today);
	for (const one of dates.filter(({ day, state }) => state === 'planned' && day < today))
		await closeOne(year, coordinator, one);
	for (const one of dates.filter(({ day }) => today <= day && day < addDays(today, 7))) await look(coordinator, one);
}

const isIn = (day: string, monday: string): boolean => addDays(monday, -7) <= day && day < monday;

/** Kela gives no room: each of its dates is replaced by Kysymys Piste. */
async function refuse({ dates }: Year, coordinator: Helper): Promise<void> {
	for (const one of dates.filter(({ line }) => line === 'kela-counselling')) {
		const told = {
			cause: 'venue-refused',
			by: 'line/kysymys-piste',
			along: 'along',
			'reason-fi': 'Tiloihin ei saatu lupaa.',
		};
		await change(coordinator, one, 'replace', told);
		one.state = 'replaced';
	}
}

/** From then on they meet at another place: this and all that follow. Fourteen had registered for the first of them. */
async function move(year: Year, coordinator: Helper, today: string): Promise<void> {
	const { told, checks, dates } = year;
	const first = dates.find(({ line, day }) => line === 'counselling' && day > today);
	if (!first) return;
	const to = { date: first.id, series: first.seriesId, from: today, placeId: 'demo-navigaattori' };
	const moved = await moveWithPeople(coordinator, told, to);
	await lookAtTold(coordinator, told, { moved, checks });
	await readDates(year);
	const rows = await year.era.network.sql<{ id: string; seriesId: string }>(
		`select id, series_id as "seriesId" from occurrences where place_id = 'demo-navigaattori'`,
	);
	checks.holds(
		'the date with people is at the other place',
		rows.some(({ id }) => id === first.id),
	);
	for (const { id, seriesId } of rows) {
		const at = dates.findIndex((one) => one.id === id);
		const one = dates[at];
		if (one) dates[at] = { ...one, seriesId, isMoved: true };
	}
}

/** What is known in the week before: no leader, nobody interested, an epidemic. */
async function look(coordinator: Helper, one: Lived): Promise<void> {
	if (one.state !== 'planned') return;
	if (NOBODY_TO_LEAD.includes(one.day)) return cancel(coordinator, one, 'staff');
	if (NOBODY_CAME_FORWARD.includes(one.day)) return cancel(coordinator, one, 'demand');
	const isEpidemic = EPIDEMIC.from <= one.day && one.day <= EPIDEMIC.to;
	if (isEpidemic && one.line === 'info-session') {
		const sheet = { day: one.day, starts: '17:00', minutes: '120', capacity: '100', walkIn: '0' };
		await change(coordinator, one, 'change', {
			...sheet,
			mode: 'online',
			cause: 'epidemic',
			link: 'https://video.example/demo',
		});
		one.isOnline = true;
	}
}

async function cancel(coordinator: Helper, one: Lived, cause: string): Promise<void> {
	await change(coordinator, one, 'cancel', { cause });
	one.state = 'cancelled';
}

async function change(coordinator: Helper, one: Lived, deed: string, fields: Record<string, string>): Promise<void> {
	const path = `/staff/events/${one.seriesId}/${one.id}`;
	const { sequence = '' } = fieldsIn(await must(coordinator.get(`${path}?do=${deed}`), 200));
	await must(coordinator.postForm(`${path}?/${deed}`, { ...fields, sequence }), 303);
}

/** Closed with how many came; now and then somebody counted wrong, and it is mended. */
async function closeOne({ era }: Year, coordinator: Helper, one: Lived): Promise<void> {
	const chance = dice(Number(one.day.replaceAll('-', '')) + one.line.length);
	const { least, most } = PLAN.find(({ line }) => line === one.line)?.people ?? { least: 1, most: 1 };
	one.visits = least + chance.upTo(most - least);
	await close(coordinator, one, { version: '0' });
	one.state = 'held';
	if (chance.upTo(MENDED - 1) > 0) return;
	await era.pass(10);
	one.visits += 1;
	await close(coordinator, one, { version: '1', why: 'laskettu väärin' });
}

function close(coordinator: Helper, { id, visits, isOnline }: Lived, more: Record<string, string>): Promise<Answer> {
	const old = Math.floor(visits / 2);
	const counted = { total: String(visits), remote: isOnline ? String(visits) : '0', firstTime: String(visits % 3) };
	const fields = { state: 'held', method: 'tally', ...counted, 'age.65-plus': String(old), ...more };
	return must(coordinator.postForm(`/staff/events/close/${id}`, fields), 303);
}

const atDesk = ({ era }: Year, name: string): Promise<Helper> => signIn(era.network.nodes[0]?.address ?? '', name);
