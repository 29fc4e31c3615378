import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { ItemKey } from '../../item/item.ts';
import type { DoneCheck, KnownAlias } from './overview.ts';
import type { Brief } from './standing.ts';

type Titled = { readonly key: ItemKey; readonly title: string };

/** What the pages of the console list, without the texts themselves. */
export function listing(db: Queryable) {
	return {
		/** Every revision of an item, newest first. */
		briefs: (item: string) =>
			db.query<Brief>(
				`select r.id::text, r.lang, r.number, r.origin, a.chosen_name as author, r.note, r.scope,
					r.made_at as "madeAt", q.requested_at as "requestedAt", v.verdict
				from revisions r left join accounts a on a.id = r.author left join review_requests q on q.revision = r.id
				left join lateral (select verdict from reviews where revision = r.id order by id desc limit 1) v on true
				where r.item = $1 order by r.id desc limit 500`,
				[item],
			),
		checks: (item: string) =>
			db.query<DoneCheck>(
				`select lang, how, works, device, note, checked_on::text as on, chosen_name as by
				from checks left join accounts a on a.id = checked_by where item = $1 order by checks.id desc limit 50`,
				[item],
			),
		aliases: (item: string) =>
			db.query<KnownAlias>(
				`select item, lang, kind, text, chosen_name as "addedBy" from aliases left join accounts a on a.id = added_by
				where item = $1 order by lang, kind, text`,
				[item],
			),
		/** The ids of all blocks an item has ever had, in any language. */
		spentIds: async (item: string): Promise<string[]> =>
			(
				await db.query<{ block: string }>(
					`select distinct block from revisions r cross join lateral (
						select one->>'id' as block from jsonb_array_elements(case jsonb_typeof(r.content->'blocks')
							when 'array' then r.content->'blocks' else '[]' end) as list (one)
						union select jsonb_object_keys(case jsonb_typeof(r.content->'blocks')
							when 'object' then r.content->'blocks' else '{}' end)) ids where r.item = $1`,
					[item],
				)
			).map(({ block }) => block),
		/** All items by the title their source has now, public or not. */
		titles: () =>
			db.query<Titled>(
				`select i.key, coalesce(jsonb_path_query_first(r.content, '$.blocks[*] ? (@.kind == "title").words.text') #>> '{}',
					'') as title
				from items i join lateral (select content from revisions where item = i.key and lang = i.source_lang
					order by number desc limit 1) r on true order by i.key`,
			),
	};
}
