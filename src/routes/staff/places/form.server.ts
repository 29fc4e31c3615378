import type { StaffActor } from '#lib/identity/index.server.ts';
import type { placeFor } from '#lib/network/index.server.ts';
import { ACCESSIBILITY } from '#lib/network/index.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { municipalitiesIn, organisationsIn, SPOKEN } from './door.server.ts';

type Place = NonNullable<Awaited<ReturnType<typeof placeFor>>>;

/** What a place can be described with. */
export async function placeChoices(lang: string, actor: StaffActor) {
	const lists = await organisationsIn(lang, actor);
	return { ...lists, municipalities: municipalitiesIn(lang), accessibility: ACCESSIBILITY, spoken: SPOKEN };
}

/** A place as it stands in the fields of its form. */
export function typedOf({ card, revision }: Place): Record<string, string> {
	const { point, street, postalCode, phone, email, url, organisationId, municipalityCode, closedOn } = card;
	const alone = { street, postalCode, phone, email, url, organisationId, municipalityCode };
	return {
		...Object.fromEntries(Object.entries(alone).map(([name, value]) => [name, value ?? ''])),
		...inFields('names', card.names),
		...inFields('offers', card.offers),
		...inFields('room', card.room ?? {}),
		...inFields('travel', card.travel ?? {}),
		...tickedIn('languages', card.languages),
		...tickedIn('accessibility', card.accessibility ?? []),
		...{ lat: String(point?.lat ?? ''), lon: String(point?.lon ?? '') },
		...{ revision: String(revision), isClosed: closedOn ? 'yes' : '' },
	};
}

/** Texts as the fields of a form, one for each language. */
export function inFields(name: string, texts: Texts): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [`${name}.${lang}`, text]));
}

export function tickedIn(name: string, codes: readonly string[]): Record<string, string> {
	return Object.fromEntries(codes.map((code) => [`${name}.${code}`, 'yes']));
}
