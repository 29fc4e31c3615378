import type { Queryable } from '#lib/platform/db/database.server.ts';
import {
	type Count,
	type Dimension,
	DIMENSIONS,
	type FactFilter,
	type ListedFact,
	type NewFact,
	type PartCount,
	type PartDimension,
} from './fact.ts';
import type { Unit } from './quantity.ts';
import { quantity } from './quantity.ts';

const EXPRESSIONS: Readonly<Record<Dimension, string>> = {
	channel: 'f.channel',
	topic: 'f.topic',
	planLine: 'f.plan_line',
	month: `to_char(f.occurred_on, 'YYYY-MM')`,
	quarter: `to_char(f.occurred_on, 'YYYY"-Q"Q')`,
	language: 'f.language',
	outcome: 'f.outcome',
	serviceId: 'f.service_id',
	stuckAt: 'f.stuck_at',
	guideMissing: 'f.guide_missing::text',
	projectId: 'f.project_id',
	work: 'f.work',
	helperRole: 'f.helper_role',
};

/** What a contact may have besides, and hours. */
const PLACED = 'place_id, stuck_at, need, referred_to, referred_by, guide_missing, followed_up, work';

/** The parts of a fact lie beside it; what takes it back needs none of its own. */
async function insertParts(tx: Queryable, id: string, parts: NonNullable<NewFact['parts']>): Promise<void> {
	if (parts.length === 0) return;
	await tx.query(
		`insert into fact_parts (fact_id, dimension, code, quantity)
		select $1, part->>'dimension', part->>'code', (part->>'quantity')::int from jsonb_array_elements($2::jsonb) part`,
		[id, JSON.stringify(parts)],
	);
}

export async function insertFact(tx: Queryable, id: string, recordedOn: string, fact: NewFact): Promise<void> {
	await tx.query(
		`insert into facts (id, occurred_on, recorded_on, organisation_id, project_id, plan_line, unit, quantity, basis,
			channel, form, topic, service_id, language, outcome, minutes, age_band, gender, helper_role, ${PLACED})
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
			$24, $25, $26, $27)`,
		[
			...[id, fact.occurredOn, recordedOn, fact.organisationId, fact.projectId ?? null, fact.planLine ?? null],
			...[fact.unit, fact.quantity, fact.basis, fact.channel, fact.form, fact.topic ?? null],
			...[fact.serviceId ?? null, fact.language ?? null, fact.outcome ?? null, fact.minutes ?? null],
			...[fact.ageBand ?? null, fact.gender ?? null, fact.helperRole ?? null, fact.placeId ?? null],
			...[fact.stuckAt ?? null, fact.need ?? null, fact.referredTo ?? null, fact.referredBy ?? null],
			...[fact.guideMissing ?? false, fact.followedUp ?? null, fact.work ?? null],
		],
	);
	await insertParts(tx, id, fact.parts ?? []);
}

/** Writes the opposite of a fact unless there is one already; true when it was written. */
export async function insertReversal(tx: Queryable, id: string, recordedOn: string, factId: string): Promise<boolean> {
	const rows = await tx.query(
		`insert into facts (id, occurred_on, recorded_on, organisation_id, project_id, plan_line, unit, quantity, basis,
			channel, form, topic, service_id, language, outcome, minutes, age_band, gender, helper_role, ${PLACED}, reverses)
		select $1, occurred_on, $2, organisation_id, project_id, plan_line, unit, -quantity, basis,
			channel, form, topic, service_id, language, outcome, minutes, age_band, gender, helper_role, ${PLACED}, id
		from facts where id = $3 and reverses is null
		on conflict (reverses) do nothing returning id`,
		[id, recordedOn, factId],
	);
	return rows.length > 0;
}

/** The fact as it was recorded. */
export async function selectFact(db: Queryable, id: string): Promise<NewFact | null> {
	const [row] = await db.query<NewFact>(
		`select occurred_on as "occurredOn", organisation_id as "organisationId", project_id as "projectId",
			plan_line as "planLine", unit, quantity, basis, channel, form, topic, service_id as "serviceId", language, outcome,
			minutes, age_band as "ageBand", gender, helper_role as "helperRole", place_id as "placeId",
			stuck_at as "stuckAt", need, referred_to as "referredTo", referred_by as "referredBy",
			guide_missing as "guideMissing", followed_up as "followedUp", work
		from facts where id = $1 and reverses is null`,
		[id],
	);
	return row ?? null;
}

export async function factKind(db: Queryable, id: string): Promise<'fact' | 'reversal' | null> {
	const [row] = await db.query<{ is_reversal: boolean }>(
		'select reverses is not null as is_reversal from facts where id = $1',
		[id],
	);
	if (!row) return null;
	return row.is_reversal ? 'reversal' : 'fact';
}

type CountRow = { unit: Unit; quantity: number; minutes: number } & Record<Dimension, string | null>;

export async function sumFacts(db: Queryable, by: readonly Dimension[], filter: FactFilter): Promise<Count[]> {
	const { conditions, values } = conditionsOf(filter);
	const keys = by.map((dimension) => `${EXPRESSIONS[dimension]} as "${dimension}"`);
	const rows = await db.query<CountRow>(
		`select ${['f.unit', ...keys].join(', ')}, sum(f.quantity) as quantity,
			coalesce(sum(f.minutes * sign(f.quantity)::integer), 0) as minutes
		from facts f ${conditions}
		group by ${['f.unit', ...by.map((dimension) => EXPRESSIONS[dimension])].join(', ')}
		having sum(f.quantity) <> 0
		order by ${['f.unit', ...by.map((dimension) => EXPRESSIONS[dimension])].join(', ')}`,
		values,
	);
	return rows.map((row) => ({ ...quantity(row.unit, row.quantity), key: pick(row, by), minutes: row.minutes }));
}

type PartRow = CountRow & { dimension: PartDimension; code: string };

/** The parts of facts that were taken back are taken off again. */
export async function sumParts(db: Queryable, by: readonly Dimension[], filter: FactFilter): Promise<PartCount[]> {
	const { conditions, values } = conditionsOf(filter);
	const groups = ['f.unit', 'p.dimension', 'p.code', ...by.map((dimension) => EXPRESSIONS[dimension])].join(', ');
	const keys = by.map((dimension) => `${EXPRESSIONS[dimension]} as "${dimension}"`);
	const rows = await db.query<PartRow>(
		`select ${['f.unit', 'p.dimension', 'p.code', ...keys].join(', ')},
			sum(p.quantity * sign(f.quantity)::integer) as quantity
		from facts f join fact_parts p on p.fact_id = coalesce(f.reverses, f.id) ${conditions}
		group by ${groups} having sum(p.quantity * sign(f.quantity)::integer) <> 0 order by ${groups}`,
		values,
	);
	return rows.map((row) => {
		const { dimension, code } = row;
		return { ...quantity(row.unit, row.quantity), key: pick(row, by), minutes: 0, dimension, code };
	});
}

export async function selectFacts(db: Queryable, filter: FactFilter, limit: number): Promise<ListedFact[]> {
	const { conditions, values } = conditionsOf(filter);
	return db.query<ListedFact>(
		`select f.id, f.occurred_on as "occurredOn", f.recorded_on as "recordedOn", f.plan_line as "planLine", f.unit,
			f.quantity, f.basis, f.channel, f.work, f.topic, f.service_id as "serviceId", f.outcome, f.minutes,
			f.age_band as "ageBand", f.gender, f.stuck_at as "stuckAt", f.referred_to as "referredTo",
			f.guide_missing as "guideMissing", f.reverses, r.id as "reversedBy"
		from facts f left join facts r on r.reverses = f.id ${conditions}
		order by f.occurred_on desc, f.number desc limit ${Math.trunc(limit)}`,
		values,
	);
}

export async function lastNumber(db: Queryable): Promise<number> {
	const [row] = await db.query<{ number: number | null }>('select max(number) as number from facts');
	return row?.number ?? 0;
}

function pick(row: Record<Dimension, string | null>, by: readonly Dimension[]): Count['key'] {
	return Object.fromEntries(by.map((dimension) => [dimension, row[dimension]]));
}

function conditionsOf(filter: FactFilter): { conditions: string; values: string[] } {
	const values: string[] = [];
	const parts: string[] = [];
	const compare = (left: string, operator: string, value: string | undefined, cast = ''): void => {
		if (value !== undefined) parts.push(`${left} ${operator} $${values.push(value)}${cast}`);
	};
	compare('f.organisation_id', '=', filter.organisationId);
	compare('f.project_id', '=', filter.projectId);
	compare('f.unit', '=', filter.unit);
	compare('f.occurred_on', '>=', filter.from, '::date');
	compare('f.occurred_on', '<=', filter.to, '::date');
	compare('f.recorded_on', '<=', filter.recordedBy, '::date');
	for (const dimension of DIMENSIONS) {
		const value = filter.where?.[dimension];
		if (value === null) parts.push(`${EXPRESSIONS[dimension]} is null`);
		else compare(EXPRESSIONS[dimension], '=', value);
	}
	return { conditions: parts.length > 0 ? `where ${parts.join(' and ')}` : '', values };
}
