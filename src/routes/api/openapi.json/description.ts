import { calendarPaths, eventDate } from './events.ts';
import { content, parameter, text } from './parts.ts';

/** The public API in OpenAPI 3.1; search.test.ts holds real answers against it. */
export function description(languages: readonly string[]) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Silta public API',
			version: '1',
			summary: 'What the public site shows, for other software.',
			description: 'No key is needed and nothing about the caller is kept.',
		},
		paths: {
			'/api/search': { get: search(languages) },
			'/api/statistics/stuck.csv': { get: stuck(languages) },
			...calendarPaths(languages),
		},
		components: {
			schemas: { SearchAnswer: searchAnswer, SearchResult: searchResult, EventDate: eventDate, Fault: fault },
		},
	};
}

function search(languages: readonly string[]) {
	return {
		operationId: 'search',
		summary: 'Search e-services, guides, terms, changes, events and places of help',
		description: 'Best first. Words of an emergency put a result of kind "urgent" above all others.',
		parameters: [
			parameter('q', 'What to look for, in any language or script; cut at 200 characters.', text, true),
			parameter('lang', 'Language of the answer; without it, by Accept-Language.', { ...text, enum: languages }),
			parameter('municipality', 'What serves only other municipalities comes last.', { ...text, maxLength: 100 }),
			parameter('as', 'typed: never read as typed on another keyboard.', { ...text, enum: ['typed'] }),
			parameter('limit', 'How many results at most.', { type: 'integer', minimum: 1, maximum: 50, default: 10 }),
		],
		responses: {
			200: { description: 'What was found', ...content('SearchAnswer') },
			400: { description: 'A parameter is wrong', ...content('Fault') },
		},
	};
}

/** What each column holds; the file itself begins with their names. */
function stuckColumns(languages: readonly string[]): readonly (readonly [string, string])[] {
	return [
		['quarter', 'As it was asked for.'],
		['state', '`running`: it may still change; `fixed`: it does not any more.'],
		['level', '`all`, `service`, `step` of a guide, or `ending` of the contacts at a step.'],
		['service', 'Code of the e-service; `none` where no service was named.'],
		...languages.map((code) => [`service_${code}`, 'Its name in that language.'] as const),
		['guide', 'Code of the guide; `none` where no step was named.'],
		['step', 'Code of the step in the guide.'],
		['step_number', 'Its place in the guide today; empty when the guide has it no more.'],
		...languages.map((code) => [`step_${code}`, 'What the step says in that language.'] as const),
		['ending', '`solved`, `sent-on`, `not-solved` or `not-told`.'],
		['at_least', 'Contacts, rounded down to a multiple of five; empty when hidden.'],
		['hidden', '`yes`: too small to be shown, or another number could be worked out from it.'],
	];
}

function stuck(languages: readonly string[]) {
	const columns = stuckColumns(languages).map(([name, about]) => `- \`${name}\`: ${about}`);
	return {
		operationId: 'stuck',
		summary: 'Where people get stuck: e-services and steps, by quarter',
		description: `A table (RFC 4180, UTF-8 with a byte order mark). Columns:\n\n${columns.join('\n')}`,
		parameters: [
			parameter('quarter', 'Like 2026-Q4.', { ...text, pattern: '^20\\d\\d-Q[1-4]$' }, true),
			parameter('service', 'Only this e-service, by its code.', text),
		],
		responses: {
			200: { description: 'The table', content: { 'text/csv': { schema: text } } },
			400: { description: 'The quarter is written in another way', ...content('Fault') },
			404: { description: 'Nothing is published for that quarter', ...content('Fault') },
		},
	};
}

const searchAnswer = {
	type: 'object',
	required: ['query', 'results'],
	properties: {
		query: { ...text, description: 'The query as it was searched for.' },
		results: { type: 'array', items: { $ref: '#/components/schemas/SearchResult' } },
		didYouMean: { ...text, description: 'The query as read from another keyboard layout, when that was meant.' },
	},
};

const KINDS = ['service', 'guide', 'term', 'change', 'event', 'place', 'material', 'video', 'urgent'];

const searchResult = {
	type: 'object',
	required: ['kind', 'id', 'title', 'url', 'snippet'],
	properties: {
		kind: { ...text, enum: KINDS },
		id: text,
		title: text,
		url: { ...text, description: 'Path on this site.' },
		snippet: text,
	},
};

const fault = {
	type: 'object',
	required: ['error'],
	properties: { error: { ...text, description: 'One plain sentence in English.' } },
};
