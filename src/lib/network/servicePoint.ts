import * as v from 'valibot';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** What somebody needs to know before she comes with a wheelchair, a stick or a hearing aid. */
export const ACCESSIBILITY = [
	...(['step-free', 'lift', 'accessible-toilet', 'hearing-loop', 'parking'] as const),
] as const;
export type Accessibility = (typeof ACCESSIBILITY)[number];

/** A place where somebody helps in person. */
export type ServicePoint = {
	readonly id: string;
	readonly names: Texts;
	readonly municipality: Texts;
	/** Three figures, as the statistical office has them. */
	readonly municipalityCode?: string;
	/** It is found in every municipality; `municipality` then says so in words. */
	readonly nationwide?: boolean;
	readonly offers: Texts;
	/** In which somebody helps there. */
	readonly languages: readonly string[];
	/** Whose place it is. */
	readonly organisationId?: string;
	readonly street?: string;
	readonly postalCode?: string;
	/** Floor, room, which door. */
	readonly room?: Texts;
	/** Which bus, where to leave the car. */
	readonly travel?: Texts;
	readonly point?: Point;
	readonly accessibility?: readonly Accessibility[];
	readonly phone?: string;
	readonly email?: string;
	readonly url?: string;
	readonly serviceId?: string;
	readonly doubtful?: boolean;
	/** Made up, so that something can be shown. */
	readonly isDemonstration?: boolean;
	/** When somebody looked and it was so, and when to look again. */
	readonly checkedOn?: string;
	readonly nextCheckOn?: string;
	/** Since when nobody helps there any more; what was there is still found under its name. */
	readonly closedOn?: string;
};

/** Degrees, as phones have them. */
export type Point = { readonly lat: number; readonly lon: number };

const day = v.pipe(v.string(), v.isoDate());

/** `languages`: those in which every text must be there. */
export function servicePointSchema(languages: readonly string[]): v.GenericSchema<unknown, ServicePoint> {
	const texts = v.pipe(
		v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
		v.check((given) => languages.every((language) => given[language]), `must be there in ${languages.join(', ')}`),
	);
	return v.strictObject({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
		...{ names: texts, municipality: texts, offers: texts },
		municipalityCode: v.optional(v.pipe(v.string(), v.regex(/^\d{3}$/))),
		nationwide: v.optional(v.boolean()),
		languages: v.array(v.string()),
		...{ organisationId: v.optional(v.string()), serviceId: v.optional(v.string()) },
		...{ street: v.optional(v.string()), postalCode: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/))) },
		...{ room: v.optional(texts), travel: v.optional(texts) },
		point: v.optional(v.strictObject({ lat: v.number(), lon: v.number() })),
		accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY))),
		...{ phone: v.optional(v.string()), email: v.optional(v.string()) },
		url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
		doubtful: v.optional(v.boolean()),
		isDemonstration: v.optional(v.boolean()),
		...{ checkedOn: v.optional(day), nextCheckOn: v.optional(day), closedOn: v.optional(day) },
	});
}

/** Where one goes: street, postal code and town, as on a letter. Empty when nobody has written it down. */
export function addressOf({ street, postalCode, municipality }: ServicePoint): string {
	if (!street) return '';
	const town = municipality.fi ?? Object.values(municipality)[0] ?? '';
	return [street, [postalCode, town].filter(Boolean).join(' ')].join(', ');
}

/** What a place gives to the search. */
export function indexablePlace({ id, names, municipality, offers }: ServicePoint) {
	return { kind: 'place' as const, id, names, provider: municipality, purpose: offers, aliases: [] };
}
