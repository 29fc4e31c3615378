import type { ServicePoint } from '#lib/network/index.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** Where a place is, in one line: what somebody says to a driver, or types into a map. */
export function venueLine(place: ServicePoint, lang: string): string {
	const { names, room, street, postalCode, municipality, nationwide } = place;
	const town = nationwide ? '' : inLanguage(municipality, lang);
	const parts = [inLanguage(names, lang), inLanguage(room, lang), street, [postalCode, town].filter(Boolean).join(' ')];
	return parts.filter(Boolean).join(', ');
}
