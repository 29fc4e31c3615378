import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { type ItemKey, keyOf, kindAndId } from '../item/item.ts';
import { affectedBy } from '../item/about.ts';
import type { PublicItem } from '../item/public.ts';
import { type Truth, truthOf } from '../item/truth.ts';
import type { Run } from '../service.ts';
import { type ItemLine, lineOfItem, type Naming, namingOf } from './line.ts';
import { withTerms } from './termWords.ts';
import { type Step, type Told, numbered, tellAll } from './told.ts';

/** A change as a list shows it. Days are `YYYY-MM-DD`; one that is not known is empty. */
export type ChangeLine = ItemLine & {
	readonly announced: string;
	readonly effective: string;
	/** coming: it does not hold yet; over: it held until a day that has passed. */
	readonly state: 'coming' | 'holds' | 'over';
	/** What the reader must do first. */
	readonly todo: readonly Run[];
};

export type ChangePage = Pick<ChangeLine, 'announced' | 'effective' | 'state'> & {
	readonly id: string;
	readonly naming: Naming;
	readonly until: string;
	readonly summary?: Told;
	readonly steps: readonly Step[];
	readonly notes: readonly Told[];
	readonly affected: Readonly<Record<'guide' | 'service' | 'term', readonly ItemLine[]>>;
	readonly truth: Truth;
};

/** What holds last, or is still coming, first; under the years from which they hold. */
export function changesByYear(catalogue: Catalogue, lang: string): { year: string; changes: ChangeLine[] }[] {
	const years = new Map<string, ChangeLine[]>();
	for (const change of newestChanges(catalogue, lang)) {
		const year = (change.effective || change.announced).slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), change]);
	}
	return [...years].map(([year, changes]) => ({ year, changes }));
}

export function newestChanges({ itemsByKind }: Catalogue, lang: string, most = Number.POSITIVE_INFINITY): ChangeLine[] {
	return itemsByKind.change
		.toSorted((a, b) => order(b).localeCompare(order(a)))
		.slice(0, most)
		.map((change) => ({ ...lineOfItem(change, lang), ...whenOf(change), todo: todoOf(change, lang) }));
}

/** A change for a feed, in plain text. Days, always there. */
export type ChangeNews = Pick<ChangeLine, 'href' | 'name' | 'line'> & {
	readonly todo: string;
	readonly published: string;
	readonly updated: string;
};

/** Only what is there in the reader's language: a feed reader cannot say that a text is in another one. */
export function changeNews(catalogue: Catalogue, lang: string): ChangeNews[] {
	return newestChanges(catalogue, lang).flatMap(({ key, href, name, line, todo, announced }) => {
		const edition = catalogue.itemByKey.get(key)?.editions[lang];
		if (!edition) return [];
		const published = announced && announced < edition.on ? announced : edition.on;
		return [{ href, name, line, todo: todo.map(({ text }) => text).join(''), published, updated: edition.on }];
	});
}

/** Everything the page of a change shows; undefined when there is no such change. */
export function changePage(catalogue: Catalogue, id: string, lang: string): ChangePage | undefined {
	const item = catalogue.itemByKey.get(keyOf('change', id));
	if (!item) return undefined;
	const told = numbered(withTerms(catalogue, tellAll(item, lang), lang));
	return {
		...{ id, naming: namingOf(item, lang), ...whenOf(item), until: dayIn(item, 'expires') },
		summary: told.find(({ kind }) => kind === 'summary'),
		steps: told.filter((one): one is Step => 'number' in one),
		notes: told.filter(({ kind }) => !['title', 'summary', 'step'].includes(kind)),
		affected: affectedLines(catalogue, item, lang),
		truth: truthOf(item, lang, today(), catalogue.itemsByKind.change),
	};
}

function affectedLines({ itemByKey }: Catalogue, { about }: PublicItem, lang: string): ChangePage['affected'] {
	const keys = affectedBy(about) as ItemKey[]; // whatever else it may be, nothing is found by it
	const of = (wanted: string) =>
		keys
			.filter((key) => kindAndId(key).kind === wanted)
			.flatMap((key) => itemByKey.get(key) ?? [])
			.map((item) => lineOfItem(item, lang));
	return { guide: of('guide'), service: of('service'), term: of('term') };
}

function whenOf(change: PublicItem): Pick<ChangeLine, 'announced' | 'effective' | 'state'> {
	const [effective, expires, day] = [dayIn(change, 'effective'), dayIn(change, 'expires'), today()];
	const isOver = expires !== '' && expires < day;
	return {
		announced: dayIn(change, 'announced'),
		effective,
		state: isOver ? 'over' : effective > day ? 'coming' : 'holds',
	};
}

function todoOf(change: PublicItem, lang: string): readonly Run[] {
	return tellAll(change, lang).find(({ kind }) => kind === 'step')?.words.text ?? [];
}

function dayIn({ about }: PublicItem, field: string): string {
	const day = about[field];
	return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
}

const order = (change: PublicItem): string => `${fromDay(change)} ${dayIn(change, 'announced')} ${change.id}`;

const fromDay = (change: PublicItem): string => dayIn(change, 'effective') || dayIn(change, 'announced');
