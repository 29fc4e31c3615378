import type { Role, StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import { KNOWN } from '../testing.server.ts';
import { askForCall } from './ask.server.ts';
import { finishCallback } from './calls.server.ts';
import { callbacks, type StoredCallback } from './store.server.ts';

/** Builders for the tests of callbacks, and a day on which the desk is there. */
export const TUESDAY = '2026-11-24';

/** Two organisations, each with a desk; the first one answers the site. */
export async function buildDesks(): Promise<void> {
	for (const id of ['near', 'far']) {
		await ground().db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [id]);
		const desk = { id, organisationId: id, names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null };
		await makeDesk(ground().db, desk, [
			{ weekday: 2, opens: '10:00', closes: '13:00' },
			{ weekday: 4, opens: '16:00', closes: '19:00' },
		]);
	}
}

/** Who has no case here yet. */
export const nobody = { kind: 'visitor', id: null } as const;
/** A form as it is sent, but for what the test is about. */
export const form = (more: Record<string, unknown> = {}) => ({
	...{ startKey: newId(), number: '040 123 4567', window: `${TUESDAY}T10:00`, language: 'ru', topic: '', text: '' },
	...more,
});

export async function asked(
	more: Record<string, unknown> = {},
	actor: { kind: 'visitor'; id: string | null } = nobody,
) {
	const done = await askForCall(form(more), actor);
	if (isRefusal(done)) throw new Error(`not asked: ${JSON.stringify(done)}`);
	return done;
}

export async function fresh(id: string): Promise<StoredCallback> {
	const found = await callbacks(ground().db).byId(id);
	if (!found) throw new Error('the callback is not there');
	return found;
}

export async function helper(role: Role = 'volunteer', organisationId = 'near'): Promise<StaffActor> {
	const id = newId();
	await ground().db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, 'Лена', 'fi', now())`,
		[id, id],
	);
	const memberships = [{ organisationId, role }];
	return {
		kind: 'staff',
		id,
		chosenName: 'Лена',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
		memberships,
	};
}

export const codes = { topic: 'health', outcome: 'solved-together', minutes: '7' };
export const finish = finishCallback({ ...KNOWN, isTopic: (id) => id === 'health' });
