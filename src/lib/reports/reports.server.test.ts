import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { type NewFact, recordFact, reverseFact } from '../ledger/index.server.ts';
import { turnClock } from '../platform/clock.ts';
import { refused } from '../platform/command.server.ts';
import { newId } from '../platform/randomness.server.ts';
import {
	demonstrationProjectId,
	factsBehind,
	figuresOf,
	loadProjects,
	type Project,
	projectById,
	projects,
	projectWithin,
	publicFiguresOf,
} from './index.server.ts';
import { storiesOf } from './project.ts';
import { starterProjects } from './starter.server.ts';

const at = onGround();
let back: (() => void) | undefined;
const turnTo = (day: string): void => {
	back?.();
	back = turnClock(() => Date.parse(`${day}T09:00:00Z`));
};
afterEach(() => back?.());

beforeAll(async () => {
	for (const id of ['demo-kuopio', 'lumikello-ry', 'svkeskus', 'kainuun-liitto']) {
		await at.ground.db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [id]);
	}
	turnTo('2026-05-20');
	await at.ground.db.transaction((tx) => loadProjects(tx, { demonstration: true }));
});

const project = async (id: string): Promise<Project> => {
	const found = await projectById(at.ground.db, id);
	if (!found) throw new Error(`no project ${id}`);
	return found;
};
const chat = (occurredOn: string, more: Partial<NewFact> = {}): Promise<string> =>
	recordFact(at.ground.db, {
		...{ occurredOn, organisationId: 'demo-kuopio', projectId: 'demo-kuopio-2026', planLine: 'chat', unit: 'contact' },
		...{ quantity: 1, basis: 'counted', channel: 'chat', form: 'remote', topic: 'housing', minutes: 10 },
		...more,
	});

test('what is loaded is what the files say, and loading again changes nothing', async () => {
	turnTo('2026-05-20');
	await at.ground.db.transaction((tx) => loadProjects(tx, { demonstration: true }));
	const loaded = await projects(at.ground.db);
	const written = (await starterProjects()).sort((a, b) => a.position - b.position);
	const byLine = (one: Project): Project => ({
		...one,
		deviations: [...one.deviations].sort((a, b) => a.line.localeCompare(b.line)),
	});
	expect(loaded.map(byLine)).toEqual(written.map(byLine));
});

test('every text of the starter projects is there in each language, and every line named exists', async () => {
	const check = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if ('ru' in value) expect(Object.keys(value)).toEqual(['ru', 'fi', 'en']);
		for (const part of Object.values(value)) check(part);
	};
	for (const one of await starterProjects()) {
		check(one);
		const ids = storiesOf(one).map((story) => story.id);
		for (const { line, replacedBy } of one.deviations) {
			expect(ids).toContain(line);
			if (replacedBy) expect(ids).toContain(replacedBy);
		}
	}
});

test('a line of S22196 tells both plans, what was reported, why it deviated and what came instead', async () => {
	const story = storiesOf(await project('digituki-arkeen-kuopio')).find((one) => one.id === 'counselling-kela');
	expect(story?.plans.map(({ line }) => line?.targets[0]?.min)).toEqual([undefined, 10]);
	expect(story?.plans[0]?.line?.id).toBe('counselling');
	expect(story?.reported).toMatchObject({ outcome: 'not-held', sessions: 0, people: null });
	expect(story?.deviation?.reason.en).toContain('no permission');
	expect(story?.replacement?.names.en).toBe('Kysymys Piste');
});

test('a running project is in reach of its own people; a reported one of everybody who is signed in', async () => {
	const actor = (organisationId: string, role: Role): StaffActor => ({
		...{
			kind: 'staff',
			id: newId(),
			chosenName: 'x',
			language: 'en',
			isDemonstration: true,
			pledgeIsCurrent: true,
			mayHelp: true,
		},
		memberships: [{ organisationId, role }],
	});
	const reach = (who: StaffActor | null, id = 'demo-kuopio-2026') => projectWithin(at.ground.db, who, id);
	expect(await reach(actor('demo-kuopio', 'coordinator'))).toMatchObject({ id: 'demo-kuopio-2026' });
	expect(await reach(actor('demo-kuopio', 'volunteer'))).toEqual(refused('forbidden'));
	expect(await reach(actor('svkeskus', 'coordinator'))).toEqual(refused('missing'));
	expect(await reach(null, 'kainuu-digituki')).toEqual(refused('missing'));
	expect(await reach(actor('demo-kuopio', 'coordinator'), 'no-such')).toEqual(refused('missing'));
	expect(await reach(actor('svkeskus', 'clerk'), 'digituki-arkeen-kuopio')).toMatchObject({ code: 'S22196' });
});

test('nothing new is counted on a project that is shown as reported', async () => {
	await expect(chat('2026-05-20', { projectId: 'digituki-arkeen-kuopio' })).rejects.toThrow(/nothing new is counted/);
});

test('the figures of a plan can be neither changed nor deleted; words may be mended', async () => {
	const { db } = at.ground;
	await expect(db.query(`update plan_lines set targets = '[]' where id = 'chat' and version = 1`)).rejects.toThrow(
		/append-only/,
	);
	await expect(db.query('delete from plan_lines')).rejects.toThrow(/append-only/);
	await db.query(`update plan_lines set card = card where id = 'chat'`);
});

test('the demonstration project is of the running year, and a real installation gets none', async () => {
	turnTo('2027-01-01');
	expect(demonstrationProjectId()).toBe('demo-kuopio-2027');
	await at.ground.db.transaction((tx) => loadProjects(tx, { demonstration: true }));
	expect(await projectById(at.ground.db, 'demo-kuopio-2027')).toMatchObject({
		starts: '2027-01-01',
		isDemonstration: true,
	});
	turnTo('2028-01-01');
	await at.ground.db.transaction((tx) => loadProjects(tx, { demonstration: false }));
	expect(await projectById(at.ground.db, 'demo-kuopio-2028')).toBeNull();
});

test('plan and count stand side by side; each figure leads to its facts, taken-back ones included', async () => {
	turnTo('2026-05-20');
	const wrong = await chat('2026-05-02', { topic: 'health' });
	await chat('2026-05-03');
	await chat('2026-04-30', { planLine: 'kysymys-piste', channel: 'phone' });
	await reverseFact(at.ground.db, wrong);
	const running = await project('demo-kuopio-2026');
	const figures = await figuresOf(at.ground.db, running);
	expect(figures.lines.filter((figure) => figure.actual > 0).map((figure) => [figure.line?.id, figure.actual])).toEqual(
		[
			['chat', 1],
			['kysymys-piste', 1],
		],
	);
	expect(figures.channels.find((share) => share.code === 'phone')).toEqual({ code: 'phone', planned: 120, actual: 1 });
	expect(figures.topics.find((share) => share.code === 'health')).toMatchObject({ actual: 0 });
	expect(figures.quarters.flatMap((one) => one.months.map((month) => month.actual))).toEqual([0, 0, 0, 1, 1]);
	expect(figures.quarters).toMatchObject([
		{ code: '2026-Q1', actual: 0 },
		{ code: '2026-Q2', actual: 2 },
	]);
	expect(await factsBehind(at.ground.db, running, { where: { topic: 'health' } })).toHaveLength(2);
});

test('the public sees no small number, and a fixed quarter is not touched by corrections', async () => {
	turnTo('2026-08-03');
	const running = await project('demo-kuopio-2026');
	const ids: string[] = [];
	for (let step = 0; step < 12; step++) ids.push(await chat('2026-07-10'));
	for (let step = 0; step < 3; step++) await chat('2026-07-11', { channel: 'phone', topic: 'health' });
	const [july] = await publicFiguresOf(at.ground.db, running);
	expect(july).toMatchObject({ quarter: '2026-Q3', state: 'running', total: 15 });
	expect(july?.channel.map(({ code, count }) => [code, count])).toEqual([
		['chat', 'hidden'],
		['phone', 'hidden'],
		['visit', 0],
		['email', 0],
	]);
	turnTo('2026-10-20');
	await reverseFact(at.ground.db, ids[0] ?? '');
	const quarters = await publicFiguresOf(at.ground.db, running);
	expect(quarters.find((one) => one.quarter === '2026-Q3')).toMatchObject({ state: 'fixed', total: 15 });
	expect((await figuresOf(at.ground.db, running)).quarters[2]).toMatchObject({ actual: 14 });
	expect(await publicFiguresOf(at.ground.db, await project('digituki-arkeen-kuopio'))).toEqual([]);
});
