import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Dated, View } from './calendar.ts';

/** What a reader wants to see. It stands in the address and nowhere else. */
export type Choice = {
	/** In any of its names. */
	readonly municipality?: string;
	readonly language?: string;
	readonly activity?: string;
	readonly how?: How;
};

export const HOWS = ['on-site', 'online'] as const;
export type How = (typeof HOWS)[number];

const LONGEST = 60;

export function choiceOf(asked: URLSearchParams): Choice {
	const [municipality, language, activity, how] = ['municipality', 'language', 'activity', 'how'].map(
		(name) => asked.get(name)?.trim().slice(0, LONGEST) || undefined,
	);
	return { municipality, language, activity, how: HOWS.find((one) => one === how) };
}

export const isChosen = (choice: Choice): boolean => Object.values(choice).some((wish) => wish !== undefined);

/** The same choice as the end of another address; empty when nothing was chosen. */
export function queryOf(choice: Choice): string {
	const wishes = Object.entries(choice).flatMap(([name, wish]) => (wish ? [[name, wish]] : []));
	return wishes.length > 0 ? `?${new URLSearchParams(wishes)}` : '';
}

export function suits(view: View, { of, date }: Dated, choice: Choice): boolean {
	return (
		(!choice.municipality || isIn(view, date.placeId, choice.municipality)) &&
		(!choice.language || of.languages.includes(choice.language)) &&
		(!choice.activity || of.activityId === choice.activity) &&
		(!choice.how || date.mode === choice.how || date.mode === 'both')
	);
}

export type Option = { readonly value: string; readonly name: string };
/** What can be chosen among these dates; nothing where all are alike. */
export type Options = {
	readonly municipalities: readonly Option[];
	readonly languages: readonly string[];
	readonly activities: readonly Option[];
	readonly hows: readonly How[];
};

export function optionsOf(view: View, dates: readonly Dated[]): Options {
	const where = new Set(dates.flatMap(({ date }) => date.placeId ?? []));
	const towns = view.places.filter(({ id, nationwide }) => where.has(id) && !nationwide);
	const kinds = [...view.calendar.activities.values()].filter(({ id }) => dates.some(({ of }) => of.activityId === id));
	const hows = HOWS.filter((how) => dates.some((one) => suits(view, one, { how })));
	return {
		municipalities: byName(
			towns.map(({ municipality }) => ({
				value: inLanguage(municipality, 'fi'),
				name: inLanguage(municipality, view.lang),
			})),
			view.lang,
		),
		languages: [...new Set(dates.flatMap(({ of }) => of.languages))],
		activities: kinds.map(({ id, names }) => ({ value: id, name: inLanguage(names, view.lang) })),
		hows: hows.length === HOWS.length ? hows : [],
	};
}

function isIn({ places }: View, placeId: string | null, municipality: string): boolean {
	const place = places.find(({ id }) => id === placeId);
	const wanted = municipality.toLowerCase();
	return Object.values(place?.municipality ?? {}).some((name) => name.toLowerCase() === wanted);
}

function byName(options: readonly Option[], lang: string): Option[] {
	const once = new Map(options.map((option) => [option.value, option]));
	return [...once.values()].sort((a, b) => new Intl.Collator(lang).compare(a.name, b.name));
}
