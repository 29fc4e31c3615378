import { TOTP, Secret } from 'otpauth';
import { isRefusal } from '#lib/platform/command.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Membership, StaffActor } from './account.ts';
import { addAccount } from './accounts.server.ts';
import { acceptInvitation, choosePassword, invitationStep, makeInvitation } from './invitation.server.ts';
import { actorOf } from './session/session.server.ts';

/** Makes what tests of this area need; never imported by the site. */
export const PASSWORD = 'сирень под окном';

export async function organisation(id: string): Promise<void> {
	await ground().db.query("insert into organisations (id, kind, names) values ($1, 'association', '{}')", [id]);
}

export type Person = { id: string; shortName: string; secret: string; token: string; actor: StaffActor };

/** Somebody who accepted their invitation and is signed in. */
export async function person(shortName: string, memberships: readonly Membership[]): Promise<Person> {
	const { id, invitation } = await ground().db.transaction(async (tx) => {
		const made = await addAccount(tx, { shortName, chosenName: `The ${shortName}`, language: 'fi' }, memberships);
		if (!made) throw new Error(`${shortName} is there already`);
		return { id: made, invitation: await makeInvitation(tx, made) };
	});
	const { token, secret } = await accept(tokenIn(invitation));
	const actor = await actorOf(token);
	if (!actor) throw new Error('no session');
	return { id, shortName, secret, token, actor };
}

export async function accept(link: string): Promise<{ token: string; secret: string }> {
	await choosePassword(link, { password: PASSWORD, again: PASSWORD });
	const step = await invitationStep(link);
	if (step?.step !== 'code') throw new Error('no second step');
	const done = await acceptInvitation(link, { code: codeOf(step.text) });
	if (isRefusal(done)) throw new Error(done.refused);
	return { token: done.token, secret: step.text };
}

export const tokenIn = (path: string): string => path.split('/').at(-1) ?? '';

/** What the person's phone shows now, or `minutes` from now. */
export function codeOf(secret: string, minutes = 0): string {
	const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
	return totp.generate({ timestamp: instant() + minutes * 60_000 });
}

/** A code that is right in no half minute near now. */
export function wrongCode(secret: string): string {
	const right = [-1, -0.5, 0, 0.5, 1].map((minutes) => codeOf(secret, minutes));
	return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code)) ?? '';
}
