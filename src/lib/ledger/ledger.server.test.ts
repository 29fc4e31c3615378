import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { refused } from '../platform/command.server.ts';
import { newId } from '../platform/randomness.server.ts';
import {
	CHANNELS,
	type Channel,
	countFacts,
	countParts,
	ledgerRevision,
	listFacts,
	type NewFact,
	recordFact,
	reverseFact,
} from './index.server.ts';
import { numberOf } from './quantity.ts';

const at = onGround();
const organisationId = 'demo-kuopio';
const contact: NewFact = {
	occurredOn: '2026-05-04',
	organisationId,
	unit: 'contact',
	quantity: 1,
	basis: 'counted',
	channel: 'chat',
	form: 'remote',
	topic: 'health',
	minutes: 20,
};

beforeAll(async () => {
	await at.ground.db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [
		organisationId,
	]);
});

const projectWithFacts = async (...facts: Partial<NewFact>[]): Promise<{ projectId: string; ids: string[] }> => {
	const projectId = newId();
	const ids: string[] = [];
	for (const fact of facts) ids.push(await recordFact(at.ground.db, { ...contact, projectId, ...fact }));
	return { projectId, ids };
};

test('a fact can be neither changed nor deleted nor emptied', async () => {
	await projectWithFacts({});
	for (const change of ['update facts set quantity = 2', 'delete from facts', 'truncate facts cascade']) {
		await expect(at.ground.db.query(change)).rejects.toThrow(/append-only/);
	}
});

test('a reversed fact counts nothing, in quantity and in minutes', async () => {
	const { projectId, ids } = await projectWithFacts({}, { quantity: 2, minutes: 30 });
	await reverseFact(at.ground.db, ids[0] ?? '');
	expect(await countFacts(at.ground.db, { projectId, by: [] })).toEqual([
		{ key: {}, unit: 'contact', quantity: 2, minutes: 30 },
	]);
	await reverseFact(at.ground.db, ids[1] ?? '');
	expect(await countFacts(at.ground.db, { projectId, by: ['channel'] })).toEqual([]);
});

test('a second reversal, one of a reversal and one of nothing are refused, and the transaction lives on', async () => {
	const { projectId, ids } = await projectWithFacts({});
	await at.ground.db.transaction(async (tx) => {
		const reversal = await reverseFact(tx, ids[0] ?? '');
		expect(await reverseFact(tx, ids[0] ?? '')).toEqual(refused('already-reversed'));
		expect(await reverseFact(tx, String(reversal))).toEqual(refused('is-reversal'));
		expect(await reverseFact(tx, newId())).toEqual(refused('missing'));
		await recordFact(tx, { ...contact, projectId, topic: 'work' });
	});
	expect(await countFacts(at.ground.db, { projectId, by: ['topic'] })).toMatchObject([{ key: { topic: 'work' } }]);
});

test('two reversals at once leave one', async () => {
	const { projectId, ids } = await projectWithFacts({});
	const answers = await Promise.all([1, 2, 3].map(() => reverseFact(at.ground.db, ids[0] ?? '')));
	expect(answers.filter((answer) => typeof answer === 'string')).toHaveLength(1);
	expect(await listFacts(at.ground.db, { projectId })).toHaveLength(2);
});

test('figures are grouped by the codes asked for, and units stay apart', async () => {
	const { projectId } = await projectWithFacts(
		{ occurredOn: '2026-03-31' },
		{ occurredOn: '2026-04-01', channel: 'phone', topic: null },
		{ occurredOn: '2026-04-02', unit: 'participant', quantity: 9, channel: 'event', minutes: null },
	);
	const counts = await countFacts(at.ground.db, { projectId, by: ['quarter', 'channel'] });
	expect(counts).toEqual([
		{ key: { quarter: '2026-Q1', channel: 'chat' }, unit: 'contact', quantity: 1, minutes: 20 },
		{ key: { quarter: '2026-Q2', channel: 'phone' }, unit: 'contact', quantity: 1, minutes: 20 },
		{ key: { quarter: '2026-Q2', channel: 'event' }, unit: 'participant', quantity: 9, minutes: 0 },
	]);
	expect(await countFacts(at.ground.db, { projectId, by: [], where: { topic: null } })).toHaveLength(1);
	expect(await countFacts(at.ground.db, { projectId, by: [], from: '2026-04-02', to: '2026-04-02' })).toHaveLength(1);
	expect(await countFacts(at.ground.db, { projectId, by: [], recordedBy: '2000-01-01' })).toEqual([]);
});

test('the list behind a figure shows what was taken back, and by what', async () => {
	const { projectId, ids } = await projectWithFacts({});
	const reversal = await reverseFact(at.ground.db, ids[0] ?? '');
	const listed = await listFacts(at.ground.db, { projectId, where: { channel: 'chat', month: '2026-05' } });
	expect(listed).toHaveLength(2);
	expect(listed.find((fact) => fact.id === ids[0])).toMatchObject({ reversedBy: reversal, quantity: 1 });
	expect(listed.find((fact) => fact.id === reversal)).toMatchObject({ reverses: ids[0], quantity: -1 });
});

test('the revision moves with each fact and each reversal', async () => {
	const before = await ledgerRevision(at.ground.db);
	const { ids } = await projectWithFacts({});
	const between = await ledgerRevision(at.ground.db);
	await reverseFact(at.ground.db, ids[0] ?? '');
	expect(between).toBeGreaterThan(before);
	expect(await ledgerRevision(at.ground.db)).toBeGreaterThan(between);
});

test('after any sequence of records and reversals the sums equal a recount of what still stands', async () => {
	const record = fc.record({ channel: fc.constantFrom(...CHANNELS), quantity: fc.integer({ min: 1, max: 9 }) });
	const step = fc.oneof(record, fc.record({ reverse: fc.nat(20) }));
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
			const projectId = newId();
			const standing: { id: string; channel: Channel; quantity: number; stands: boolean }[] = [];
			for (const taken of steps) {
				if ('reverse' in taken) {
					const target = standing[taken.reverse % Math.max(1, standing.length)];
					if (target) await reverseFact(at.ground.db, target.id);
					if (target) target.stands = false;
				} else {
					const id = await recordFact(at.ground.db, { ...contact, projectId, ...taken });
					standing.push({ id, ...taken, stands: true });
				}
			}
			const counts = await countFacts(at.ground.db, { projectId, by: ['channel'] });
			for (const channel of CHANNELS) {
				const recount = standing.filter((fact) => fact.stands && fact.channel === channel);
				expect(counts.find((count) => count.key.channel === channel)?.quantity ?? 0).toBe(
					recount.reduce((sum, fact) => sum + fact.quantity, 0),
				);
			}
		}),
		{ numRuns: 30 },
	);
});

test('the parts of a fact make up the whole, and go with it when it is taken back', async () => {
	const parts = [
		{ dimension: 'age', code: '65-plus', quantity: 5 },
		{ dimension: 'age', code: 'unknown', quantity: 4 },
		{ dimension: 'topic', code: 'health', quantity: 1 },
	] as const;
	const visits = { unit: 'visit', channel: 'event', topic: null, minutes: null, quantity: 9 } as const;
	const { projectId, ids } = await projectWithFacts({ ...visits, parts }, visits);
	const told = async () => {
		const all = await countParts(at.ground.db, { projectId, by: ['month'] });
		return all.map((part) => [part.unit, part.dimension, part.code, numberOf(part), part.key.month]);
	};
	expect(await told()).toEqual([
		['visit', 'age', '65-plus', 5, '2026-05'],
		['visit', 'age', 'unknown', 4, '2026-05'],
		['visit', 'topic', 'health', 1, '2026-05'],
	]);
	await reverseFact(at.ground.db, ids[0] ?? '');
	expect(await told()).toEqual([]);
});

test('hours are recorded to the quarter, with what they were spent on, and no other unit is', async () => {
	const hours = { ...contact, unit: 'hour', topic: null, minutes: null, work: 'chat' } as const;
	const { projectId, ids } = await projectWithFacts(
		{ ...hours, quantity: 1.25 },
		{ ...hours, quantity: 0.5, work: 'translation', channel: null, form: null },
		{ ...hours, quantity: 0.75 },
	);
	await reverseFact(at.ground.db, ids[2] ?? '');
	const counts = await countFacts(at.ground.db, { projectId, by: ['projectId', 'work'] });
	expect(counts.map(({ key, ...one }) => [key.projectId, key.work, numberOf(one)])).toEqual([
		[projectId, 'chat', 1.25],
		[projectId, 'translation', 0.5],
	]);
	const wrong: Partial<NewFact>[] = [
		{ ...hours, quantity: 0.1 },
		{ ...hours, work: null },
		{ quantity: 0.5 },
		{ work: 'chat' },
		{ channel: null },
	];
	for (const one of wrong) await expect(projectWithFacts(one)).rejects.toThrow(/violates check constraint/);
});

test('parts that do not make up the whole are refused by the database itself, and none can be changed', async () => {
	const parts = [{ dimension: 'age', code: 'unknown', quantity: 8 }] as const;
	const visits = { ...contact, unit: 'visit', quantity: 9, parts } as const;
	await expect(at.ground.db.transaction((tx) => recordFact(tx, visits))).rejects.toThrow(/do not make up the whole/);
	for (const change of ['update fact_parts set quantity = 2', 'delete from fact_parts']) {
		await expect(at.ground.db.query(change)).rejects.toThrow(/append-only/);
	}
});
