import type { About } from '../../item/item.ts';
import { KINDS, RISKS } from '../../item/item.ts';
import { CONFIDENCES, LOGIN_WAYS } from '../../service.ts';

/**
 * How a field of `about` is typed, and what stands in it. `lines`: a list, one a line. `pairs`: `ru: чтение` a line.
 * `former`: `name | last day` a line. `affects`: keys of items, one a line.
 */
export type Shape =
	| 'line'
	| 'web'
	| 'number'
	| 'day'
	| 'tick'
	| 'choice'
	| 'choices'
	| 'lines'
	| 'pairs'
	| 'former'
	| 'affects';
export type AboutField = { readonly name: string; readonly shape: Shape; readonly options?: readonly string[] };

export const SECTIONS = ['services', 'basics', 'work', 'safety', 'helpers'];
const SUITS = ['phone-only', 'no-codes', 'for-another', 'on-paper', 'no-finnish'];

const one = (name: string, shape: Shape, options?: readonly string[]): AboutField => ({
	name,
	shape,
	...(options && { options }),
});
const POSITION = one('position', 'number');
/** The options are what the site has: see the page. */
const TOPICS = one('topics', 'choices');
const RISK = one('risk', 'choice', RISKS);
const SERVICES = one('services', 'lines');
const SOURCES = one('sources', 'lines');

const FIELDS: Readonly<Record<string, readonly AboutField[]>> = {
	service: [
		...[one('url', 'web'), TOPICS, RISK, one('login', 'choices', LOGIN_WAYS), one('languages', 'lines')],
		...[one('phone', 'line'), one('municipalities', 'lines'), one('formerNames', 'lines')],
		...[one('confidence', 'choice', CONFIDENCES), POSITION, SOURCES],
	],
	guide: [
		...[one('section', 'choice', SECTIONS), POSITION, RISK, one('reach', 'choice', ['steps', 'door']), TOPICS],
		...[one('suits', 'choices', SUITS), SERVICES, SOURCES],
	],
	term: [one('reading', 'pairs'), one('forms', 'lines'), one('former', 'former'), TOPICS, RISK, SERVICES, SOURCES],
	change: [
		...[one('announced', 'day'), one('effective', 'day'), one('expires', 'day'), one('unsettled', 'tick')],
		...[one('affects', 'affects'), TOPICS, RISK, SERVICES, SOURCES],
	],
	video: [one('video', 'web'), POSITION, TOPICS, RISK, SERVICES, SOURCES],
	material: [POSITION, TOPICS, RISK, SERVICES, one('guides', 'lines'), SOURCES],
};

export function aboutFields(kind: string): readonly AboutField[] {
	return FIELDS[kind] ?? [];
}

/** What stands in the fields for what is stored. */
export function typedAbout(kind: string, about: About): Record<string, string> {
	return Object.fromEntries(aboutFields(kind).map(({ name, shape }) => [name, TYPED[shape](about[name])]));
}

/** What is stored for what stands in the fields; what no field shows stays as it was. */
export function storedAbout(kind: string, typed: Readonly<Record<string, string>>, before: About): About {
	const fields = aboutFields(kind);
	const shown = new Set(fields.map(({ name }) => name));
	const kept = Object.entries(before).filter(([name]) => !shown.has(name));
	const given = fields.flatMap(({ name, shape }): [string, unknown][] => {
		const value = STORED[shape](typed[name] ?? '');
		// A list that was there and is empty now stays a list.
		if (value === undefined && Array.isArray(before[name])) return [[name, []]];
		return value === undefined ? [] : [[name, value]];
	});
	return Object.fromEntries([...given, ...kept]);
}

/** Codes of what is wrong, by the name of the field. */
export function faultsOfAbout(kind: string, about: About): Record<string, string> {
	const faults = aboutFields(kind).flatMap((field) => {
		const fault = about[field.name] === undefined ? null : faultOf(field, about[field.name]);
		return fault ? [[field.name, fault]] : [];
	});
	return Object.fromEntries(faults);
}

function faultOf({ shape, options }: AboutField, value: unknown): string | null {
	if (shape === 'number') return typeof value === 'number' && Number.isInteger(value) ? null : 'number';
	if (shape === 'day') return isDay(value) ? null : 'day';
	if (shape === 'web') return typeof value === 'string' && isWeb(value) ? null : 'url';
	if (shape === 'choice') return options?.some((option) => option === value) ? null : 'choice';
	if (shape === 'former')
		return namesIn(value).every(({ until }) => until === undefined || isDay(until)) ? null : 'day';
	if (shape === 'affects') return keysIn(value).every(isKey) ? null : 'key';
	if (shape === 'pairs') return Object.keys(Object(value)).every((lang) => /^[a-z]{2}$/.test(lang)) ? null : 'pair';
	return null;
}

const isDay = (value: unknown): boolean =>
	typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isWeb = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value);
const isKey = (key: string): boolean => new RegExp(`^(${KINDS.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`).test(key);

type Named = { readonly name: string; readonly until?: unknown };
function namesIn(value: unknown): Named[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((one: unknown) =>
		typeof one === 'object' && one !== null && 'name' in one
			? [{ name: String(one.name), ...('until' in one && { until: one.until }) }]
			: [],
	);
}

function keysIn(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((one: unknown) =>
		typeof one === 'object' && one !== null && 'item' in one ? [String(one.item)] : [],
	);
}

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listed = (value: unknown): string => (Array.isArray(value) ? value.map(plain).join('\n') : '');

const TYPED: Readonly<Record<Shape, (value: unknown) => string>> = {
	...{ line: plain, web: plain, number: plain, day: plain, choice: plain, choices: listed, lines: listed },
	tick: (value) => (value === true ? 'on' : ''),
	pairs: (value) =>
		Object.entries(Object(value) as Record<string, unknown>) // an object of languages, or nothing
			.map(([lang, text]) => `${lang}: ${plain(text)}`)
			.join('\n'),
	former: (value) =>
		namesIn(value)
			.map(({ name, until }) => (until ? `${name} | ${plain(until)}` : name))
			.join('\n'),
	affects: (value) => keysIn(value).join('\n'),
};

const trimmed = (text: string): string | undefined => text.trim() || undefined;
const list = (text: string): string[] | undefined => nonEmpty([...new Set(linesOf(text))]);
const nonEmpty = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);

const STORED: Readonly<Record<Shape, (typed: string) => unknown>> = {
	...{ line: trimmed, web: trimmed, day: trimmed, choice: trimmed, choices: list, lines: list },
	number: (text) => {
		const [value] = linesOf(text);
		if (value === undefined) return undefined;
		return /^-?\d{1,9}$/.test(value) ? Number(value) : value;
	},
	tick: (text) => (text === 'on' ? true : undefined),
	pairs: (text) => {
		const pairs = linesOf(text).map((line) => /^([^:]*):(.*)$/.exec(line) ?? ['', line, '']);
		return pairs.length > 0
			? Object.fromEntries(pairs.map(([, lang = '', said = '']) => [lang.trim(), said.trim()]))
			: undefined;
	},
	former: (text) =>
		nonEmpty(
			linesOf(text).map((line) => {
				const [name = '', until = ''] = line.split('|').map((part) => part.trim());
				return { name, ...(until && { until }) };
			}),
		),
	affects: (text) => nonEmpty([...new Set(linesOf(text))].map((item) => ({ item }))),
};
