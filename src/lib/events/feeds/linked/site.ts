import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Occurrence, Series } from '../../event.ts';
import type { Shown } from '../shown.ts';

/** From what the objects of Linked Events are made, and under which addresses they stand. */
export type Site = {
	readonly shown: Shown;
	readonly origin: string;
	/** The languages of the site. */
	readonly languages: readonly string[];
	/** Words of `messages/events` in each of them. */
	readonly words: (key: string) => Texts;
};

export const KINDS = ['event', 'place', 'keyword', 'language', 'registration'] as const;
export type Kind = (typeof KINDS)[number];
/** An object as it is sent; its shape is that of the City of Helsinki's interface. */
export type Linked = Readonly<Record<string, unknown>>;

export const SOURCE = 'silta';
/** Where those meet who meet nowhere. */
export const INTERNET = `${SOURCE}:internet`;

export const eventId = (of: Series): string => `${SOURCE}:${of.id}`;
export const dateId = ({ seriesId, originalDay }: Occurrence): string => `${SOURCE}:${seriesId}:${originalDay}`;

export function addressOf({ origin }: Site, kind: Kind, id: string | number): string {
	return `${origin}/api/linkedevents/v1/${kind}/${id}/`;
}

export function reference(site: Site, kind: Kind, id: string | number): Linked {
	return { '@id': addressOf(site, kind, id) };
}

/** What every object begins with. */
export function identity(site: Site, kind: Kind, { id, type }: { id: string; type: string }): Linked {
	return { id, '@id': addressOf(site, kind, id), '@context': 'http://schema.org', '@type': type };
}

/** A text of ours in each language of the site. */
export function inEach({ languages }: Site, text: (lang: string) => string): Texts {
	return Object.fromEntries(languages.map((lang) => [lang, text(lang)]));
}

export function utcOf(moment: Date): string {
	return `${moment.toISOString().slice(0, 19)}Z`;
}
