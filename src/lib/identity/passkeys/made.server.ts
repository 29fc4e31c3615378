import * as v from 'valibot';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { type Answering, spendChallenge } from './challenge.server.ts';
import { type NewKey, newPasskeySchema } from './passkey.ts';
import type { Purpose } from './store.server.ts';
import { keyMade } from './verify.server.ts';

/** A key that a device made for the account, proven, with the name its owner gave the device. */
export type NewPasskey = { readonly deviceName: string; readonly key: NewKey };
type For = { readonly purpose: Purpose; readonly accountId: string };

/** What came is looked at before the challenge is spent: a name left out costs no second touch of the device. */
export async function newPasskeyIn(raw: unknown, answering: Answering, made: For): Promise<NewPasskey | Refusal> {
	const parsed = v.safeParse(newPasskeySchema, raw);
	if (!parsed.success) return refused('malformed', faultsIn(parsed.issues));
	const { deviceName, passkey } = parsed.output;
	const asked = await spendChallenge(answering, made.purpose);
	if (!asked || asked.accountId !== made.accountId || !answering.place) return notMade();
	const key = await keyMade(passkey, { place: answering.place, challenge: asked.challenge });
	return key ? { deviceName, key } : notMade();
}

/** The same for whatever was wrong with the key: she can only try again. */
export function notMade(): Refusal {
	return refused('malformed', { passkey: 'passkey' });
}

function faultsIn(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const isName = issues.some((issue) => issue.path?.[0]?.key === 'deviceName');
	return isName ? { deviceName: 'device-name' } : { passkey: 'passkey' };
}
