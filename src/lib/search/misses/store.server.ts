import type { Queryable } from '#lib/platform/db/database.server.ts';

export type Counted = { readonly query: string; readonly lang: string; readonly times: number };
/** `lastMonth`: the first day of the newest month in which it was looked for. */
export type Miss = Counted & { readonly lastMonth: string };

export const LEAST_TIMES = 5;

export function misses(db: Queryable) {
	return {
		add: (counted: readonly Counted[], month: string) =>
			db.query(
				`insert into search_misses as m (query, lang, month, times)
				select query, lang, $4, times from unnest($1::text[], $2::text[], $3::int[]) as given (query, lang, times)
				on conflict (query, lang, month) do update set times = m.times + excluded.times`,
				[counted.map(({ query }) => query), counted.map(({ lang }) => lang), counted.map(({ times }) => times), month],
			),
		/** Since the month given, and since the month after somebody settled it; nothing that few people typed. */
		toShow: (since: string, query: string | null = null, lang: string | null = null) =>
			db.query<Miss>(
				`select m.query, m.lang, sum(m.times)::int as times, max(m.month) as "lastMonth" from search_misses m
				left join settled_misses s using (query, lang)
				where m.month >= $1 and (s.settled_on is null or m.month > s.settled_on)
					and ($2::text is null or (m.query, m.lang) = ($2, $3::text))
				group by m.query, m.lang having sum(m.times) >= $4 order by times desc, m.query limit 200`,
				[since, query, lang, LEAST_TIMES],
			),
		settle: (query: string, lang: string, by: string, on: string) =>
			db.query(
				`insert into settled_misses (query, lang, settled_by, settled_on) values ($1, $2, $3, $4)
				on conflict (query, lang) do update set settled_by = excluded.settled_by, settled_on = excluded.settled_on`,
				[query, lang, by, on],
			),
		/** Months before the given day, and settlements that nothing is left of. */
		async removeBefore(day: string): Promise<number> {
			const misses = await db.query('delete from search_misses where month < $1 returning month', [day]);
			const settled = await db.query('delete from settled_misses where settled_on < $1 returning settled_on', [day]);
			return misses.length + settled.length;
		},
	};
}
