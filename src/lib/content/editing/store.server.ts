import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Alias } from '../item/alias.ts';
import type { ItemKey, Text } from '../item/item.ts';
import type { CheckWay } from '../item/public.ts';

/** A text as somebody once saved it. `author`: the chosen name; null when it came with the release or a file. */
export type Revision = {
	readonly id: string;
	readonly item: ItemKey;
	readonly source: string;
	readonly lang: string;
	readonly number: number;
	readonly parent: string | null;
	readonly content: Text;
	readonly origin: 'starter' | 'import' | 'editor';
	readonly authorId: string | null;
	readonly author: string | null;
	readonly note: string;
	readonly scope: 'major' | 'minor';
	readonly madeAt: Date;
	readonly requestedAt: Date | null;
	readonly approvedBy: string | null;
	/** The newest word of a reviewer. */
	readonly verdict: 'approved' | 'returned' | null;
};
type NewRevision = Pick<Revision, 'item' | 'lang' | 'parent' | 'content' | 'note' | 'scope'> & {
	readonly authorId: string;
};

/** Selects revisions as `r`, each with its item and what was said of it. */
export const REVISION = `select r.id::text, r.item, i.source_lang as source, r.lang, r.number, r.parent::text, r.content, r.origin,
		r.author as "authorId", a.chosen_name as author, r.note, r.scope, r.made_at as "madeAt",
		(select requested_at from review_requests q where q.revision = r.id) as "requestedAt",
		(select c.chosen_name from reviews v join accounts c on c.id = v.reviewer
			where v.revision = r.id and v.verdict = 'approved' order by v.id desc limit 1) as "approvedBy",
		(select verdict from reviews w where w.revision = r.id order by w.id desc limit 1) as verdict
	from revisions r join items i on i.key = r.item left join accounts a on a.id = r.author`;

/** What the console reads and writes of texts; nothing here asks who may. */
export function texts(db: Queryable) {
	const one = async (where: string, values: unknown[]): Promise<Revision | null> =>
		(await db.query<Revision>(`${REVISION} where ${where}`, values))[0] ?? null;
	return {
		source: async (item: string): Promise<string | null> =>
			(await db.query<{ source: string }>('select source_lang as source from items where key = $1', [item]))[0]
				?.source ?? null,
		revision: (id: string) => one('r.id = $1', [id]),
		/** Held until the end of the transaction, so that two who save at once get two numbers. */
		lock: (item: string) => db.query('select 1 from items where key = $1 for update', [item]),
		head: (item: string, lang: string) =>
			one('r.item = $1 and r.lang = $2 order by r.number desc limit 1', [item, lang]),
		/** Newest first. */
		history: (item: string, lang: string) =>
			db.query<Revision>(`${REVISION} where r.item = $1 and r.lang = $2 order by r.number desc limit 100`, [
				item,
				lang,
			]),
		/** The newest text of each language. */
		heads: (item: string) =>
			db.query<Revision>(
				`${REVISION} where r.item = $1 and r.number = (select max(number) from revisions m
					where (m.item, m.lang) = (r.item, r.lang)) order by r.lang`,
				[item],
			),
		public: (item: string, lang: string) =>
			one(
				`r.id = (select revision from publications where item = $1 and lang = $2 and starts_at <= $3
					order by starts_at desc, id desc limit 1)`,
				[item, lang, now()],
			),
	};
}

export function writing(tx: Queryable) {
	return {
		addItem: async (key: string, source: string): Promise<boolean> =>
			(
				await tx.query(
					'insert into items (key, source_lang, made_at) values ($1, $2, $3) on conflict do nothing returning key',
					[key, source, now()],
				)
			).length > 0,
		addRevision: async ({ item, lang, parent, content, note, scope, authorId }: NewRevision): Promise<string> => {
			const rows = await tx.query<{ id: string }>(
				`insert into revisions (item, lang, number, parent, content, origin, author, note, scope, made_at)
				select $1, $2, 1 + coalesce(max(number), 0), $3, $4, 'editor', $5, $6, $7, $8 from revisions
				where item = $1 and lang = $2 returning id::text`,
				[item, lang, parent, JSON.stringify(content), authorId, note, scope, now()],
			);
			return rows[0]?.id ?? '';
		},
		requestReview: (revision: string, by: string) =>
			tx.query(
				'insert into review_requests (revision, requested_by, requested_at) values ($1, $2, $3) on conflict do nothing',
				[revision, by, now()],
			),
		addReview: ({ revision, by, verdict, note, overrideReason }: NewReview) =>
			tx.query(
				`insert into reviews (revision, reviewer, verdict, note, override_reason, made_at) values ($1, $2, $3, $4, $5, $6)`,
				[revision, by, verdict, note, overrideReason, now()],
			),
		/** Who approved a text first; null when nobody did. */
		approver: async (revision: string): Promise<string | null> =>
			(
				await tx.query<{ reviewer: string }>(
					`select reviewer from reviews where revision = $1 and verdict = 'approved' order by id limit 1`,
					[revision],
				)
			)[0]?.reviewer ?? null,
		publish: ({ item, lang, revision, startsAt, by }: NewPublication) =>
			tx.query(
				`insert into publications (item, lang, revision, starts_at, published_by, made_at) values ($1, $2, $3, $4, $5, $6)`,
				[item, lang, revision, startsAt, by, now()],
			),
		/** Gives what was scheduled, or nothing when it is public already or was never there. */
		unschedule: (id: string) =>
			tx.query<{ item: ItemKey }>('delete from publications where id = $1 and starts_at > $2 returning item', [
				id,
				now(),
			]),
		addCheck: ({ item, lang, by, ...made }: NewCheck) =>
			tx.query(
				`insert into checks (item, lang, how, works, device, note, checked_on, checked_by, made_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
				[item, lang, made.how, made.works, made.device, made.note, made.on, by, now()],
			),
		addAlias: async ({ item, lang, kind, text }: Alias, by: string): Promise<void> => {
			await tx.query('delete from struck_aliases where (item, lang, text) = ($1, $2, $3)', [item, lang, text]);
			await tx.query(
				`insert into aliases (item, lang, kind, text, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
				on conflict (item, lang, text) do nothing`,
				[item, lang, kind, text, by, now()],
			);
		},
		strikeAlias: async ({ item, lang, text }: Omit<Alias, 'kind'>, by: string): Promise<boolean> => {
			const struck = await tx.query('delete from aliases where (item, lang, text) = ($1, $2, $3) returning 1', [
				...[item, lang, text],
			]);
			await tx.query(
				'insert into struck_aliases (item, lang, text, struck_by) values ($1, $2, $3, $4) on conflict do nothing',
				[item, lang, text, by],
			);
			return struck.length > 0;
		},
	};
}

type NewReview = {
	readonly revision: string;
	readonly by: string;
	readonly verdict: string;
	readonly note: string;
	readonly overrideReason: string | null;
};
type NewPublication = {
	readonly item: string;
	readonly lang: string;
	/** Null takes the text off the site. */
	readonly revision: string | null;
	readonly startsAt: Date;
	readonly by: string;
};
type NewCheck = {
	readonly item: string;
	readonly lang: string;
	readonly by: string;
	readonly how: CheckWay;
	readonly works: boolean;
	readonly device: string;
	readonly note: string;
	readonly on: string;
};
