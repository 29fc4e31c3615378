import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Picture } from './convert.server.ts';

export type PictureFormat = 'webp' | 'jpeg';
/** A text that shows a picture to everybody. */
export type PictureUse = { readonly picture: string; readonly item: string; readonly title: string };

const SHOWN = "jsonb_path_query(r.content, '$.blocks[*].picture') as shown";

export function pictures(db: Queryable) {
	return {
		/** The same picture twice is the same row. */
		add: ({ id, width, height, webp, jpeg }: Picture, by: string) =>
			db.query(
				`insert into pictures (id, width, height, webp, jpeg, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7)
				on conflict (id) do nothing`,
				[id, width, height, webp, jpeg, by, now()],
			),
		file: async (id: string, format: PictureFormat): Promise<Buffer | null> =>
			(
				await db.query<{ file: Buffer }>(
					`select case $2::text when 'webp' then webp else jpeg end as file from pictures where id = $1`,
					[id, format],
				)
			)[0]?.file ?? null,
		find: async (id: string): Promise<{ id: string } | null> =>
			(await db.query<{ id: string }>('select id from pictures where id = $1', [id]))[0] ?? null,
		/** Those that any revision of the item shows, the newest text first. */
		ofItem: (item: string) =>
			db.query<{ id: string }>(
				`select p.id from revisions r, ${SHOWN} join pictures p on p.id = shown #>> '{}' where r.item = $1
				group by p.id order by max(r.id) desc, p.id`,
				[item],
			),
		/** The items that show them on the site or will, with the title of that text. */
		publicUses: (ids: readonly string[]) =>
			db.query<PictureUse>(
				`with current as (select distinct on (item, lang) id from publications where starts_at <= $2
					order by item, lang, starts_at desc, id desc)
				select distinct on (picture, r.item) shown #>> '{}' as picture, r.item,
					jsonb_path_query_first(r.content, '$.blocks[*] ? (@.kind == "title").words.text') #>> '{}' as title
				from publications p join revisions r on r.id = p.revision, ${SHOWN}
				where (p.starts_at > $2 or p.id in (select id from current)) and shown #>> '{}' = any($1)
				order by picture, r.item, r.id desc`,
				[ids, now()],
			),
		/** Those of the given that are not there. */
		lacking: async (ids: readonly string[]): Promise<string[]> => {
			const there = await db.query<{ id: string }>('select id from pictures where id = any($1)', [ids]);
			return ids.filter((id) => !there.some((one) => one.id === id));
		},
		remove: (id: string) => db.query('delete from pictures where id = $1', [id]),
		/** Those no revision ever showed. */
		removeUnused: (addedBefore: Date) =>
			db.query<{ id: string }>(
				`delete from pictures where added_at < $1 and id not in (
					select shown #>> '{}' from revisions, jsonb_path_query(content, '$.blocks[*].picture') as shown
					where shown #>> '{}' is not null) returning id`,
				[addedBefore],
			),
	};
}
