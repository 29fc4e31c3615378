import { dayOf, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Alias } from './item/alias.ts';
import type { ItemKey, SourceText, Text } from './item/item.ts';
import { isSource, joinItem, needsPast, newestChecks, type Past, type Published } from './item/join.ts';
import type { Check, PublicItem } from './item/public.ts';
import type { StarterItem } from './item/starterItem.ts';

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

type NewText = { item: ItemKey; source: string; lang: string; content: Text; checked?: string };

/**
 * Adds what is missing and renews what nobody edited here. Asks first, because even a statement that changes no row
 * would move the revision.
 */
export async function saveStarterItems(
	tx: Queryable,
	items: readonly StarterItem[],
	factsUntil: string,
): Promise<void> {
	const due = await dueTexts(tx, textsOf(items));
	if (due.length === 0) return;
	await publishTexts(tx, due, { origin: 'starter', note: 'came with the release' });
	const sources = [...new Set(due.filter(({ lang, source }) => lang === source).map(({ item }) => item))];
	await tx.query(
		`insert into checks (item, lang, how, works, checked_on, made_at)
		select i.key, i.source_lang, 'facts', true, $2, $3 from items i where i.key = any($1)
			and not exists (select from checks c where c.item = i.key and c.checked_on >= $2)`,
		[sources, factsUntil, now()],
	);
}

/** Puts texts in place at once, without a review: from a file that somebody at the machine gave. */
export async function importItems(tx: Queryable, items: readonly StarterItem[]): Promise<void> {
	await publishTexts(tx, textsOf(items), { origin: 'import', note: 'from a file' });
}

function textsOf(items: readonly StarterItem[]): NewText[] {
	return items.flatMap(({ key, source, texts }) =>
		Object.entries(texts).map(([lang, content]) => ({ item: key, source, lang, content })),
	);
}

/** Those that are not there yet, and those whose newest revision came with an older release. */
async function dueTexts(tx: Queryable, texts: readonly NewText[]): Promise<NewText[]> {
	const rows = await tx.query<{ at: number }>(
		`with given as (select at, one->>'item' as item, one->>'lang' as lang, one->'content' as content
			from jsonb_array_elements($1::jsonb) with ordinality as all_texts (one, at)),
		head as (select distinct on (item, lang) item, lang, origin, content from revisions order by item, lang, number desc)
		select at::int from given left join head using (item, lang)
		where head.item is null or (head.origin = 'starter' and head.content <> given.content)`,
		[JSON.stringify(texts)],
	);
	return rows.flatMap(({ at }) => texts[at - 1] ?? []);
}

async function publishTexts(
	tx: Queryable,
	texts: readonly NewText[],
	{ origin, note }: { origin: string; note: string },
) {
	await tx.query(
		`insert into items (key, source_lang, made_at)
		select distinct one->>'item', one->>'source', $2::timestamptz from jsonb_array_elements($1::jsonb) as given (one)
		on conflict (key) do nothing`,
		[JSON.stringify(texts), now()],
	);
	await tx.query(
		`with made as (insert into revisions (item, lang, number, content, origin, note, made_at)
			select one->>'item', one->>'lang', 1 + coalesce((select max(number) from revisions r
				where r.item = one->>'item' and r.lang = one->>'lang'), 0), one->'content', $2, $3, $4
			from jsonb_array_elements($1::jsonb) as given (one) returning id, item, lang)
		insert into publications (item, lang, revision, starts_at, made_at) select item, lang, id, $4, $4 from made`,
		[JSON.stringify(texts), origin, note, now()],
	);
}

/** The release's other words, but for those that an editor struck out; words that editors added stay. */
export async function saveStarterAliases(tx: Queryable, aliases: readonly Alias[]): Promise<void> {
	const given = JSON.stringify(aliases);
	const columns = `select one->>'item' as item, one->>'lang' as lang, one->>'text' as text, one->>'kind' as kind
		from jsonb_array_elements($1::jsonb) as all_aliases (one)`;
	const due = await tx.query(
		`select 1 from (${columns}) given where not exists (select from aliases a where (a.item, a.lang, a.text)
				= (given.item, given.lang, given.text)) and not exists (select from struck_aliases s
				where (s.item, s.lang, s.text) = (given.item, given.lang, given.text))
		union all select 1 from aliases a where added_by is null and (item, lang, text) not in
			(select item, lang, text from (${columns}) given) limit 1`,
		[given],
	);
	if (due.length === 0) return;
	await tx.query(
		`delete from aliases where added_by is null and (item, lang, text) not in (select item, lang, text from (${columns}) g)`,
		[given],
	);
	await tx.query(
		`insert into aliases (item, lang, text, kind, added_at) select g.item, g.lang, g.text, g.kind, $2 from (${columns}) g
		join items i on i.key = g.item where (g.item, g.lang, g.text) not in (select item, lang, text from struck_aliases)
		on conflict (item, lang, text) do nothing`,
		[given, now()],
	);
}

/** Cards of a release before items were introduced, which somebody edited; each is given once. */
export async function takeEditedCards(tx: Queryable): Promise<unknown[]> {
	const edited = await tx.query<{ card: unknown }>(
		`update services set starter_hash = md5(card::text)
		where starter_hash is null or starter_hash <> md5(card::text) returning card`,
	);
	return edited.map(({ card }) => card);
}
