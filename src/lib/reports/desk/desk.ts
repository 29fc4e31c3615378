import { type Count, type Dimension, numberOf, of } from '#lib/ledger/index.ts';

/** What became of those who came and waited, by the codes of the cases: see cases/figures. */
export type Waited = {
	readonly weekday: number;
	readonly hour: number;
	readonly channel: string;
	readonly became: string;
	readonly times: number;
};

/** Exact, for the staff of the organisation. Shares are null where nobody came. */
export type Waits = {
	readonly arrived: number;
	readonly answered: number;
	/** She left before anybody came. */
	readonly abandoned: number;
	/** Nobody came as long as it was kept. */
	readonly unanswered: number;
	/** Abuse. It is neither answered nor missed, and no share counts it. */
	readonly blocked: number;
	readonly share: number | null;
	/** Half of the answered, and nine of ten, had an answer within this limit; null: nobody was answered. */
	readonly median: string | null;
	readonly ninth: string | null;
	/** How many had their answer within which limit, in the order of the limits. */
	readonly within: readonly { readonly code: string; readonly times: number }[];
};

/** `limits`: the codes of an answer, the quickest first. */
export function waitsOf(waited: readonly Waited[], limits: readonly string[]): Waits {
	const of = (code: string): number => total(waited.filter(({ became }) => became === code));
	const within = limits.map((code) => ({ code, times: of(code) }));
	const [abandoned, unanswered, blocked] = [of('abandoned'), of('unanswered'), of('blocked')];
	const answered = within.reduce((sum, { times }) => sum + times, 0);
	const wanted = answered + abandoned + unanswered;
	return {
		...{ arrived: wanted + blocked, answered, abandoned, unanswered, blocked, within },
		share: wanted > 0 ? answered / wanted : null,
		median: reached(within, answered, 0.5),
		ninth: reached(within, answered, 0.9),
	};
}

export type ByChannel = Waits & { readonly channel: string };

export function waitsByChannel(waited: readonly Waited[], limits: readonly string[]): ByChannel[] {
	const channels = [...new Set(waited.map(({ channel }) => channel))].sort();
	return channels.map((channel) => ({
		channel,
		...waitsOf(
			waited.filter((one) => one.channel === channel),
			limits,
		),
	}));
}

/** One hour of the week: how many came, and how many of them were missed. */
export type Hour = { readonly weekday: number; readonly hour: number; readonly came: number; readonly missed: number };
export type Week = {
	readonly hours: readonly number[];
	readonly days: readonly (readonly Hour[])[];
	readonly most: number;
};

/** The hours from the first to the last in which anybody came, for each day of the week. */
export function weekOf(waited: readonly Waited[]): Week {
	const seen = waited.filter(({ times }) => times > 0).map(({ hour }) => hour);
	if (seen.length === 0) return { hours: [], days: [], most: 0 };
	const [first, last] = [Math.min(...seen), Math.max(...seen)];
	const hours = Array.from({ length: last - first + 1 }, (_, at) => first + at);
	const days = WEEKDAYS.map((weekday) => hours.map((hour) => hourOf(waited, weekday, hour)));
	return { hours, days, most: Math.max(...days.flat().map(({ came }) => came)) };
}

/** One row of contacts: how many, how many minutes in all. */
export type Row = { readonly code: string | null; readonly contacts: number; readonly minutes: number };

/** Contacts by one of their codes, the most first; what comes to nothing is left out. */
export function rowsOf(counts: readonly Count[], by: Dimension): Row[] {
	const rows = of('contact', counts).map((count) => ({
		...{ code: count.key[by] ?? null, contacts: numberOf(count), minutes: count.minutes },
	}));
	return rows.sort((a, b) => b.contacts - a.contacts || (a.code ?? '~').localeCompare(b.code ?? '~'));
}

export function sumOf(rows: readonly Row[]): { contacts: number; minutes: number } {
	return {
		contacts: rows.reduce((sum, { contacts }) => sum + contacts, 0),
		minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
	};
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MISSED = ['abandoned', 'unanswered'];

function hourOf(waited: readonly Waited[], weekday: number, hour: number): Hour {
	const own = waited.filter((one) => one.weekday === weekday && one.hour === hour);
	return { weekday, hour, came: total(own), missed: total(own.filter(({ became }) => MISSED.includes(became))) };
}

/** The first limit within which this part of all answered had their answer. */
function reached(within: Waits['within'], answered: number, part: number): string | null {
	if (answered === 0) return null;
	let sum = 0;
	for (const { code, times } of within) {
		sum += times;
		if (sum >= answered * part) return code;
	}
	return null;
}

function total(waited: readonly Waited[]): number {
	return waited.reduce((sum, { times }) => sum + times, 0);
}
