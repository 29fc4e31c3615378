import { dayOf, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Alias } from './item/alias.ts';
import type { ItemKey, SourceText, Text } from './item/item.ts';
import { isSource, joinItem, needsPast, newestChecks, type Past, type Published } from './item/join.ts';
import type { Check, PublicItem } from './item/public.ts';

/** Moves with every change, and at the moment when something that was scheduled becomes public. */
export async function readRevision(db: Queryable): Promise<string> {
	const [row] = await db.query<{ revision: string }>(
		`select revision || coalesce('-' || (select max(id) from publications where starts_at <= $1
			and made_at < starts_at), '') as revision from content_revision`,
		[now()],
	);
	return row?.revision ?? '0';
}

type PublishedRow = { key: ItemKey; source: string; lang: string; revision: string; at: Date };
type WithText = PublishedRow & { text: Text };

/** Texts by the id of their revision. A revision never changes, so what was read once need not be read again. */
export type Shelf = Map<string, Text>;

/** Everything public. `shelf` is filled, and rid of what is no longer public. */
export async function readPublicItems(db: Queryable, shelf: Shelf = new Map()): Promise<PublicItem[]> {
	const rows = await readPublished(db, shelf);
	const checks = await readChecks(db);
	const byKey = Map.groupBy(rows, ({ key }) => key);
	const past = await readPast(
		db,
		[...byKey].filter(([, own]) => isBehind(own)).map(([key]) => key),
	);
	return [...byKey].flatMap(([key, own]) => {
		const parts = { published: own.map(published), checks: checks.get(key) ?? {}, past: past.get(key) ?? [] };
		return joinItem({ key, source: own[0]?.source ?? '', ...parts }) ?? [];
	});
}

async function readPublished(db: Queryable, shelf: Shelf): Promise<WithText[]> {
	const rows = await db.query<PublishedRow>(
		`select i.key, i.source_lang as source, p.lang, p.revision::text as revision, p.starts_at as at
		from (select distinct on (item, lang) * from publications where starts_at <= $1
			order by item, lang, starts_at desc, id desc) p
		join items i on i.key = p.item where p.revision is not null order by i.key, p.lang`,
		[now()],
	);
	await fill(db, shelf, new Set(rows.map(({ revision }) => revision)));
	return rows.flatMap((row) => {
		const text = shelf.get(row.revision);
		return text ? { ...row, text } : [];
	});
}

async function fill(db: Queryable, shelf: Shelf, wanted: ReadonlySet<string>): Promise<void> {
	for (const id of shelf.keys()) if (!wanted.has(id)) shelf.delete(id);
	const lacking = [...wanted].filter((id) => !shelf.has(id));
	if (lacking.length === 0) return;
	const rows = await db.query<{ id: string; content: Text }>(
		'select id::text, content from revisions where id = any($1::bigint[])',
		[lacking],
	);
	for (const { id, content } of rows) shelf.set(id, content);
}

function published({ lang, revision, at, text }: WithText): Published {
	return { lang, revision, on: dayOf(at), text };
}

function isBehind(rows: readonly WithText[]): boolean {
	const source = rows.find(({ lang, source }) => lang === source)?.text;
	const others = rows.filter(({ lang, source }) => lang !== source).map(({ text }) => text);
	return source !== undefined && isSource(source) && needsPast(source, others);
}

async function readChecks(db: Queryable): Promise<Map<ItemKey, PublicItem['checks']>> {
	const rows = await db.query<Check & { item: ItemKey; lang: string }>(
		`select item, lang, checked_on::text as on, how, works, nullif(device, '') as device from checks
		order by checked_on, id`,
	);
	const byItem = Map.groupBy(rows, ({ item }) => item);
	return new Map(
		[...byItem].map(([item, own]) => [item, newestChecks(own.map(({ item: _, ...check }) => withoutNull(check)))]),
	);
}

function withoutNull<C extends Check>({ device, ...check }: C) {
	return device ? { ...check, device } : check;
}

/** The public texts the source had, oldest first. */
async function readPast(db: Queryable, keys: readonly ItemKey[]): Promise<Map<ItemKey, Past>> {
	if (keys.length === 0) return new Map();
	const rows = await db.query<{ item: ItemKey; at: Date; text: SourceText }>(
		`select p.item, p.starts_at as at, r.content as text from publications p
		join items i on i.key = p.item and i.source_lang = p.lang join revisions r on r.id = p.revision
		where p.item = any($1) and p.starts_at <= $2 order by p.starts_at, p.id`,
		[keys, now()],
	);
	const byItem = Map.groupBy(rows, ({ item }) => item);
	return new Map([...byItem].map(([item, own]) => [item, own.map(({ at, text }) => ({ on: dayOf(at), text }))]));
}

export async function readAliases(db: Queryable): Promise<Alias[]> {
	return db.query<Alias>('select item, lang, kind, text from aliases order by id');
}
