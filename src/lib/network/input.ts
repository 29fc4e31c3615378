import * as v from 'valibot';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** Shapes of what comes from the forms of places, organisations and agreements. Messages are codes: messages/places. */
export const slug = v.pipe(
	v.string('missing'),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'missing'),
	v.maxLength(60, 'missing'),
);
export const clientId = v.pipe(v.string('missing'), v.regex(/^[\w-]{8,64}$/, 'missing'));
export const revision = v.pipe(v.string('missing'), v.regex(/^\d{1,9}$/, 'missing'), v.transform(Number));
export const tick = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent !== ''),
);

/** Lone surrogates and NUL cannot be stored. */
const line = v.pipe(
	v.string(),
	v.transform((text) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()),
);

/** A text, or null where the field was left empty. */
export const textOrNone = (most: number) =>
	v.pipe(
		v.optional(line, ''),
		v.maxLength(most, 'long'),
		v.transform((text) => text || null),
	);

export const dayOrNone = v.pipe(textOrNone(10), v.nullable(v.pipe(v.string(), v.isoDate('day'))));

/** Only where a browser goes without running anything. */
export const urlOrNone = v.pipe(
	textOrNone(500),
	v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"<>]+$/, 'url'))),
);

export const textsOrNone = (most: number) =>
	v.pipe(
		v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/)), v.pipe(line, v.maxLength(most, 'long'))), {}),
		v.transform(withoutEmpty),
	);

export const texts = (most: number) =>
	v.pipe(
		textsOrNone(most),
		v.check((given) => Object.keys(given).length > 0, 'empty'),
	);

/** The codes of the boxes that were ticked; a box that we never offered is none. */
export const ticked = <Code extends string>(isCode: (name: string) => name is Code) =>
	v.pipe(
		v.optional(v.record(v.string(), v.string()), {}),
		v.transform((boxes): Code[] => Object.keys(boxes).filter(isCode)),
	);

export const language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'language'));

/** Languages that were ticked. */
export const languages = ticked((name): name is string => /^[a-z]{2}$/.test(name));

/** `names.ru` and `names.fi` of a form are one thing, `names`. */
export const grouped = v.pipe(v.record(v.string(), v.string()), v.transform(inGroups));

function inGroups(typed: Readonly<Record<string, string>>): Record<string, unknown> {
	const groups = new Map<string, Record<string, string>>();
	const alone: [string, string][] = [];
	for (const [name, value] of Object.entries(typed)) {
		const [group = '', part] = name.split('.', 2);
		if (part === undefined) alone.push([name, value]);
		else groups.set(group, { ...groups.get(group), [part]: value });
	}
	return Object.fromEntries([...alone, ...groups]);
}

function withoutEmpty(texts: Texts): Texts {
	return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
