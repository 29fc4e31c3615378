import { content, parameter, text } from './parts.ts';

/** The calendar, as other software may read it. */
export function calendarPaths(languages: readonly string[]) {
	const lang = parameter('lang', 'Language of the answer; without it, by Accept-Language.', {
		...text,
		enum: languages,
	});
	return {
		'/api/events': {
			get: {
				...{ operationId: 'events', summary: 'What goes on: coming dates, in order of time' },
				parameters: [lang, ...filters],
				responses: {
					200: { description: 'The dates', content: { 'application/json': { schema: answer } } },
					400: wrong,
				},
			},
		},
		'/api/events.csv': { get: tableAt('eventsCsv', 'text/csv', languages) },
		'/api/events.xlsx': { get: tableAt('eventsXlsx', WORKBOOK, languages) },
		'/{lang}/events.ics': { get: icalendar(languages) },
		'/api/linkedevents/v1/{kind}/': { get: linked(false) },
		'/api/linkedevents/v1/{kind}/{id}/': { get: linked(true) },
	};
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const wrong = { description: 'A parameter is wrong', ...content('Fault') };
const code = { ...text, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const day = { ...text, format: 'date' };

const chosen = [
	parameter('organisation', 'Held by this organisation, or with it.', code),
	parameter('place', 'At this place, or moved away from it.', code),
	parameter('series', 'Of this series.', code),
	parameter('language', 'Help is given there in this language.', { ...text, pattern: '^[a-z]{2,3}$' }),
	parameter('day', 'Of this original day.', day),
];
const filters = [
	...chosen,
	parameter('from', 'From this day; without it, from today.', day),
	parameter('to', 'Up to this day.', day),
	parameter('activity', 'What it is: `club`, `counselling`, `webinar` …', text),
	parameter('mode', 'How people take part.', { ...text, enum: ['on-site', 'online', 'both'] }),
	parameter('municipality', 'Code of the municipality, as 297.', { ...text, pattern: '^\\d{3}$' }),
	parameter('limit', 'How many dates at most.', { type: 'integer', minimum: 1, maximum: 500, default: 100 }),
];

const answer = {
	type: 'object',
	required: ['lang', 'events'],
	properties: { lang: text, events: { type: 'array', items: { $ref: '#/components/schemas/EventDate' } } },
};

function tableAt(operationId: string, type: string, languages: readonly string[]) {
	const columns = columnsOf(languages).map(([name, about]) => `- \`${name}\`: ${about}`);
	return {
		...{ operationId, summary: 'The same dates as a table' },
		description: `An empty field was not counted or is not known; it is never nought. Columns:\n\n${columns.join('\n')}`,
		parameters: filters,
		responses: { 200: { description: 'The table', content: { [type]: { schema: text } } }, 400: wrong },
	};
}

function columnsOf(languages: readonly string[]): readonly (readonly [string, string])[] {
	return [
		...([
			['series', 'Its code.'],
			['original_day', 'The day for which the date was planned first.'],
		] as const),
		...([
			['state', '`planned`, `held`, `cancelled` or `replaced`.'],
			['day', 'When it is.'],
		] as const),
		...([
			['starts', 'By the wall clock in Helsinki.'],
			['minutes', 'How long it takes.'],
		] as const),
		...languages.map((lang) => [`name_${lang}`, 'Its title in that language.'] as const),
		...([
			['activity', 'What it is.'],
			['mode', '`on-site`, `online` or `both`.'],
		] as const),
		...([
			['place', 'Code of the place.'],
			['place_name', 'Its name in Finnish.'],
		] as const),
		...([
			['municipality_code', 'Three figures, as text.'],
			['municipality', 'In Finnish.'],
		] as const),
		...([
			['languages', 'In which help is given, with | between.'],
			['audience', 'For whom.'],
		] as const),
		...([
			['registration', '`yes` or `no`.'],
			['capacity', 'Seats; empty when nobody counts them.'],
		] as const),
		...([
			['organisation', 'Who holds it.'],
			['organisation_name', 'Its name in Finnish.'],
		] as const),
		['partners', 'With whom, with | between.'],
	];
}

function icalendar(languages: readonly string[]) {
	return {
		...{ operationId: 'eventsIcs', summary: 'A calendar to subscribe to; with series and day one date' },
		description:
			'iCalendar (RFC 5545). What was cancelled stays with STATUS:CANCELLED, what was moved keeps its RECURRENCE-ID. ' +
			'Dates that a rule cannot say stand by themselves. From three months ago to eighteen months ahead.',
		parameters: [
			{ name: 'lang', in: 'path', description: 'Language.', required: true, schema: { ...text, enum: languages } },
			...chosen,
		],
		responses: {
			200: { description: 'The calendar', content: { 'text/calendar': { schema: text } } },
			...{ 304: { description: 'Nothing has changed (If-None-Match)' }, 400: wrong },
			404: { description: 'There is no such series or date', ...content('Fault') },
		},
	};
}

function linked(isOne: boolean) {
	const kinds = { ...text, enum: ['event', 'place', 'keyword', 'language', 'registration'] };
	const path = (name: string, schema: object) => ({ name, in: 'path', description: name, required: true, schema });
	const asked = ['start', 'end', 'super_event', 'super_event_type', 'location', 'keyword', 'publisher', 'in_language'];
	const pages = [
		...asked.map((name) => parameter(name, 'As in Linked Events.', text)),
		parameter('page', 'From 1.', { type: 'integer', minimum: 1 }),
		parameter('page_size', 'At most 100.', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
	];
	return {
		operationId: isOne ? 'linkedObject' : 'linkedPage',
		summary: isOne ? 'One object in the shape of Linked Events' : 'A page of objects in the shape of Linked Events',
		description: 'https://github.com/City-of-Helsinki/linkedevents: series are super events, dates their sub-events.',
		parameters: isOne ? [path('kind', kinds), path('id', text)] : [path('kind', kinds), ...pages],
		responses: {
			200: { description: 'As asked', content: { 'application/json': { schema: { type: 'object' } } } },
			...{ 400: wrong, 404: { description: 'There is nothing of that kind or name', ...content('Fault') } },
		},
	};
}

const textOrNull = { type: ['string', 'null'] };
const named = { type: 'object', required: ['id', 'name'], properties: { id: text, name: textOrNull } };

const place = {
	...{ type: ['object', 'null'], description: '`null` when it is online only, or nobody has said where.' },
	required: ['id', 'name', 'municipality', 'municipalityCode', 'street', 'postalCode', 'point'],
	properties: {
		...{ id: text, name: text, municipality: text, municipalityCode: textOrNull, street: textOrNull },
		...{ postalCode: textOrNull, point: { type: ['object', 'null'], properties: { lat: number(), lon: number() } } },
	},
};

const properties = {
	series: { ...text, description: 'Code of the series.' },
	originalDay: { ...day, description: 'With the series, by which the world knows the date; never changes.' },
	state: { ...text, enum: ['planned', 'moved', 'held', 'cancelled', 'replaced'] },
	title: text,
	summary: textOrNull,
	notice: { ...textOrNull, description: 'What is different this time.' },
	reason: { ...textOrNull, description: 'Why it was cancelled or replaced.' },
	day,
	starts: { ...text, pattern: '^\\d\\d:\\d\\d$', description: 'By the wall clock of the zone.' },
	minutes: { type: 'integer' },
	zone: text,
	startsAt: { ...text, format: 'date-time' },
	endsAt: { ...text, format: 'date-time' },
	planned: { type: 'object', required: ['day', 'starts'], properties: { day, starts: text } },
	activity: named,
	organisation: named,
	mode: { ...text, enum: ['on-site', 'online', 'both'] },
	place,
	languages: { type: 'array', items: text, description: 'In which help is given there.' },
	audience: { ...text, enum: ['open', 'seniors', 'youth', 'associations', 'volunteers'] },
	isFree: { type: 'boolean', description: 'Nobody pays for taking part.' },
	registration: {
		...{ type: ['object', 'null'], description: '`null`: just come.', required: ['capacity', 'isFull'] },
		properties: { capacity: { type: ['integer', 'null'] }, isFull: { type: 'boolean' } },
	},
	url: { ...text, description: 'Its page, for people.' },
};

/** One date, as /api/events gives it. */
export const eventDate = { type: 'object', required: Object.keys(properties), properties };

function number() {
	return { type: 'number' };
}
