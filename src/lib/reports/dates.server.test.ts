import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { closeDate } from '#lib/events/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { instantAt, turnClock } from '../platform/clock.ts';
import { newId } from '../platform/randomness.server.ts';
import { buildOrganisers, planned } from '../events/testing.ts';
import { figuresOf, loadProjects, type Project, projectById, publicLinesOf } from './index.server.ts';

const at = onGround();
let now = instantAt('2026-01-02', '10:00').getTime();
const back = turnClock(() => now);
afterAll(back);
let project: Project;
let actor: StaffActor;
beforeAll(async () => {
	await buildOrganisers();
	for (const id of ['demo-kuopio', 'lumikello-ry', 'svkeskus', 'kainuun-liitto']) {
		await at.ground.db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [id]);
	}
	await at.ground.db.transaction((tx) => loadProjects(tx, { demonstration: true }));
	const found = await projectById(at.ground.db, 'demo-kuopio-2026');
	if (!found) throw new Error('there is a demonstration project');
	project = found;
	const id = newId();
	await at.ground.db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, 'x', 'X', 'fi', now())`,
		[id],
	);
	const who = {
		chosenName: 'X',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
	} as const;
	actor = { kind: 'staff', id, ...who, memberships: [{ organisationId: 'demo-kuopio', role: 'coordinator' }] };
});

/** A series of the project, of which some dates were closed: a number is a headcount, a word why it was not held. */
async function season(planLine: string, became: readonly (number | 'staff' | 'venue-refused')[]): Promise<void> {
	const of = { organisationId: 'demo-kuopio', projectId: project.id, planLine, capacity: null, walkIn: 0 };
	const { dates } = await planned({ id: `${planLine}-${newId()}`, ...of });
	for (const [index, what] of became.entries()) {
		const date = dates[index];
		if (!date) throw new Error('there are enough dates');
		now = date.endsAt.getTime();
		const held = { state: 'held', total: String(what), method: 'click-counter' };
		const replaced = { state: 'replaced', cause: what, reason: '', replacedByLine: 'kysymys-piste', replacedBy: '' };
		const told = typeof what === 'number' ? held : what === 'staff' ? { ...replaced, state: 'cancelled' } : replaced;
		const form = { occurrenceId: date.id, version: '0', lang: 'ru', topics: [], lines: ['kysymys-piste'], ...told };
		expect(await closeDate(form, actor)).toEqual({ version: 1 });
	}
}

test('plan and actual stand beside each other, with what fell out; a recount by hand gives the same', async () => {
	const club = [14, 9, 'staff', 11, 'venue-refused', 'venue-refused', 3] as const;
	await season('digiklubi', club);
	await season('info-session', [2]);
	const figures = await figuresOf(at.ground.db, project);
	const actual = (line: string, unit: string) =>
		figures.lines.find((one) => one.lineId === line && one.unit === unit)?.actual;
	const held = club.filter((one) => typeof one === 'number');
	expect(actual('digiklubi', 'session')).toBe(held.length);
	expect(actual('digiklubi', 'visit')).toBe(14 + 9 + 11 + 3);
	expect(figures.lines.find(({ unit }) => unit === 'participant')).toBeUndefined();

	expect(figures.dates.map(({ planLine }) => planLine)).toEqual(['digiklubi', 'info-session']);
	const [line] = figures.dates;
	expect(line).toMatchObject({ held: 4, cancelled: 1, replaced: 2, heldInOtherForm: 0 });
	expect(line?.fellOut.map(({ cause, replacedByLine }) => [cause, replacedByLine])).toEqual([
		...[
			['staff', null],
			['venue-refused', 'kysymys-piste'],
			['venue-refused', 'kysymys-piste'],
		],
	]);
	expect((line?.planned ?? 0) - 7).toBe((line?.toCome ?? 0) + (line?.notClosed ?? 0));
});

test('everybody sees visits in steps of five, and never a few of them', async () => {
	const lines = await publicLinesOf(at.ground.db, project);
	expect(lines.map(({ planLine, visits, held }) => [planLine, held, visits])).toEqual([
		['digiklubi', 4, 'hidden'],
		['info-session', 1, 'hidden'],
	]);
	await season('kysymys-piste', [31, 12]);
	await season('chat', [40]);
	const more = await publicLinesOf(at.ground.db, project);
	expect(more.find(({ planLine }) => planLine === 'info-session')?.visits).toBe('hidden');
	expect(more.filter(({ visits }) => visits !== 'hidden').every(({ visits }) => Number(visits) % 5 === 0)).toBe(true);
});
