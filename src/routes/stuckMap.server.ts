import { catalogue, placeIn } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { fewestOfTopics, NONE, type PublishedMap, publishedMap, publishedQuarters } from '#lib/reports/index.server.ts';

/** What a service is called, and who offers it; a service that is gone from the catalogue keeps its code. */
export function serviceNamed(code: string, lang: string): { name: string | null; provider: string } {
	const service = catalogue().serviceById.get(code);
	const name = code === NONE ? null : inLanguage(service?.names, lang) || code;
	return { name, provider: inLanguage(service?.provider, lang) };
}

export type NamedStep = {
	readonly guide: string;
	readonly title: string;
	/** Null: the guide has no such step any more. */
	readonly number: number | null;
	readonly text: string;
	readonly href: string | null;
};

/** The step that `guide#step` names; null where no step was noted. */
export function stepNamed(code: string, lang: string): NamedStep | null {
	if (code === NONE) return null;
	const [guide = '', id = ''] = code.split('#');
	const place = placeIn(catalogue(), guide, id, lang);
	if (!place?.step) return { guide, title: place?.title ?? guide, number: null, text: '', href: null };
	const { number, text } = place.step;
	return { guide, title: place.title, number, text, href: `/${lang}/guides/${guide}#${id}` };
}

/** The order of the catalogue; what it does not know comes last, by its code. */
export function inOrder<Told extends { readonly code: string }>(told: readonly Told[]): Told[] {
	const places = new Map(catalogue().services.map(({ id }, at) => [id, at]));
	const place = ({ code }: Told): number => (code === NONE ? LAST + 1 : (places.get(code) ?? LAST));
	return [...told].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1));
}

/** Steps in the order of the guide. */
export function stepsInOrder<Told extends { readonly code: string }>(steps: readonly Told[]): Told[] {
	const place = ({ code }: Told): number => stepNamed(code, 'fi')?.number ?? LAST;
	const guide = ({ code }: Told): string => code.split('#')[0] ?? '';
	const sameGuide = (a: Told, b: Told): number => place(a) - place(b);
	return [...steps].sort((a, b) => compare(rank(a), rank(b)) || compare(guide(a), guide(b)) || sameGuide(a, b));
}

/** Null for what is no quarter of which anything was counted. */
export async function mapOf(quarter: string): Promise<PublishedMap | null> {
	const { db } = ground();
	if (!(await publishedQuarters(db)).includes(quarter)) return null;
	const map = await publishedMap(db, quarter, (service) =>
		fewestOfTopics(catalogue().serviceById.get(service)?.topics),
	);
	return { ...map, services: inOrder(map.services) };
}

const LAST = 100_000;
const rank = ({ code }: { readonly code: string }): number => (code === NONE ? 1 : 0);
const compare = <Value extends string | number>(a: Value, b: Value): number => (a === b ? 0 : a < b ? -1 : 1);
