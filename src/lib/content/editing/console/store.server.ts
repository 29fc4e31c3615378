import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { ItemKey } from '../../item/item.ts';
import { REVISION, type Revision } from '../store.server.ts';
import type { DoneCheck, KnownAlias, Publication, Review } from './overview.ts';
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
		reviews: (revision: string) =>
			db.query<Review>(
				`select verdict, note, override_reason as "overrideReason", chosen_name as reviewer, reviews.made_at as "madeAt"
				from reviews join accounts on accounts.id = reviewer where revision = $1 order by reviews.id desc`,
				[revision],
			),
		publications: (item: string) =>
			db.query<Publication>(
				`select p.id::text, p.lang, p.revision::text, r.number, p.starts_at as "startsAt", chosen_name as by
				from publications p left join revisions r on r.id = p.revision left join accounts a on a.id = p.published_by
				where p.item = $1 order by p.starts_at desc, p.id desc limit 200`,
				[item],
			),
		/** Texts that wait for a second person, the longest waiting first. */
		awaitingReview: () =>
			db.query<Revision>(
				`${REVISION} join review_requests q on q.revision = r.id
				where not exists (select from reviews v where v.revision = r.id) order by q.requested_at limit 200`,
			),
		/** Drafts newer than what is public, newest first; the console shows whose they are. */
		drafts: () =>
			db.query<Revision>(
				`${REVISION} where r.origin = 'editor' and r.number = (select max(number) from revisions m
					where (m.item, m.lang) = (r.item, r.lang)) and not exists (select from publications p where p.revision = r.id)
				order by r.id desc limit 200`,
			),
		scheduled: () =>
			db.query<Publication & { readonly item: ItemKey }>(
				`select p.id::text, p.item, p.lang, p.revision::text, r.number, p.starts_at as "startsAt", chosen_name as by
				from publications p left join revisions r on r.id = p.revision left join accounts a on a.id = p.published_by
				where p.starts_at > $1 order by p.starts_at`,
				[now()],
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
