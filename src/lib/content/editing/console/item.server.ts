import { today, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { catalogue } from '../../catalogue.server.ts';
import { easyOf, isEasy, kindAndId, plainLanguage } from '../../item/item.ts';
import type { PublicItem } from '../../item/public.ts';
import { truthOf } from '../../item/truth.ts';
import type { ItemOverview, LanguageRow, Publication } from './overview.ts';
import { type Brief, publicNow, standingOf } from './standing.ts';
import { type Revision, texts } from '../store.server.ts';
import { listing } from './store.server.ts';

/** Everything about an item but its texts; null when there is no such item. `installed`: the languages of the site. */
export async function itemOverview(key: string, installed: readonly string[]): Promise<ItemOverview | null> {
	const { db } = ground();
	const source = await texts(db).source(key);
	const head = source === null ? null : await texts(db).head(key, source);
	if (source === null || !head) return null;
	const [briefs, publications, checks, aliases] = await Promise.all([
		listing(db).briefs(key),
		listing(db).publications(key),
		listing(db).checks(key),
		listing(db).aliases(key),
	]);
	const shown = catalogue().itemByKey.get(head.item);
	const known = [...new Set([...installed, ...briefs.map(({ lang }) => lang)])];
	const languages = inOrder(known, source).map((lang) =>
		rowOf(lang, source, { installed, briefs, publications, shown }),
	);
	const title = titleIn(head.content.blocks);
	return { key: head.item, kind: kindAndId(key).kind, source, title, languages, briefs, publications, checks, aliases };
}

/** What was said of a revision, and when it became public or, not due yet, will. */
export async function recordOf({ id, item }: Pick<Revision, 'id' | 'item'>) {
	const { db } = ground();
	const own = (await listing(db).publications(item)).filter(({ revision }) => revision === id);
	return {
		reviews: await listing(db).reviews(id),
		publications: own.map((one) => ({ ...one, isDue: one.startsAt <= now() })),
	};
}

type Known = {
	readonly installed: readonly string[];
	readonly briefs: readonly Brief[];
	readonly publications: readonly Publication[];
	readonly shown: PublicItem | undefined;
};

function rowOf(lang: string, source: string, { installed, briefs, publications, shown }: Known): LanguageRow {
	const newest = briefs.find((brief) => brief.lang === lang);
	const current = publicNow(publications, lang, now());
	const planned = publications.find((one) => one.lang === lang && one.startsAt > now());
	const easy = isEasy(lang) ? shown?.easy[plainLanguage(lang)]?.behind : undefined;
	return {
		...{ lang, isSource: lang === source },
		...(newest && { newest: { ...newest, standing: standingOf(newest, publications, now()) } }),
		...(current?.revision && {
			shown: { revision: current.revision, number: current.number, since: current.startsAt },
		}),
		...(planned && { planned: { publication: planned.id, revision: planned.revision, startsAt: planned.startsAt } }),
		...(shown && installed.includes(lang) && { truth: truthOf(shown, lang, today(), catalogue().itemsByKind.change) }),
		...(easy && { easyBehind: easy }),
	};
}

/** The source, the other languages, then the easy variants: of the source always, of others when there are any. */
function inOrder(known: readonly string[], source: string): string[] {
	const plain = known.filter((lang) => !isEasy(lang) && lang !== source);
	const easy = [...new Set([easyOf(source), ...known.filter(isEasy)])];
	return [source, ...plain, ...easy];
}

/** The title in a text, whatever its shape; empty when a translation has none yet. */
function titleIn(blocks: unknown): string {
	const all: unknown[] = Array.isArray(blocks) ? blocks : [Object(blocks).title];
	const title = all.find((one) => !Array.isArray(blocks) || Object(one).kind === 'title');
	return String(Object(Object(title).words).text ?? '');
}
