import type { Component } from './jcal.ts';

/** The rules of the clock in Finland since 1996, for programs that do not know the zone by its name. */
export const HELSINKI: Component = [
	'vtimezone',
	[['tzid', {}, 'text', 'Europe/Helsinki']],
	[
		turn({ name: 'daylight', from: '+02:00', to: '+03:00', short: 'EEST', since: '1981-03-29T03:00:00', month: 3 }),
		turn({ name: 'standard', from: '+03:00', to: '+02:00', short: 'EET', since: '1996-10-27T04:00:00', month: 10 }),
	],
];

type Turn = { name: string; from: string; to: string; short: string; since: string; month: number };

function turn({ name, from, to, short, since, month }: Turn): Component {
	return [
		name,
		[
			['tzoffsetfrom', {}, 'utc-offset', from],
			['tzoffsetto', {}, 'utc-offset', to],
			['tzname', {}, 'text', short],
			['dtstart', {}, 'date-time', since],
			['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: month, byday: '-1SU' }],
		],
		[],
	];
}
