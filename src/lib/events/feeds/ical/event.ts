import { instantAt } from '#lib/platform/clock.ts';
import type { Occurrence, Series } from '../../event.ts';
import type { Nth } from '../../series/rule.ts';
import type { Run } from '../shown.ts';
import type { Teller } from './teller.ts';
import { type Component, type Property, text, utc, utcText, wall } from './jcal.ts';
import { type Repeats, recurrenceOf } from './recurrence.ts';
import { isOverTurn, spanOf, wallOf } from './span.ts';

/**
 * What says when the series is: how it repeats, and each date that is not as the rule has it. A date keeps the day for
 * which it was planned first, so what was moved or cancelled is known as such wherever it was taken in before.
 */
export function eventsOf({ of, dates }: Run, teller: Teller): Component[] {
	const { repeats, alone } = recurrenceOf(
		of,
		dates.map(({ originalDay }) => originalDay),
	);
	const isAlone = new Set(alone);
	const byRule = dates.filter(({ originalDay }) => !isAlone.has(originalDay));
	return [
		...(repeats ? [masterOf(of, repeats, teller)] : []),
		...byRule.filter((date) => differs(of, date)).map((date) => eventOf(of, date, { teller, isAlone: false })),
		...dates
			.filter(({ originalDay }) => isAlone.has(originalDay))
			.map((date) => eventOf(of, date, { teller, isAlone: true })),
	];
}

/** One date: by itself, or as an exception to the rule of its series. */
export function eventOf(of: Series, date: Occurrence, how: { teller: Teller; isAlone: boolean }): Component {
	const { teller, isAlone } = how;
	const which = isAlone
		? [text('uid', teller.uid(of, date))]
		: [text('uid', teller.uid(of)), wall('recurrence-id', of.zone, startOf(of, date.originalDay))];
	return [
		'vevent',
		[
			...which,
			['sequence', {}, 'integer', of.revision + date.sequence],
			...stamps(date.changedAt),
			...spanOf(of.zone, date),
			...teller.date(of, date),
			text('status', isOff(date) ? 'CANCELLED' : 'CONFIRMED'),
		],
		[],
	];
}

/** A calendar would show this date otherwise than it is. */
function differs(of: Series, date: Occurrence): boolean {
	return (
		wallOf(date.startsAt, of.zone) !== startOf(of, date.originalDay) ||
		wallOf(date.endsAt, of.zone) !== endOf(of, date.originalDay) ||
		date.mode !== of.mode ||
		date.placeId !== of.placeId ||
		date.names !== null ||
		date.notice !== null ||
		isOff(date) ||
		isOverTurn(of.zone, date)
	);
}

const isOff = ({ state }: Occurrence): boolean => state === 'cancelled' || state === 'replaced';

function masterOf(of: Series, repeats: Repeats, teller: Teller): Component {
	const leftOut = repeats.leftOut.map((day) => startOf(of, day));
	return [
		'vevent',
		[
			text('uid', teller.uid(of)),
			['sequence', {}, 'integer', of.revision],
			...stamps(of.changedAt),
			wall('dtstart', of.zone, startOf(of, repeats.first)),
			// Its end by the wall clock would be that of no other date, if the clock is turned on the first one.
			['duration', {}, 'duration', `PT${of.minutes}M`],
			ruleOf(of, repeats),
			...(leftOut.length > 0 ? [wall('exdate', of.zone, ...leftOut)] : []),
			...teller.series(of),
			text('status', 'CONFIRMED'),
		],
		[],
	];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function ruleOf(of: Series, { rule, last, count }: Repeats): Property {
	const end = count === null ? { until: utcText(instantAt(last, of.starts, of.zone)) } : { count };
	const named = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';
	const nth = (one: Nth): string => (one === 'last' ? '-1' : String(one));
	const repeats =
		rule.kind === 'weekly'
			? {
					freq: 'WEEKLY',
					...(rule.every > 1 ? { interval: rule.every, wkst: 'MO' } : {}),
					byday: rule.weekdays.map(named),
				}
			: { freq: 'MONTHLY', byday: rule.nths.map((one) => `${nth(one)}${named(rule.weekday)}`) };
	return ['rrule', {}, 'recur', { ...repeats, ...end }];
}

function stamps(changedAt: Date): Property[] {
	return [utc('dtstamp', changedAt), utc('last-modified', changedAt)];
}

function startOf({ starts }: Series, day: string): string {
	return `${day}T${starts}:00`;
}

/** By the wall clock, as calendars reckon it for the dates of a series. */
function endOf({ starts, minutes }: Series, day: string): string {
	return new Date(Date.parse(`${day}T${starts}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
}
