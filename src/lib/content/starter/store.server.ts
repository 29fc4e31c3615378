import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Alias } from '../item/alias.ts';
import type { ItemKey, Text } from '../item/item.ts';
import type { StarterItem } from '../item/starterItem.ts';

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

type NewText = { item: ItemKey; source: string; lang: string; content: Text };

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
