import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Picture } from './convert.server.ts';

export type PictureFormat = 'webp' | 'jpeg';

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
