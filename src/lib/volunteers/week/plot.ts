import type { WeekShift } from './week.ts';

/** A week drawn: a column for each day, an hour to a step down. All numbers are units of the drawing. */
export type Plot = {
	readonly width: number;
	readonly height: number;
	readonly days: readonly { readonly day: string; readonly x: number }[];
	readonly hours: readonly { readonly hour: number; readonly y: number }[];
	readonly blocks: readonly Block[];
};
export type Block = {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** `full`: everybody is there; `part`: somebody, not everybody; `empty`: nobody. */
	readonly cover: 'full' | 'part' | 'empty';
	readonly taken: number;
	readonly places: number;
};

const LEFT = 44;
const HEAD = 26;
const COLUMN = 110;
const HOUR = 30;
const GAP = 3;

type Planned = Pick<WeekShift, 'id' | 'day' | 'starts' | 'ends' | 'places' | 'people'>;

/** Null when there is nothing to draw. */
export function plotOf(shifts: readonly Planned[], days: readonly string[]): Plot | null {
	if (shifts.length === 0) return null;
	const first = Math.floor(Math.min(...shifts.map(({ starts }) => hoursOf(starts))));
	const last = Math.ceil(Math.max(...shifts.map(({ ends }) => hoursOf(ends))));
	const columns = days.map((day, at) => ({ day, x: LEFT + at * COLUMN }));
	return {
		...{ width: LEFT + days.length * COLUMN, height: HEAD + (last - first) * HOUR + GAP, days: columns },
		hours: Array.from({ length: last - first + 1 }, (_, at) => ({ hour: first + at, y: HEAD + at * HOUR })),
		blocks: columns.flatMap(({ day, x }) =>
			blocksOf(
				shifts.filter((shift) => shift.day === day),
				{ x, first },
			),
		),
	};
}

/** Those of a day: side by side where they overlap. */
function blocksOf(shifts: readonly Planned[], { x, first }: { x: number; first: number }): Block[] {
	const lanes = lanesOf(shifts);
	return groupsOf(shifts).flatMap((group) => {
		const count = 1 + Math.max(...group.map((shift) => lanes.get(shift.id) ?? 0));
		const width = (COLUMN - GAP) / count;
		return group.map((shift) => ({
			...{ id: shift.id, taken: shift.people.length, places: shift.places, cover: coverOf(shift) },
			...{ x: x + (lanes.get(shift.id) ?? 0) * width, width: width - GAP },
			y: HEAD + (hoursOf(shift.starts) - first) * HOUR,
			height: (hoursOf(shift.ends) - hoursOf(shift.starts)) * HOUR - GAP,
		}));
	});
}

function coverOf({ people, places }: Planned): Block['cover'] {
	if (people.length === 0) return 'empty';
	return people.length < places ? 'part' : 'full';
}

const byTime = (a: Planned, b: Planned): number => hoursOf(a.starts) - hoursOf(b.starts);

/** The first lane that is free again when a shift begins. */
function lanesOf(shifts: readonly Planned[]): ReadonlyMap<string, number> {
	const ends: number[] = [];
	const lanes = new Map<string, number>();
	for (const { id, starts, ends: until } of [...shifts].sort(byTime)) {
		const free = ends.findIndex((end) => end <= hoursOf(starts));
		const lane = free < 0 ? ends.length : free;
		ends[lane] = hoursOf(until);
		lanes.set(id, lane);
	}
	return lanes;
}

/** Shifts that hang together by overlapping share the width of the day; others have all of it. */
function groupsOf(shifts: readonly Planned[]): Planned[][] {
	const groups: Planned[][] = [];
	let until = -1;
	for (const shift of [...shifts].sort(byTime)) {
		if (hoursOf(shift.starts) >= until) groups.push([]);
		groups.at(-1)?.push(shift);
		until = Math.max(until, hoursOf(shift.ends));
	}
	return groups;
}

const hoursOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
