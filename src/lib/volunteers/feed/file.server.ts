import { type Component, HELSINKI, spanOf, text, utc, written } from '#lib/events/index.server.ts';
import { inLanguage, type Say } from '#lib/platform/i18n/say.ts';
import type { OwnShift } from './store.server.ts';

type Told = { readonly say: Say; readonly lang: string; readonly origin: string };

/** Her shifts for the calendar of her telephone (RFC 5545, 7986): what and where, and nobody's name. */
export function ownCalendar(shifts: readonly OwnShift[], told: Told): string {
	const name = told.say('own.ics.name');
	return written([
		'vcalendar',
		[
			text('version', '2.0'),
			text('prodid', '-//Silta//Shifts//EN'),
			text('calscale', 'GREGORIAN'),
			text('method', 'PUBLISH'),
			text('name', name, told.lang),
			text('x-wr-calname', name),
			['refresh-interval', {}, 'duration', 'PT2H'],
			['x-published-ttl', {}, 'unknown', 'PT2H'],
		],
		[HELSINKI, ...shifts.map((one) => eventOf(one, told))],
	]);
}

function eventOf(shift: OwnShift, { say, lang, origin }: Told): Component {
	const title = inLanguage(shift.names, lang);
	const place = inLanguage(shift.place ?? {}, lang);
	return [
		'vevent',
		[
			text('uid', `shift.${shift.id}@${new URL(origin).hostname}`),
			['sequence', {}, 'integer', sequenceOf(shift.changedAt)],
			...[utc('dtstamp', shift.changedAt), utc('last-modified', shift.changedAt)],
			...spanOf(ZONE, shift),
			text('summary', say(shift.isOff ? 'own.ics.off' : 'own.ics.shift', { title }), lang),
			...(place === '' ? [] : [text('location', place, lang)]),
			['url', {}, 'uri', `${origin}/staff/shifts`],
			text('status', shift.isOff ? 'CANCELLED' : 'CONFIRMED'),
		],
		[],
	];
}

const ZONE = 'Europe/Helsinki';
const SINCE = Date.UTC(2025, 0, 1);

/** Seconds, so that each change counts and nobody has to. */
const sequenceOf = (changedAt: Date): number => Math.max(0, Math.floor((changedAt.getTime() - SINCE) / 1_000));
