import type { Dated } from '../../public/calendar.ts';
import { runsOf } from '../shown.ts';
import { eventOf, eventsOf } from './event.ts';
import { type Component, text, written } from './jcal.ts';
import { type Told, tellerOf } from './teller.ts';
import { HELSINKI } from './zone.ts';

/** The dates as a calendar to subscribe to (RFC 5545, 7986); `name` stands above it. */
export function calendarFile(dated: readonly Dated[], name: string, told: Told): string {
	const teller = tellerOf(told);
	return written(
		fileOf(
			runsOf(dated).flatMap((run) => eventsOf(run, teller)),
			[
				text('name', name, told.lang),
				text('x-wr-calname', name),
				['refresh-interval', {}, 'duration', 'PT6H'],
				['x-published-ttl', {}, 'unknown', 'PT6H'],
			],
		),
	);
}

/** One date for her own calendar: it hangs on no series there. */
export function dateFile({ of, date }: Dated, told: Told): string {
	return written(fileOf([eventOf(of, date, { teller: tellerOf(told), isAlone: true })], []));
}

function fileOf(events: readonly Component[], about: Component[1]): Component {
	return [
		'vcalendar',
		[
			text('version', '2.0'),
			text('prodid', '-//Silta//Events//EN'),
			text('calscale', 'GREGORIAN'),
			text('method', 'PUBLISH'),
			...about,
		],
		[HELSINKI, ...events],
	];
}
