import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { ROLES } from '#lib/identity/index.server.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { makePaperCode } from './case/code.server.ts';
import { readCase } from './case/read.server.ts';
import { hands } from './case/store.server.ts';
import { passCase, releaseCase, takeCase } from './case/take.server.ts';
import { answerInCase, noteInCase } from './case/write.server.ts';
import { recordAtDesk } from './contacts/atDesk.server.ts';
import { noteFollowUp } from './contacts/followUp.server.ts';
import { contacts } from './contacts/store.server.ts';
import { cases } from './store.server.ts';
import { buildCase, buildDesk, buildStaff, KNOWN, typedContact } from './testing.server.ts';

/** Who gets what answer: every role at its own organisation and at another, by what state the case is in. */
const at = onGround();
let desk: DeskRow;
let colleague: StaffActor;
const staff = new Map<string, StaffActor>();
const record = recordAtDesk(KNOWN);

const STATES = ['held-by-her', 'held-by-another', 'free', 'past', 'missing'] as const;
type State = (typeof STATES)[number];
const PLACES = ['home', 'away'] as const;

beforeAll(async () => {
	desk = await buildDesk('home');
	await buildDesk('away');
	colleague = await buildStaff('volunteer');
	for (const place of PLACES) for (const role of ROLES) staff.set(`${role} ${place}`, await buildStaff(role, place));
});

/** A case that sent somebody on, so that everything can be tried on it. */
async function caseIn(state: State): Promise<string> {
	if (state === 'missing') return newId();
	const id = await buildCase(desk);
	const { db } = at.ground;
	await hands(db).put(id, colleague.id, new Date());
	await record(typedContact(desk.id, { caseId: id, referredTo: 'bank', staysInHand: 'on' }), colleague);
	if (state === 'past') await db.query(`update cases set expires_on = '2026-01-01' where id = $1`, [id]);
	return id;
}

/** As it was before somebody tried something on it. */
async function putBack(id: string, state: State, actor: StaffActor): Promise<void> {
	const holders = {
		'held-by-her': actor.id,
		'held-by-another': colleague.id,
		free: null,
		past: actor.id,
		missing: null,
	};
	await hands(at.ground.db).put(id, holders[state], new Date());
}

type Deed = (id: string, actor: StaffActor) => Promise<unknown>;
const text = 'слова';
const DEEDS: Record<string, Deed> = {
	read: async (id, actor) => {
		const seen = await readCase(id, actor);
		return isRefusal(seen) || seen.inside ? seen : { refused: 'no words' };
	},
	take: (id, actor) => takeCase({ id }, actor),
	note: (id, actor) => noteInCase({ id, clientId: newId(), text }, actor),
	answer: (id, actor) => answerInCase({ id, clientId: newId(), text }, actor),
	code: (id, actor) => makePaperCode({ id }, actor),
	close: (id, actor) => record(typedContact(desk.id, { caseId: id }), actor),
	followUp: async (id, actor) => {
		const [contact] = await contacts(at.ground.db).ofCase(id);
		return noteFollowUp({ id, contactId: contact?.id ?? newId(), code: 'helped' }, actor);
	},
	release: (id, actor) => releaseCase({ id }, actor),
	pass: (id, actor) => passCase({ id, to: colleague.id }, actor),
};

const HELPS: readonly Role[] = ['volunteer', 'adviser', 'coordinator'];
const ANSWERS_FOR_DESK: readonly Role[] = ['adviser', 'coordinator'];

/** The table of docs/roles.md, said once more by hand. */
function expected(deed: string, role: Role, place: string, state: State): string {
	if (place === 'away' || !HELPS.includes(role) || state === 'past' || state === 'missing') return 'missing';
	const mayAll = state === 'held-by-her' || ANSWERS_FOR_DESK.includes(role);
	if (deed === 'take') return state === 'held-by-another' ? 'held-by-another' : 'done';
	if (deed === 'read') return mayAll ? 'done' : 'no words';
	if (deed === 'release' || deed === 'pass') return mayAll && state !== 'free' ? 'done' : 'not-held';
	return mayAll ? 'done' : 'not-held';
}

test('every role, at its own organisation and at another, gets for every deed in every state what the table says', async () => {
	const wrong: string[] = [];
	let cells = 0;
	for (const [name, actor] of staff) {
		const [role = 'volunteer', place = ''] = name.split(' ') as [Role, string];
		for (const state of STATES) {
			const id = await caseIn(state);
			for (const [deed, act] of Object.entries(DEEDS)) {
				await putBack(id, state, actor);
				const done = await act(id, actor);
				const got = isRefusal(done) ? done.refused : 'done';
				cells += 1;
				if (got !== expected(deed, role, place, state)) wrong.push(`${name}, ${state}, ${deed}: ${got}`);
			}
		}
	}
	expect(wrong).toEqual([]);
	expect(cells).toBe(ROLES.length * PLACES.length * STATES.length * Object.keys(DEEDS).length);
}, 120_000);

test('a volunteer whose pledge has run out reaches no case, whoever has it', async () => {
	const volunteer = await buildStaff('volunteer');
	const id = await buildCase(desk);
	await takeCase({ id }, volunteer);
	const late = { ...volunteer, pledgeIsCurrent: false };
	expect(await readCase(id, late)).toMatchObject({ refused: 'missing' });
	expect(await noteInCase({ id, clientId: newId(), text }, late)).toMatchObject({ refused: 'missing' });
	expect((await cases(at.ground.db).byId(id))?.holder).toBe(volunteer.id);
});
