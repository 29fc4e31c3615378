import { affectedBy, formerNames } from '../../item/about.ts';
import type { About } from '../../item/item.ts';
import { aboutFields, type Shape } from './aboutFields.ts';

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

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listed = (value: unknown): string => (Array.isArray(value) ? value.map(plain).join('\n') : '');

const TYPED: Readonly<Record<Shape, (value: unknown) => string>> = {
	...{
		line: plain,
		web: plain,
		number: plain,
		day: plain,
		choice: plain,
		choices: listed,
		lines: listed,
		webs: listed,
	},
	tick: (value) => (value === true ? 'on' : ''),
	pairs: (value) =>
		Object.entries(Object(value) as Record<string, unknown>) // an object of languages, or nothing
			.map(([lang, text]) => `${lang}: ${plain(text)}`)
			.join('\n'),
	former: (value) =>
		formerNames({ former: value })
			.map(({ name, until }) => (until ? `${name} | ${until}` : name))
			.join('\n'),
	affects: (value) => affectedBy({ affects: value }).join('\n'),
};

const trimmed = (text: string): string | undefined => text.trim() || undefined;
const list = (text: string): string[] | undefined => nonEmpty([...new Set(linesOf(text))]);
const nonEmpty = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);

const STORED: Readonly<Record<Shape, (typed: string) => unknown>> = {
	...{ line: trimmed, web: trimmed, day: trimmed, choice: trimmed, choices: list, lines: list, webs: list },
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
