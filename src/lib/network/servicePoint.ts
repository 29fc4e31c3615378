import * as v from 'valibot';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** A place where somebody helps in person. */
export type ServicePoint = {
	readonly id: string;
	readonly names: Texts;
	readonly municipality: Texts;
	/** It is found in every municipality; `municipality` then says so in words. */
	readonly nationwide?: boolean;
	readonly offers: Texts;
	readonly languages: readonly string[];
	readonly url?: string;
	readonly serviceId?: string;
	readonly doubtful?: boolean;
};

/** `languages`: those in which every text must be there. */
export function servicePointSchema(languages: readonly string[]): v.GenericSchema<unknown, ServicePoint> {
	const texts = v.pipe(
		v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
		v.check((given) => languages.every((language) => given[language]), `must be there in ${languages.join(', ')}`),
	);
	return v.strictObject({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
		names: texts,
		municipality: texts,
		nationwide: v.optional(v.boolean()),
		offers: texts,
		languages: v.array(v.string()),
		url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
		serviceId: v.optional(v.string()),
		doubtful: v.optional(v.boolean()),
	});
}

/** What a place gives to the search. */
export function indexablePlace({ id, names, municipality, offers }: ServicePoint) {
	return { kind: 'place' as const, id, names, provider: municipality, purpose: offers, aliases: [] };
}
