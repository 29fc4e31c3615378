import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { instant, turnClock } from '#lib/platform/clock.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { inviteAgainByName } from './accounts.server.ts';
import { acceptInvitation, chooseAgain, choosePassword, invitationStep } from './invitation.server.ts';
import { actorOf } from './session/session.server.ts';
import { signIn } from './session/signIn.server.ts';
import { accept, codeOf, organisation, PASSWORD, person, tokenIn, wrongCode } from './testing.server.ts';

const at = onGround();
const DAY = 86_400_000;
let names = 0;
let back = (): void => undefined;
beforeAll(() => organisation('home-association'));
afterEach(() => back());

/** A link for somebody who has lost their phone. */
async function link(): Promise<{ shortName: string; token: string }> {
	const shortName = `person-${(names += 1)}`;
	await person(shortName, [{ organisationId: 'home-association', role: 'volunteer' }]);
	const done = await inviteAgainByName(shortName);
	if (isRefusal(done)) throw new Error(done.refused);
	return { shortName, token: tokenIn(done.invitation) };
}
const chosen = { password: PASSWORD, again: PASSWORD };
async function secretShown(token: string): Promise<string> {
	const step = await invitationStep(token);
	return step?.step === 'code' ? step.text : '';
}

test('password, then one right code: the person is in, and the link is used up', async () => {
	const { token } = await link();
	const done = await accept(token);
	expect(await actorOf(done.token)).toMatchObject({ kind: 'staff' });
	expect(await invitationStep(token)).toBeNull();
	expect(await choosePassword(token, chosen)).toEqual(refused('missing'));
	expect(await acceptInvitation(token, { code: codeOf(done.secret, 0.5) })).toEqual(refused('missing'));
});

test('before the right code nobody can sign in with what was chosen', async () => {
	const { shortName, token } = await link();
	await choosePassword(token, chosen);
	const secret = await secretShown(token);
	expect(await signIn({ shortName, password: PASSWORD, code: codeOf(secret) })).toEqual(refused('wrong'));
	const answer = await acceptInvitation(token, { code: wrongCode(secret) });
	expect(answer).toEqual(refused('malformed', { code: 'wrong-code' }));
	expect(await acceptInvitation(token, { code: '12 34' })).toEqual(refused('malformed', { code: 'code' }));
	expect(await secretShown(token)).toBe(secret);
});

test('the code that completed it does not sign in a second time', async () => {
	const { shortName, token } = await link();
	const { secret } = await accept(token);
	expect(await signIn({ shortName, password: PASSWORD, code: codeOf(secret) })).toEqual(refused('wrong'));
});

test('the picture is an SVG of its own and the secret stands beside it as groups of letters', async () => {
	const { token } = await link();
	await choosePassword(token, chosen);
	const step = await invitationStep(token);
	if (step?.step !== 'code') throw new Error('no second step');
	expect(step.picture).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
	expect(step.text).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
});

test('weak passwords are refused for their reason, and looking changes nothing', async () => {
	const { shortName, token } = await link();
	const faults = [
		await choosePassword(token, { password: 'short', again: 'short' }),
		await choosePassword(token, { password: `${shortName}-12345`, again: `${shortName}-12345` }),
		await choosePassword(token, { password: PASSWORD, again: `${PASSWORD}.` }),
		await choosePassword(token, {}),
	];
	expect(faults.map((fault) => isRefusal(fault) && fault.fields)).toEqual([
		...[{ password: 'too-short' }, { password: 'is-name' }, { again: 'differ' }, { again: 'differ' }],
	]);
	expect(await invitationStep(token)).toMatchObject({ step: 'password' });
});

test('who goes back chooses anew, with another second factor', async () => {
	const { token } = await link();
	await choosePassword(token, chosen);
	const first = await secretShown(token);
	await chooseAgain(token);
	expect(await invitationStep(token)).toMatchObject({ step: 'password' });
	await choosePassword(token, chosen);
	expect(await secretShown(token)).not.toBe(first);
});

test('a link is good for seven days', async () => {
	const { token } = await link();
	const start = instant();
	back = turnClock(() => start + 7 * DAY - 60_000);
	expect(await invitationStep(token)).not.toBeNull();
	back();
	back = turnClock(() => start + 7 * DAY + 60_000);
	expect(await invitationStep(token)).toBeNull();
	expect(await choosePassword(token, chosen)).toEqual(refused('missing'));
});

test('neither the password nor the secret can be read in the database', async () => {
	const { shortName, token } = await link();
	const { secret } = await accept(token);
	const row = 'select accounts::text as all from accounts where short_name = $1';
	const rows = await at.ground.db.query<{ all: string }>(row, [shortName]);
	expect(rows[0]?.all).toContain('$argon2id$');
	expect(rows[0]?.all).not.toContain(PASSWORD);
	expect(rows[0]?.all).not.toContain(secret.replaceAll(' ', ''));
});

test('a sealed second factor moved to another account opens nothing', async () => {
	const { token, shortName } = await link();
	const { secret } = await accept(token);
	const other = await person('other-person', [{ organisationId: 'home-association', role: 'adviser' }]);
	const move = 'update accounts set second_factor = (select second_factor from accounts where id = $1)';
	await at.ground.db.query(`${move} where short_name = $2`, [other.id, shortName]);
	expect(await signIn({ shortName, password: PASSWORD, code: codeOf(secret, 0.5) })).toMatchObject({
		refused: 'wrong',
	});
});
