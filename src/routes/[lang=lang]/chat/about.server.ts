import { addressOfPlace, type Place } from '#lib/content/index.ts';
import { catalogue, placeIn } from '#lib/content/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** What a conversation is begun about, as the form carries it (`id`) and as it is said to her. */
export type Asked = { readonly id: string; readonly name: string; readonly step?: { number: number; text: string } };

/** The card or the step of a guide she came from; only what is known is taken over. */
export function askedAbout(query: URLSearchParams, lang: string): Asked | null {
	const place = placeOf(query.get('guide') ?? '', query.get('step') ?? '', lang);
	if (place) return { id: carried(place), name: place.title, ...(place.step && { step: place.step }) };
	const service = catalogue().serviceById.get(query.get('about') ?? '');
	return service ? { id: service.id, name: inLanguage(service.names, lang) } : null;
}

/** The public page behind what the form carried, for the helper; null when there is none. */
export function pageAbout(about: string, lang: string): string | null {
	const [, guide, step = ''] = about.match(/^guide:([\w-]+)(?::([\w-]+))?$/) ?? [];
	const place = guide === undefined ? undefined : placeOf(guide, step, lang);
	if (place) return addressOfPlace(place, lang);
	return catalogue().serviceById.has(about) ? `/${lang}/services/${about}` : null;
}

/** What a conversation was begun about, with the way back to it: she may come days later, on another telephone. */
export function askedOn(page: string | null, lang: string): (Asked & { readonly href: string }) | null {
	const [, part, id = '', step = ''] = page?.match(/^\/[a-z]{2}\/(guides|services)\/([\w-]+)(?:#([\w-]+))?$/) ?? [];
	const asked = askedAbout(new URLSearchParams(part === 'guides' ? { guide: id, step } : { about: id }), lang);
	const href = asked && pageAbout(asked.id, lang);
	return asked && href ? { ...asked, href } : null;
}

const carried = ({ guide, step }: Place): string => `guide:${guide}${step ? `:${step.id}` : ''}`;
const placeOf = (guide: string, step: string, lang: string) => placeIn(catalogue(), guide, step, lang);
