import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import type { Actor } from './actor.ts';
import { command, isRefusal, refused, statusOf } from './command.server.ts';
import { newId } from './randomness.server.ts';

const at = onGround();
const actor: Actor = { kind: 'staff', id: newId() };
const run = vi.fn();

const rename = command({
	input: v.object({ id: v.string(), to: v.pipe(v.string(), v.minLength(1, 'too-short')) }),
	load: async ({ id }) => (id === 'missing' ? null : { id, owned: id === 'mine' }),
	allow: (thing, _at: { actor: Actor }) => thing.owned,
	run: async (thing, { audit, enqueue, announce }, { to }) => {
		run(to);
		await audit({ action: 'rename', subject: 'thing', subjectId: thing.id });
		await enqueue({ kind: 'tell', key: newId() });
		announce('things', thing.id);
		return to === 'taken' ? refused('taken') : { name: to };
	},
	present: (done) => done.name,
});
const audits = () => at.ground.db.query("select 1 from audit_entries where action = 'rename'");

test('a change, its audit row and its job are one; the announcement follows', async () => {
	const heard: string[] = [];
	at.ground.bus.on('things', (id) => heard.push(id));
	expect(await rename({ id: 'mine', to: 'bridge' }, actor)).toBe('bridge');
	expect(await audits()).toHaveLength(1);
	expect(await at.ground.db.query("select 1 from jobs where kind = 'tell'")).toHaveLength(1);
	expect(heard).toEqual(['mine']);
});

test('a refusal inside the change leaves no trace at all', async () => {
	const before = await audits();
	expect(await rename({ id: 'mine', to: 'taken' }, actor)).toEqual(refused('taken'));
	expect(await audits()).toEqual(before);
});

test('malformed input names its field, what is out of reach is missing, what is not allowed is forbidden', async () => {
	expect(await rename({ id: 'mine', to: '' }, actor)).toEqual(refused('malformed', { to: 'too-short' }));
	expect(await rename({ id: 'missing', to: 'x' }, actor)).toEqual(refused('missing'));
	run.mockClear();
	const answer = await rename({ id: 'other', to: 'x' }, actor);
	expect(isRefusal(answer) && statusOf(answer)).toBe(403);
	expect(run).not.toHaveBeenCalled();
});

test('the audit can be neither changed nor deleted nor emptied', async () => {
	for (const change of [
		"update audit_entries set action = 'x'",
		'delete from audit_entries',
		'truncate audit_entries',
	]) {
		await expect(at.ground.db.query(change)).rejects.toThrow(/append-only/);
	}
});
