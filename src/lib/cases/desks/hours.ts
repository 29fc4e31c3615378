import { addDays, dayOf, instantAt, weekdayOf, wallTimeOf } from '#lib/platform/clock.ts';

/** The weekly hours of a desk and what differs from them on single days. Times are wall times `HH:MM` in its zone. */
export type Spell = { readonly opens: string; readonly closes: string };
export type WeeklySpell = Spell & { readonly weekday: number };
/** `opens: null`: the weekly hours of that day do not hold; otherwise one spell more. */
export type Exception = { readonly day: string; readonly opens: string | null; readonly closes: string | null };
export type Hours = {
	readonly zone: string;
	readonly weekly: readonly WeeklySpell[];
	readonly exceptions: readonly Exception[];
};

export type DeskState = {
	readonly open: boolean;
	/** Wall time at which the present spell ends; null when closed. */
	readonly closes: string | null;
	/** The next opening; null when open, or when none is known within four weeks. */
	readonly opens: { readonly day: string; readonly time: string; readonly inDays: number } | null;
};

const LOOK_AHEAD_DAYS = 28;

export function deskStateAt(hours: Hours, moment: Date): DeskState {
	const current = spellsOn(hours, dayOf(moment, hours.zone)).find((spell) => isWithin(spell, hours, moment));
	if (current) return { open: true, closes: current.closes, opens: null };
	return { open: false, closes: null, opens: nextOpening(hours, moment) };
}

/** The spells of one calendar day, in order, overlapping ones joined. */
export function spellsOn(hours: Hours, day: string): Spell[] {
	const special = hours.exceptions.filter((exception) => exception.day === day);
	const cancelled = special.some((exception) => exception.opens === null);
	const usual = cancelled ? [] : hours.weekly.filter((spell) => spell.weekday === weekdayOf(day));
	const extra = special.flatMap(({ opens, closes }) => (opens !== null && closes !== null ? [{ opens, closes }] : []));
	return join([...usual.map(({ opens, closes }) => ({ opens, closes })), ...extra]);
}

function join(spells: Spell[]): Spell[] {
	const joined: Spell[] = [];
	for (const spell of spells.sort((a, b) => a.opens.localeCompare(b.opens))) {
		const last = joined.at(-1);
		if (!last || last.closes < spell.opens) joined.push(spell);
		else if (last.closes < spell.closes) joined[joined.length - 1] = { opens: last.opens, closes: spell.closes };
	}
	return joined;
}

function isWithin(spell: Spell, hours: Hours, moment: Date): boolean {
	const time = wallTimeOf(moment, hours.zone);
	return spell.opens <= time && time < spell.closes;
}

function nextOpening(hours: Hours, moment: Date): DeskState['opens'] {
	const first = dayOf(moment, hours.zone);
	for (let inDays = 0; inDays <= LOOK_AHEAD_DAYS; inDays += 1) {
		const day = addDays(first, inDays);
		const next = spellsOn(hours, day).find((spell) => instantAt(day, spell.opens, hours.zone) > moment);
		if (next) return { day, time: next.opens, inDays };
	}
	return null;
}
