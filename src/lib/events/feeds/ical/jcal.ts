import ICAL from 'ical.js';

/** A calendar as plain data, in the shape of RFC 7265; the library writes it as text. */
export type Property = readonly [
	...[name: string, parameters: Readonly<Record<string, string>>, type: string],
	...values: readonly unknown[],
];
export type Component = readonly [name: string, properties: readonly Property[], parts: readonly Component[]];

// The library forgets the blank that begins a folded line; 75 octets are allowed with it.
ICAL.foldLength = 74;
const TEXT = { defaultType: 'text', allowedTypes: ['text'] };
// Names that it does not know it would write as they come, with whatever stands in the text.
Object.assign(ICAL.design.icalendar.property, { name: TEXT, 'x-wr-calname': TEXT });

export function written(calendar: Component): string {
	// The library's own type wants arrays that may change; it changes none.
	return ICAL.stringify(calendar as unknown as unknown[]);
}

export function text(name: string, value: string, lang?: string): Property {
	return [name, lang === undefined ? {} : { language: lang }, 'text', clean(value)];
}

/** An instant, in UTC. */
export function utc(name: string, moment: Date): Property {
	return [name, {}, 'date-time', utcText(moment)];
}

/** Moments as the wall clock of the zone shows them: `YYYY-MM-DDTHH:MM:00`. */
export function wall(name: string, zone: string, ...moments: readonly string[]): Property {
	return [name, { tzid: zone }, 'date-time', ...moments];
}

export function utcText(moment: Date): string {
	return `${moment.toISOString().slice(0, 19)}Z`;
}

/** Lines end in one way, and nothing is left that has no place in a text. */
function clean(value: string): string {
	const lines = value.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
	return lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
