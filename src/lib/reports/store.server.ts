import * as v from 'valibot';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { PlanVersion, Project } from './project.ts';
import { projectSchema } from './schema.ts';

/** Everything of a project in one row: the card, the plan's versions with their lines, what was reported. */
const WHOLE = `
	select p.card
		|| jsonb_build_object('id', p.id, 'position', p.position, 'organisation', p.organisation_id, 'kind', p.kind,
			'isDemonstration', p.is_demonstration, 'starts', p.starts_on, 'ends', p.ends_on)
		|| jsonb_build_object(
			'versions', (select coalesce(jsonb_agg(ver.card || jsonb_build_object('version', ver.version,
				'dated', ver.dated_on, 'lines', (select jsonb_agg(line.card
					|| jsonb_build_object('id', line.id, 'targets', line.targets) order by line.position)
					from plan_lines line where line.project_id = p.id and line.version = ver.version))
				order by ver.version), '[]') from plan_versions ver where ver.project_id = p.id),
			'reported', (select coalesce(jsonb_agg(rep.card || jsonb_build_object('line', rep.line_id, 'outcome',
				rep.outcome, 'sessions', rep.sessions, 'people', rep.people) order by rep.position), '[]')
				from reported_lines rep where rep.project_id = p.id),
			'deviations', (select coalesce(jsonb_agg(dev.card
				|| jsonb_build_object('line', dev.line_id, 'cause', dev.cause)
				|| case when dev.replaced_by is null then '{}' else jsonb_build_object('replacedBy', dev.replaced_by) end
				order by dev.line_id), '[]') from deviations dev where dev.project_id = p.id)
		) as project
	from projects p`;

export async function selectProjects(db: Queryable): Promise<Project[]> {
	const rows = await db.query<{ project: unknown }>(`${WHOLE} order by p.position, p.id desc`);
	return rows.map((row) => v.parse(projectSchema, row.project));
}

export async function selectProject(db: Queryable, id: string): Promise<Project | null> {
	const [row] = await db.query<{ project: unknown }>(`${WHOLE} where p.id = $1`, [id]);
	return row ? v.parse(projectSchema, row.project) : null;
}

/** Writes a project as it stands in a file. The targets of a plan that is there already stay as they were promised. */
export async function upsertProject(tx: Queryable, project: Project): Promise<void> {
	const { id, position, organisation, kind, isDemonstration, starts, ends, versions, reported, deviations, ...card } =
		project;
	await tx.query(
		`insert into projects (id, position, organisation_id, kind, is_demonstration, starts_on, ends_on, card)
		values ($1, $2, $3, $4, $5, $6, $7, $8)
		on conflict (id) do update set position = excluded.position, starts_on = excluded.starts_on,
			ends_on = excluded.ends_on, card = excluded.card`,
		[id, position, organisation, kind, isDemonstration, starts, ends, card],
	);
	for (const version of versions) await upsertVersion(tx, id, version);
	for (const [place, line] of reported.entries()) await upsertReported(tx, id, place, line);
	for (const deviation of deviations) await upsertDeviation(tx, id, deviation);
}

async function upsertVersion(tx: Queryable, projectId: string, written: PlanVersion): Promise<void> {
	const { version, dated, lines, ...card } = written;
	await tx.query(
		`insert into plan_versions (project_id, version, dated_on, card) values ($1, $2, $3, $4)
		on conflict (project_id, version) do update set card = excluded.card`,
		[projectId, version, dated, card],
	);
	for (const [place, { id, targets, ...words }] of lines.entries()) {
		await tx.query(
			`insert into plan_lines (project_id, version, id, position, targets, card) values ($1, $2, $3, $4, $5, $6)
			on conflict (project_id, version, id) do update set position = excluded.position, card = excluded.card`,
			[projectId, version, id, place, JSON.stringify(targets), words],
		);
	}
}

async function upsertReported(
	tx: Queryable,
	projectId: string,
	place: number,
	{ line, outcome, sessions, people, ...card }: Project['reported'][number],
): Promise<void> {
	await tx.query(
		`insert into reported_lines (project_id, line_id, position, outcome, sessions, people, card)
		values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (project_id, line_id) do update set position = excluded.position, outcome = excluded.outcome,
			sessions = excluded.sessions, people = excluded.people, card = excluded.card`,
		[projectId, line, place, outcome, sessions, people, card],
	);
}

async function upsertDeviation(
	tx: Queryable,
	projectId: string,
	{ line, cause, replacedBy, ...card }: Project['deviations'][number],
): Promise<void> {
	await tx.query(
		`insert into deviations (project_id, line_id, cause, replaced_by, card) values ($1, $2, $3, $4, $5)
		on conflict (project_id, line_id) do update set cause = excluded.cause, replaced_by = excluded.replaced_by,
			card = excluded.card`,
		[projectId, line, cause, replacedBy ?? null, card],
	);
}
