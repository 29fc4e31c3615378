import type { Queryable } from '#lib/platform/db/database.server.ts';

/**
 * Somebody who keeps in mind who promised what, and walks minute by minute. The wall clock is the database's; nothing is
 * shared with the code that is looked at. Moments are minutes since 1970.
 */
export type Promised = { readonly from: number; readonly to: number };
export type Told = {
	readonly inside: boolean;
	readonly since: string | null;
	readonly closes: string | null;
	readonly opens: { readonly day: string; readonly time: string; readonly inDays: number } | null;
};

const DAY = 1_440;
const AHEAD = 28;

export class Walker {
	/** What the wall shows in each minute, from the first one on. */
	readonly #wall: readonly string[];
	readonly #first: number;
	/** Where each day begins. */
	readonly #days: ReadonlyMap<string, number>;
	readonly shifts = new Map<string, { at: Promised; holders: number; isOff: boolean }>();
	readonly off = new Set<string>();
	readonly extras = new Map<string, Map<string, string>>();

	private constructor(first: number, wall: readonly string[]) {
		this.#first = first;
		this.#wall = wall;
		const begins = [...wall.entries()].filter(([, shown]) => shown.endsWith(' 00:00'));
		this.#days = new Map(begins.map(([at, shown]) => [shown.slice(0, 10), at]));
	}

	static async over(db: Queryable, from: string, to: string): Promise<Walker> {
		const rows = await db.query<{ first: number; wall: string[] }>(
			`select (extract(epoch from $1::timestamptz) / 60)::int as first,
				array_agg(to_char(m at time zone 'Europe/Helsinki', 'YYYY-MM-DD HH24:MI') order by m) as wall
			from generate_series($1::timestamptz, $2::timestamptz, '1 minute') m`,
			[from, to],
		);
		return new Walker(rows[0]?.first ?? 0, rows[0]?.wall ?? []);
	}

	wallAt = (minute: number): string => this.#wall[minute - this.#first] ?? '';
	dayAt = (minute: number): string => this.wallAt(minute).slice(0, 10);
	timeAt = (minute: number): string => this.wallAt(minute).slice(11);

	/** The first minute that shows it; in the hour that spring leaves out, a day after the same time of the day before. */
	minuteOf(day: string, time: string): number {
		const begin = this.#days.get(day) ?? 0;
		const at = this.#wall.indexOf(`${day} ${time}`, begin);
		return at >= 0 && at < begin + 2 * DAY ? this.#first + at : this.minuteOf(dayBefore(day), time) + DAY;
	}

	/** Whether somebody has promised to be there in each minute from one to another. */
	covered(from: number, to: number): boolean[] {
		const marked = Array.from({ length: to - from }, () => false);
		for (const { at, holders, isOff } of this.shifts.values())
			if (holders > 0 && !isOff) mark(marked, from, at, (minute) => !this.off.has(this.dayAt(minute)));
		for (const [day, spells] of this.extras)
			for (const [opens, closes] of Math.abs(this.minuteOf(day, '12:00') - from) < 2 * AHEAD * DAY ? spells : [])
				mark(marked, from, { from: this.minuteOf(day, opens), to: this.minuteOf(day, closes) }, () => true);
		return marked;
	}

	told(marked: readonly boolean[], from: number, minute: number): Told {
		const at = minute - from;
		if (marked[at]) return this.#within(marked, from, at);
		const next = marked.indexOf(true, at);
		const inDays = next < 0 ? AHEAD + 1 : daysBetween(this.dayAt(minute), this.dayAt(from + next));
		const known = { day: this.dayAt(from + next), time: this.timeAt(from + next), inDays };
		return { inside: false, since: null, closes: null, opens: inDays > AHEAD ? null : known };
	}

	#within(marked: readonly boolean[], from: number, at: number): Told {
		let [begin, end] = [at, at];
		while (begin > 0 && marked[begin - 1]) begin--;
		while (end < marked.length && marked[end]) end++;
		const closes = end - at < DAY ? this.timeAt(from + end) : null;
		const since = at - begin < DAY ? this.timeAt(from + begin) : null;
		return { inside: true, since, closes, opens: null };
	}
}

function mark(marked: boolean[], from: number, at: Promised, holds: (minute: number) => boolean): void {
	const last = Math.min(at.to, from + marked.length);
	for (let minute = Math.max(at.from, from); minute < last; minute++) if (holds(minute)) marked[minute - from] = true;
}

const daysBetween = (one: string, other: string): number =>
	Math.round((Date.parse(other) - Date.parse(one)) / (DAY * 60_000));

const dayBefore = (day: string): string =>
	new Date(Date.parse(`${day}T12:00:00Z`) - DAY * 60_000).toISOString().slice(0, 10);
