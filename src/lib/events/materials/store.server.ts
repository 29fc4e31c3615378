import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Answer, Material, Shelved, ShelvedAnswer } from './material.ts';

export type NewMaterial = Material & { readonly clientId: string; readonly madeAt: Date };
export type NewAnswer = Answer & {
	readonly clientId: string;
	readonly accountId: string | null;
	readonly madeAt: Date;
};

const MATERIAL = `m.id, m.series_id as "seriesId", m.occurrence_id as "occurrenceId", m.kind, m.language, m.title, m.url,
	m.item, m.file_kind as "fileKind", m.bytes, m.visible_from as "visibleFrom", m.account_id as "accountId"`;
const DATE = `case when o.id is not null then jsonb_build_object('originalDay', o.original_day, 'day', o.day,
	'state', o.state) end as date`;
const SHELF = `select ${MATERIAL}, ${DATE} from materials m left join occurrences o on o.id = m.occurrence_id`;
const ANSWER = 'a.id, a.occurrence_id as "occurrenceId", a.language, a.question, a.answer';

export const materials = (db: Queryable) => ({
	/** False when this form was sent before. */
	async add(one: NewMaterial, file: Uint8Array | null): Promise<boolean> {
		const rows = await db.query(
			`insert into materials (id, client_id, series_id, occurrence_id, kind, language, title, url, item, file_kind, bytes,
				visible_from, account_id, made_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (client_id) do nothing
			returning id`,
			[
				...[one.id, one.clientId, one.seriesId, one.occurrenceId, one.kind, one.language, one.title, one.url],
				...[one.item, one.fileKind, one.bytes, one.visibleFrom, one.accountId, one.madeAt],
			],
		);
		if (rows.length === 0) return false;
		if (file) await db.query('insert into material_files (material_id, content) values ($1, $2)', [one.id, file]);
		return true;
	},

	/** The row stays for its figures, the file goes at once. */
	async remove(id: string, at: Date): Promise<void> {
		await db.query('update materials set removed_at = $2 where id = $1', [id, at]);
		await db.query('delete from material_files where material_id = $1', [id]);
	},

	async byId(id: string): Promise<Shelved | null> {
		return (await db.query<Shelved>(`${SHELF} where m.id = $1 and m.removed_at is null`, [id]))[0] ?? null;
	},

	ofSeries: (seriesId: string) =>
		db.query<Shelved>(
			`${SHELF} where m.series_id = $1 and m.removed_at is null order by o.day nulls first, m.made_at`,
			[seriesId],
		),

	public: () =>
		db.query<Shelved>(
			`${SHELF} join series s on s.id = m.series_id
			where s.state <> 'draft' and m.removed_at is null order by o.day nulls first, m.made_at`,
		),

	async contentOf(id: string): Promise<Buffer | null> {
		const text = 'select content from material_files where material_id = $1';
		return (await db.query<{ content: Buffer }>(text, [id]))[0]?.content ?? null;
	},
});

export const downloads = (db: Queryable) => ({
	async count(materialId: string, month: string): Promise<void> {
		await db.query(
			`insert into material_downloads as d (material_id, month, number) values ($1, $2, 1)
			on conflict (material_id, month) do update set number = d.number + 1`,
			[materialId, month],
		);
	},

	async ofSeries(seriesId: string): Promise<ReadonlyMap<string, number>> {
		const rows = await db.query<{ id: string; number: string | number }>(
			`select d.material_id as id, sum(d.number) as number from material_downloads d
			join materials m on m.id = d.material_id where m.series_id = $1 group by 1`,
			[seriesId],
		);
		return new Map(rows.map(({ id, number }) => [id, Number(number)]));
	},

	/** Of months before this one, what the ledger does not have yet; locked, so that nobody takes them over twice. */
	due: (month: string) =>
		db.query<{ materialId: string; month: string; number: number; seriesId: string; language: string }>(
			`select d.material_id as "materialId", d.month, d.number - d.in_ledger as number, m.series_id as "seriesId",
				m.language
			from material_downloads d join materials m on m.id = d.material_id
			where d.month < $1 and d.in_ledger < d.number order by d.month, d.material_id for update of d`,
			[month],
		),

	async setInLedger(materialId: string, month: string): Promise<void> {
		await db.query('update material_downloads set in_ledger = number where material_id = $1 and month = $2', [
			...[materialId, month],
		]);
	},
});

export const answers = (db: Queryable) => ({
	/** False when this form was sent before. */
	async add(one: NewAnswer): Promise<boolean> {
		const rows = await db.query(
			`insert into event_answers (id, client_id, occurrence_id, language, question, answer, account_id, made_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (client_id) do nothing returning id`,
			[...[one.id, one.clientId, one.occurrenceId, one.language, one.question, one.answer, one.accountId], one.madeAt],
		);
		return rows.length > 0;
	},

	async remove(id: string): Promise<void> {
		await db.query('delete from event_answers where id = $1', [id]);
	},

	async byId(id: string): Promise<Answer | null> {
		return (await db.query<Answer>(`select ${ANSWER} from event_answers a where a.id = $1`, [id]))[0] ?? null;
	},

	ofSeries: (seriesId: string) =>
		db.query<ShelvedAnswer>(
			`select ${ANSWER}, o.series_id as "seriesId", o.original_day as "originalDay"
			from event_answers a join occurrences o on o.id = a.occurrence_id
			where o.series_id = $1 order by o.day, a.made_at`,
			[seriesId],
		),

	public: () =>
		db.query<ShelvedAnswer>(
			`select ${ANSWER}, o.series_id as "seriesId", o.original_day as "originalDay"
			from event_answers a join occurrences o on o.id = a.occurrence_id join series s on s.id = o.series_id
			where s.state <> 'draft' order by o.day, a.made_at`,
		),
});
