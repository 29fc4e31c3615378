/** What was typed into a form, by the names of its fields; a box that was ticked is `on`. */
export type Sheet = Readonly<Record<string, string>>;
/** By field why it is not understood: codes, for the reader's catalogue. */
export type Faults = Record<string, string>;

export const textIn = (sheet: Sheet, field: string): string => (sheet[field] ?? '').trim();

export function oneOf<One extends string>(
	sheet: Sheet,
	faults: Faults,
	{ field, of }: { field: string; of: readonly One[] },
): One {
	const typed = textIn(sheet, field);
	const known = of.find((one) => one === typed);
	if (known === undefined) faults[field] = 'needed';
	// Where it is none of them the fault stands, and nothing is made of it.
	return known ?? (of[0] as One);
}

/** Null where nothing was typed. */
export function numberIn(
	sheet: Sheet,
	faults: Faults,
	{ field, least, most }: { field: string; least: number; most: number },
): number | null {
	const typed = textIn(sheet, field);
	if (typed === '') return null;
	const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
	if (number >= least && number <= most) return number;
	faults[field] = 'number';
	return null;
}

export function timeIn(sheet: Sheet, faults: Faults, field: string): string {
	const typed = /^(\d{1,2})[:.](\d{2})$/.exec(textIn(sheet, field));
	const time = typed ? `${typed[1]?.padStart(2, '0')}:${typed[2]}` : '';
	if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
	faults[field] = 'time';
	return '00:00';
}

/** Null where nothing was typed. */
export function dayIn(sheet: Sheet, faults: Faults, field: string): string | null {
	const typed = textIn(sheet, field);
	if (typed === '') return null;
	const day = dayOf(typed);
	if (day === null) faults[field] = 'day';
	return day;
}

/** As the house writes it, and in the calendar. */
export const isCalendarDay = (text: string): boolean => dayOf(text) === text;

/** `2026-04-07` or `7.4.2026`; null when there is no such day. */
export function dayOf(typed: string): string | null {
	const own = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
	const day = own ? `${own[3]}-${own[2]?.padStart(2, '0')}-${own[1]?.padStart(2, '0')}` : typed;
	if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) return null;
	const moment = new Date(`${day}T12:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}
