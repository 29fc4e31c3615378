import { addDays } from '#lib/platform/clock.ts';
import type { Series } from '../event.ts';
import { NTHS, type Rule, type Skip, type Span } from '../series/rule.ts';
import { dayIn, dayOf, type Faults, numberIn, oneOf, type Sheet, textIn, timeIn } from './typed.ts';

export const RULE_KINDS = ['weekly', 'monthly', 'dates'] as const;
export const EVERY = ['1', '2', '4'] as const;
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const MOST_TIMES = 400;
/** No series is planned for longer; the next season is a copy. */
const LONGEST = 3 * 366;
const MOST_SPANS = 40;

type Timed = Pick<Series, 'rule' | 'from' | 'until' | 'times' | 'skip' | 'starts' | 'minutes'>;

/** When it goes on, as it was typed. */
export function courseIn(sheet: Sheet, faults: Faults): Timed {
	const rule = ruleIn(sheet, faults);
	return {
		rule,
		...endsIn(sheet, faults, rule),
		skip: { holidays: sheet.holidays === 'on', spans: spansIn(sheet, faults) },
		starts: timeIn(sheet, faults, 'starts'),
		minutes: minutesIn(sheet, faults),
	};
}

/** The name of the box by which a break is taken into a series. */
export const spanField = ({ from, to }: Span): string => `span-${from}_${to}`;

/** A break written into the form itself; it is kept for the other series too. */
export function newSpanIn(sheet: Sheet, faults: Faults): Span | null {
	if (textIn(sheet, 'breakFrom') === '' && textIn(sheet, 'breakTo') === '') return null;
	const from = dayIn(sheet, faults, 'breakFrom') ?? dayIn(sheet, faults, 'breakTo') ?? '';
	const to = dayIn(sheet, faults, 'breakTo') ?? from;
	if (to < from) faults.breakTo = 'order';
	return { from, to };
}

export function minutesIn(sheet: Sheet, faults: Faults): number {
	const minutes = numberIn(sheet, faults, { field: 'minutes', least: 5, most: 1440 });
	if (minutes === null) faults.minutes ??= 'needed';
	return minutes ?? 5;
}

function ruleIn(sheet: Sheet, faults: Faults): Rule {
	const kind = oneOf(sheet, faults, { field: 'kind', of: RULE_KINDS });
	if (kind === 'dates') return { kind, days: daysIn(sheet, faults) };
	if (kind === 'monthly') return monthlyIn(sheet, faults);
	const weekdays = WEEKDAYS.filter((day) => sheet[`weekday-${day}`] === 'on').map(Number);
	if (weekdays.length === 0) faults.weekdays = 'tick';
	const every = Number(oneOf(sheet, faults, { field: 'every', of: EVERY }));
	return { kind, weekdays, every: every === 2 || every === 4 ? every : 1 };
}

function monthlyIn(sheet: Sheet, faults: Faults): Rule {
	const nths = NTHS.filter((nth) => sheet[`nth-${nth}`] === 'on');
	if (nths.length === 0) faults.nths = 'tick';
	return { kind: 'monthly', nths, weekday: Number(oneOf(sheet, faults, { field: 'weekday', of: WEEKDAYS })) };
}

/** One after the other, on lines of their own or with commas between. */
function daysIn(sheet: Sheet, faults: Faults): string[] {
	const typed = textIn(sheet, 'days')
		.split(/[\s,;]+/)
		.filter(Boolean);
	const days = typed.map(dayOf);
	if (days.length === 0) faults.days = 'needed';
	if (days.includes(null) || days.length > MOST_TIMES) faults.days = 'days';
	return [...new Set(days.flatMap((day) => day ?? []))].sort();
}

/** Days that are listed are their own ends. */
function endsIn(sheet: Sheet, faults: Faults, rule: Rule): Pick<Timed, 'from' | 'until' | 'times'> {
	if (rule.kind === 'dates') {
		const [from = '2026-01-01', until = from] = [rule.days[0], rule.days.at(-1)];
		return { from, until, times: null };
	}
	const from = dayIn(sheet, faults, 'from');
	if (from === null) faults.from ??= 'needed';
	const until = dayIn(sheet, faults, 'until');
	if (from && until && (until < from || until > addDays(from, LONGEST))) faults.until = 'order';
	const times = numberIn(sheet, faults, { field: 'times', least: 1, most: MOST_TIMES });
	return { from: from ?? '2026-01-01', until, times };
}

function spansIn(sheet: Sheet, faults: Faults): Skip['spans'] {
	const ticked = Object.keys(sheet).filter((field) => field.startsWith('span-') && sheet[field] === 'on');
	const spans = ticked.flatMap((field) => {
		const [from = '', to = ''] = field.slice(5).split('_').map(dayOf);
		return from && to && from <= to ? [{ from, to }] : [];
	});
	const typed = newSpanIn(sheet, faults);
	return [...spans, ...(typed ? [typed] : [])].sort((a, b) => (a.from < b.from ? -1 : 1)).slice(0, MOST_SPANS);
}
