import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { addressesIn } from '../item/about.ts';
import type { About, ItemKey } from '../item/item.ts';
import type { Link, LinkFinding } from './link.ts';

const LINK = `url, outcome, status, checked_at as "checkedAt", ok_at as "okAt", changed_at as "changedAt", failures`;

/** What is known of the addresses in texts. */
export function links(db: Queryable) {
	return {
		/** The addresses in what is public, will be, or is being written: with the items that lead there. */
		inUse: async (item: string | null = null): Promise<Map<string, ItemKey[]>> => byAddress(await abouts(db, item)),
		find: (urls: readonly string[]) =>
			db.query<Link>(`select ${LINK} from links where url = any($1) order by url`, [urls]),
		/** Since when the newest text of the item is as it is. */
		writtenAt: async (item: string): Promise<Date | null> =>
			(
				await db.query<{ at: Date }>(
					`select max(r.made_at) as at from revisions r join items i on i.key = r.item and i.source_lang = r.lang
					where r.item = $1`,
					[item],
				)
			)[0]?.at ?? null,
		/** Those of the given that nobody looked at since, the longest unseen first. */
		unseenSince: async (urls: readonly string[], since: Date): Promise<string[]> =>
			(
				await db.query<{ url: string }>(
					`select given.url from unnest($1::text[]) as given (url) left join links using (url)
					where checked_at is null or checked_at < $2 order by checked_at nulls first, given.url`,
					[urls, since],
				)
			).map(({ url }) => url),
		/** Addresses that we may not call, and so no reader should be sent to: private ones, or with a password in them. */
		forbidden: async (urls: readonly string[]): Promise<string[]> =>
			(
				await db.query<{ url: string }>(
					`select url from links where url = any($1) and outcome = 'refused' and status is null order by url`,
					[urls],
				)
			).map(({ url }) => url),
		failing: (urls: readonly string[], least: number) =>
			db.query<Link>(`select ${LINK} from links where url = any($1) and failures >= $2 order by failures desc, url`, [
				urls,
				least,
			]),
		/** A second failure on the same day is the same failure. */
		save: (url: string, { outcome, status, failed }: LinkFinding, fingerprint: string | null) =>
			db.query(
				`insert into links as l (url, outcome, status, fingerprint, checked_at, ok_at, failures)
				values ($1, $2::text, $3, $4, $5::timestamptz, case when $2 = 'ok' then $5 end, $6)
				on conflict (url) do update set outcome = excluded.outcome, status = excluded.status,
					checked_at = excluded.checked_at, ok_at = coalesce(excluded.ok_at, l.ok_at),
					changed_at = case when l.fingerprint <> excluded.fingerprint then excluded.checked_at else l.changed_at end,
					fingerprint = coalesce(excluded.fingerprint, l.fingerprint),
					failures = case when excluded.outcome = 'ok' then 0
						when l.failures > 0 and l.checked_at > excluded.checked_at - interval '12 hours' then l.failures
						else l.failures + excluded.failures end`,
				[url, outcome, status, fingerprint, now(), Number(failed)],
			),
		keepOnly: (urls: readonly string[]) => db.query('delete from links where url <> all($1)', [urls]),
	};
}

/** Of source texts only: addresses stand nowhere else. */
function abouts(db: Queryable, item: string | null): Promise<{ item: ItemKey; about: About }[]> {
	return db.query(
		`select r.item, r.content->'about' as about from revisions r join items i on i.key = r.item and i.source_lang = r.lang
		where ($1::text is null or r.item = $1) and (
			r.number = (select max(number) from revisions m where (m.item, m.lang) = (r.item, r.lang))
			or exists (select from publications p where p.revision = r.id and p.starts_at > $2)
			or r.id = (select revision from publications p where (p.item, p.lang) = (r.item, r.lang) and p.starts_at <= $2
				order by p.starts_at desc, p.id desc limit 1))
		order by r.item`,
		[item, now()],
	);
}

function byAddress(rows: readonly { item: ItemKey; about: About }[]): Map<string, ItemKey[]> {
	const found = new Map<string, ItemKey[]>();
	for (const { item, about } of rows) {
		for (const url of addressesIn(about ?? {})) {
			const items = found.get(url) ?? [];
			if (!items.includes(item)) found.set(url, [...items, item]);
		}
	}
	return found;
}
