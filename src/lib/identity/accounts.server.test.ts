import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Membership, Role } from './account.ts';
import {
	accountsFor,
	chooseName,
	chosenNamesOf,
	closeAccount,
	createAccount,
	inviteAgain,
	inviteAgainByName,
} from './accounts.server.ts';
import { loadDemonstrationPeople } from './demonstration.server.ts';
import { organisationsAble } from './helpers.server.ts';
import { invitationStep } from './invitation.server.ts';
import { actorOf } from './session/session.server.ts';
import { signIn } from './session/signIn.server.ts';
import { codeOf, organisation, PASSWORD, type Person, person, tokenIn } from './testing.server.ts';

const at = onGround();
const HOME = 'demo-kuopio';
const OTHER = 'other-association';
const within = (role: Role, organisationId = HOME): Membership => ({ organisationId, role });
let coordinator: Person;
let admin: Person;
let stranger: Person;
let names = 0;

beforeAll(async () => {
	for (const id of [HOME, OTHER, 'demo-region', 'demo-office']) await organisation(id);
	coordinator = await person('carla', [within('coordinator')]);
	admin = await person('aino', [within('admin')]);
	stranger = await person('sergei', [within('coordinator', OTHER)]);
	await at.ground.db.transaction(loadDemonstrationPeople);
});

const fresh = (memberships: Membership[]) => person(`person-${(names += 1)}`, memberships);
const form = (changes = {}) => ({
	...{ shortName: `new-${(names += 1)}`, chosenName: 'Пётр', language: 'ru' },
	...{ organisationId: HOME, role: 'volunteer' },
	...changes,
});
const countAccounts = async () => (await at.ground.db.query('select 1 from accounts')).length;

test('a coordinator adds a volunteer and gets the link once; only its hash is stored', async () => {
	const done = await createAccount(form({ shortName: ' Petr.V ' }), coordinator.actor);
	if (isRefusal(done)) throw new Error(done.refused);
	expect(done.shortName).toBe('petr.v');
	expect(await invitationStep(tokenIn(done.invitation))).toMatchObject({ step: 'password', chosenName: 'Пётр' });
	const stored = await at.ground.db.query<{ all: string }>('select invitations::text as all from invitations');
	expect(JSON.stringify(stored)).not.toContain(tokenIn(done.invitation));
	const found = (await accountsFor(coordinator.actor)).find((account) => account.shortName === 'petr.v');
	expect(found).toMatchObject({ canSignIn: false, memberships: [within('volunteer')] });
});

test('nobody adds an account outside their organisation, above their role, or without a role for it', async () => {
	const adviser = await fresh([within('adviser')]);
	const before = await countAccounts();
	expect(await createAccount(form({ organisationId: OTHER }), coordinator.actor)).toEqual(refused('missing'));
	expect(await createAccount(form(), adviser.actor)).toEqual(refused('missing'));
	expect(await createAccount(form({ role: 'admin' }), coordinator.actor)).toEqual(refused('forbidden'));
	expect(await countAccounts()).toBe(before);
	expect(isRefusal(await createAccount(form({ role: 'admin' }), admin.actor))).toBe(false);
});

test.each([
	['shortName', 'Ирина', 'short-name'],
	['shortName', 'a', 'short-name'],
	['shortName', 'carla', 'taken'],
	['chosenName', '  ', 'chosen-name'],
	['chosenName', 'a\u0000b', 'chosen-name'],
	['language', 'xx', 'language'],
	['role', 'visitor', 'role'],
])('what is wrong with %s "%s" is named', async (field, value, fault) => {
	const answer = await createAccount(form({ [field]: value }), coordinator.actor);
	expect(isRefusal(answer) && answer.fields).toEqual({ [field]: fault });
});

test('a closed account is out at once, and out of the list', async () => {
	const leaving = await fresh([within('adviser')]);
	expect(await closeAccount({ id: leaving.id }, coordinator.actor)).toEqual({ shortName: leaving.shortName });
	expect(await actorOf(leaving.token)).toBeNull();
	const code = codeOf(leaving.secret, 0.5);
	expect(await signIn({ shortName: leaving.shortName, password: PASSWORD, code })).toEqual(refused('wrong'));
	expect((await accountsFor(coordinator.actor)).map(({ id }) => id)).not.toContain(leaving.id);
	expect(await closeAccount({ id: leaving.id }, coordinator.actor)).toEqual(refused('missing'));
	const called = await chosenNamesOf(at.ground.db, [leaving.id]);
	expect(called.get(leaving.id)).toBe(`The ${leaving.shortName}`);
});

test('a new link ends the sessions and the old way in', async () => {
	const lost = await fresh([within('volunteer')]);
	const done = await inviteAgain({ id: lost.id }, coordinator.actor);
	expect(isRefusal(done)).toBe(false);
	expect(await actorOf(lost.token)).toBeNull();
	const code = codeOf(lost.secret, 0.5);
	expect(await signIn({ shortName: lost.shortName, password: PASSWORD, code })).toEqual(refused('wrong'));
});

test('a newer link ends the older one', async () => {
	const lost = await fresh([within('volunteer')]);
	const [older, newer] = [await inviteAgainByName(lost.shortName), await inviteAgainByName(lost.shortName)];
	if (isRefusal(older) || isRefusal(newer)) throw new Error('refused');
	expect(await invitationStep(tokenIn(older.invitation))).toBeNull();
	expect(await invitationStep(tokenIn(newer.invitation))).toMatchObject({ step: 'password' });
	expect(await inviteAgainByName('nobody-there')).toEqual(refused('missing'));
});

test.each([
	['close', closeAccount],
	['invite', inviteAgain],
] as const)('to %s oneself, administrators, strangers or demonstration people is refused', async (_, act) => {
	const both = await fresh([within('volunteer'), within('volunteer', OTHER)]);
	const colleague = await fresh([within('admin')]);
	const demo = (await accountsFor(coordinator.actor)).find((account) => account.isDemonstration);
	expect(await act({ id: coordinator.id }, coordinator.actor)).toEqual(refused('own-account'));
	expect(await act({ id: colleague.id }, coordinator.actor)).toEqual(refused('forbidden'));
	expect(await act({ id: both.id }, coordinator.actor)).toEqual(refused('forbidden'));
	expect(await act({ id: stranger.id }, coordinator.actor)).toEqual(refused('missing'));
	expect(await act({ id: newId() }, coordinator.actor)).toEqual(refused('missing'));
	expect(await act({ id: demo?.id ?? '' }, admin.actor)).toEqual(refused('demonstration'));
	expect(await actorOf(both.token)).not.toBeNull();
});

test('the list holds the own organisation only, for who looks after accounts', async () => {
	const adviser = await fresh([within('adviser')]);
	expect(await accountsFor(adviser.actor)).toEqual([]);
	const reached = await accountsFor(stranger.actor);
	expect(reached.map(({ id }) => id)).toContain(stranger.id);
	for (const { memberships } of reached) {
		expect(memberships.map((one) => one.organisationId)).toContain(OTHER);
	}
});

test('somebody changes what she is called, at once; the people of the demonstration keep their names', async () => {
	const her = await fresh([within('volunteer')]);
	expect(await chooseName({ chosenName: ' Вера ' }, her.actor)).toEqual({ chosenName: 'Вера' });
	expect(await actorOf(her.token)).toMatchObject({ chosenName: 'Вера' });
	expect(await chooseName({ chosenName: ' ' }, her.actor)).toMatchObject({ fields: { chosenName: 'chosen-name' } });
	const everybodys = { ...her.actor, isDemonstration: true };
	expect(await chooseName({ chosenName: 'Вера' }, everybodys)).toEqual(refused('demonstration'));
});

test('an organisation is able when somebody is there whose role has the ability', async () => {
	expect(await organisationsAble(at.ground.db, 'leadVolunteers')).toEqual(expect.arrayContaining([HOME, OTHER]));
	expect(await organisationsAble(at.ground.db, 'referClients')).not.toContain(OTHER);
});
