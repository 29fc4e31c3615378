import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { visitorOf } from '../rights/visitor.ts';
import { giveCallbackBack, noteTry, takeCallback } from './calls.server.ts';
import { cancelCallback } from './hers.server.ts';
import { callSheet } from './list.server.ts';
import { callbacks } from './store.server.ts';
import { asked, buildDesks, codes, finish, fresh, helper, TUESDAY } from './testing.ts';

const at = onGround();
const back = turnClock(() => instantAt(TUESDAY, '08:00').getTime());
beforeAll(buildDesks);
afterAll(back);

type Command = (raw: unknown, actor: StaffActor) => Promise<unknown>;
const COMMANDS: Record<string, [Command, Record<string, string>]> = {
	take: [takeCallback, {}],
	back: [giveCallbackBack, {}],
	tried: [noteTry, { how: 'busy', tries: '0' }],
	done: [finish, codes],
};
const ROLES: Role[] = ['volunteer', 'adviser', 'coordinator', 'regional', 'editor', 'clerk', 'funder', 'admin'];
const AT_DESK: Role[] = ['volunteer', 'adviser', 'coordinator'];

test('who may what: own, of a colleague, of another organisation, over, missing', async () => {
	const wrong: string[] = [];
	for (const role of ROLES) {
		for (const [name, [run, more]] of Object.entries(COMMANDS)) {
			for (const which of ['free', 'mine', 'colleague', 'other', 'over', 'missing'] as const) {
				const actor = await helper(role, which === 'other' ? 'far' : 'near');
				const id = which === 'missing' ? newId() : (await asked()).id;
				if (which === 'mine') await callbacks(at.ground.db).hold(id, actor.id, new Date(0));
				if (which === 'colleague') await callbacks(at.ground.db).hold(id, (await helper()).id, new Date(0));
				if (which === 'over') await cancelCallback({ id }, visitorOf((await fresh(id)).caseId));
				const done = await run({ id, ...more }, actor);
				const got = isRefusal(done) ? done.refused : 'yes';
				const wanted = AT_DESK.includes(role) ? expectedAt(role, name, which) : 'missing';
				if (got !== wanted) wrong.push(`${role} ${name} ${which}: ${got} instead of ${wanted}`);
			}
		}
	}
	expect(wrong).toEqual([]);
}, 60_000);

function expectedAt(role: Role, name: string, which: string): string {
	if (which === 'other' || which === 'missing') return 'missing';
	if (which === 'mine') return 'yes';
	if (name === 'take') return { free: 'yes', colleague: 'taken', over: 'over' }[which] ?? '';
	if (name === 'back' && which === 'colleague' && role !== 'volunteer') return 'yes';
	return 'not-held';
}

test('the sheet is there for the desk alone, its number for whoever holds the call', async () => {
	for (const role of ROLES) {
		const { id } = await asked();
		const actor = await helper(role);
		expect((await callSheet(at.ground.db, actor, id)) !== null, role).toBe(AT_DESK.includes(role));
		expect((await callSheet(at.ground.db, actor, id))?.call ?? null, role).toBeNull();
		await callbacks(at.ground.db).hold(id, actor.id, new Date(0));
		expect(((await callSheet(at.ground.db, actor, id))?.call ?? null) !== null, role).toBe(AT_DESK.includes(role));
		expect(await callSheet(at.ground.db, await helper(role, 'far'), id), role).toBeNull();
	}
});
