import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { accountsFor, addAccount } from '../accounts.server.ts';
import { invitationStep, makeInvitation } from '../invitation.server.ts';
import { actorOf } from '../session/session.server.ts';
import { signIn } from '../session/signIn.server.ts';
import { organisation, PASSWORD, person, tokenIn } from '../testing.server.ts';
import { acceptWithPasskey, beginInvitationPasskey } from './accept.server.ts';
import { beginPasskeySignIn, signInWithPasskey } from './signIn.server.ts';
import { newDevice } from './device/testing.server.ts';
import { HOME, PLACE } from './testing.server.ts';

const at = onGround();

beforeAll(() => organisation(HOME));

async function invited(shortName: string): Promise<string> {
	return at.ground.db.transaction(async (tx) => {
		const made = { shortName, chosenName: shortName, language: 'fi' };
		const id = await addAccount(tx, made, [{ organisationId: HOME, role: 'volunteer' }]);
		return tokenIn(await makeInvitation(tx, id ?? ''));
	});
}

async function accept(link: string, device = newDevice()) {
	const begun = await beginInvitationPasskey(link, PLACE);
	if ('refused' in begun) return begun;
	const raw = { deviceName: 'Kannettava', passkey: device.make(begun.options) };
	return acceptWithPasskey(link, raw, { place: PLACE, browser: begun.browser });
}

test('a new person comes in with a passkey alone, and signs in with it from then on', async () => {
	const link = await invited('aino');
	const device = newDevice();
	const accepted = await accept(link, device);
	if (isRefusal(accepted)) throw new Error(accepted.refused);
	expect(await actorOf(accepted.token)).toMatchObject({ chosenName: 'aino' });
	const { options, browser } = await beginPasskeySignIn(PLACE);
	const entered = await signInWithPasskey({ passkey: device.sign(options) }, { place: PLACE, browser });
	expect(isRefusal(entered)).toBe(false);
	expect(await signIn({ shortName: 'aino', password: PASSWORD, code: '000000' })).toEqual(refused('wrong'));

	const chief = await person('chief', [{ organisationId: HOME, role: 'coordinator' }]);
	const listed = (await accountsFor(chief.actor)).find(({ shortName }) => shortName === 'aino');
	expect(listed).toMatchObject({ canSignIn: true });
});

test('the link is used up by it, and a link that is used up or unknown asks for nothing', async () => {
	const link = await invited('bertta');
	await accept(link);
	expect(await invitationStep(link)).toBeNull();
	expect(await accept(link)).toEqual(refused('missing'));
	expect(await acceptWithPasskey('unknown', {}, { place: PLACE, browser: undefined })).toEqual(refused('missing'));
});

test('what was made for one invitation does not open another', async () => {
	const [mine, other] = [await invited('cecilia'), await invited('daria')];
	const begun = await beginInvitationPasskey(mine, PLACE);
	if ('refused' in begun) throw new Error(begun.refused);
	const raw = { deviceName: 'Kannettava', passkey: newDevice().make(begun.options) };
	const answer = await acceptWithPasskey(other, raw, { place: PLACE, browser: begun.browser });
	expect(answer).toEqual(refused('malformed', { passkey: 'passkey' }));
	expect(await invitationStep(other)).not.toBeNull();
});
