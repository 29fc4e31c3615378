import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { type LinkActor, ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { certificateFor } from './certificate.server.ts';
import { confirmHours, rejectHours } from './confirm.server.ts';
import { logHours, withdrawHours } from './log.server.ts';
import { markShift } from './presence.server.ts';
import { logged, typed } from './testing.ts';

const at = onGround();

type Which = 'own' | 'other' | 'closed' | 'missing';
const WHICH: readonly Which[] = ['own', 'other', 'closed', 'missing'];

type Deed = (actor: StaffActor, which: Which) => Promise<unknown>;

/** An entry of a volunteer of `near`, as asked. */
async function entryFor(which: Which): Promise<string> {
	if (which === 'missing') return newId();
	const id = await logged(await buildVolunteer());
	if (which === 'closed') await rejectHours({ id, reason: 'talk' }, await buildStaff('adviser'));
	return id;
}

const year = today().slice(0, 4);
const DEEDS: Record<string, Deed> = {
	'confirm hours': async (actor, which) => confirmHours({ ids: [await entryFor(which)] }, actor),
	'reject hours': async (actor, which) => rejectHours({ id: await entryFor(which), reason: 'day' }, actor),
	'say that she did not come': async (actor, which) =>
		markShift({ id: await partFor(which), presence: 'absent' }, actor),
	'print a certificate': async (actor, which) => {
		const { id } = await buildVolunteer();
		const span = { from: `${year}-01-01`, to: `${year}-12-31` };
		return certificateFor(at.ground.db, actor, { id: which === 'missing' ? newId() : id, ...span });
	},
	'take back hours of somebody else': async (actor, which) => withdrawHours({ id: await entryFor(which) }, actor),
};

async function partFor(which: Which): Promise<string> {
	if (which === 'missing') return newId();
	const [her, id] = [await buildVolunteer(), newId()];
	const hour = 3_600_000;
	const times = { startsAt: new Date(instant() - 2 * hour), endsAt: new Date(instant() - hour), day: today() };
	const shift = await buildShift({ ...times, deskId: newId().slice(-8) });
	const one = { id, shiftId: shift.id, accountId: her.id, byWay: 'self', offeredUntil: null } as const;
	await assignments(at.ground.db).add({ ...one, state: which === 'closed' ? 'withdrawn' : 'done' }, now());
	return id;
}

const MAY: Record<string, readonly string[]> = {
	'confirm hours': ['adviser', 'coordinator'],
	'reject hours': ['adviser', 'coordinator'],
	'say that she did not come': ['coordinator'],
	'print a certificate': ['coordinator'],
	'take back hours of somebody else': [],
};

function expectedOf(role: string, deed: string, which: Which): string {
	if (!MAY[deed]?.includes(role) || which === 'other' || which === 'missing') return 'missing';
	return which === 'closed' && deed !== 'print a certificate' ? 'settled' : 'yes';
}

async function outcome(deed: Deed, actor: StaffActor, which: Which): Promise<string> {
	const done = await deed(actor, which);
	if (done === null) return 'missing';
	return isRefusal(done) ? done.refused : 'yes';
}

test('who may what with hours of others: of the own organisation, of another one, settled, missing', async () => {
	const wrong: string[] = [];
	for (const role of ROLES) {
		for (const [name, deed] of Object.entries(DEEDS)) {
			for (const which of WHICH) {
				const got = await outcome(deed, await buildStaff(role, which === 'other' ? 'far' : 'near'), which);
				const wanted = expectedOf(role, name, which);
				if (got !== wanted) wrong.push(`${role} ${name} ${which}: ${got} instead of ${wanted}`);
			}
		}
	}
	expect(wrong).toEqual([]);
}, 120_000);

test('who may write down her own, for which organisation, and take them back', async () => {
	for (const role of ROLES) {
		const her = await buildStaff(role);
		const may = ['volunteer', 'adviser', 'coordinator'].includes(role);
		const done = await logHours(typed(), her);
		expect(isRefusal(done) ? done.refused : 'yes', role).toBe(may ? 'yes' : 'missing');
		const elsewhere = await logHours(typed({ organisation: 'far' }), her);
		expect(elsewhere, role).toMatchObject({ refused: 'missing' });
		if (isRefusal(done)) continue;
		expect(await withdrawHours({ id: done.id }, her)).toEqual({ id: done.id });
		expect(await withdrawHours({ id: done.id }, her)).toMatchObject({ refused: 'settled' });
		const noMore: StaffActor = { ...her, memberships: [] };
		expect(await withdrawHours({ id: await logged(her) }, noMore)).toMatchObject({ refused: 'missing' });
	}
});

test('by a personal link nobody confirms anything', async () => {
	const { id, chosenName, language, memberships } = await buildStaff('coordinator');
	const byLink: LinkActor = { kind: 'link', id, chosenName, language, memberships };
	// What is no session of hers never reaches these; if it did, it would find nothing.
	const actor = byLink as unknown as StaffActor;
	for (const [name, deed] of Object.entries(DEEDS)) expect(await outcome(deed, actor, 'own'), name).toBe('missing');
});
