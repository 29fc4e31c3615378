import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { herByKey, herByLink, makeLinkFor, makeOwnKey, ownKeysOf, revokeLinkOf, revokeOwnKey } from './own.server.ts';

const at = onGround();

async function keyOf(actor: StaffActor, kind: 'link' | 'feed' = 'link'): Promise<string> {
	const made = await makeOwnKey({ kind }, actor);
	if (isRefusal(made)) throw new Error(made.refused);
	return made.key;
}

test('whoever holds the key is she, for shifts and for nothing else', async () => {
	const her = await buildVolunteer();
	const actor = await herByLink(await keyOf(her));
	expect(actor).toMatchObject({ kind: 'link', id: her.id });
	expect(may(actor).useShifts('near')).toBe(true);
	expect([may(actor).helpAtDesk('near'), may(actor).runEvents('near'), may(actor).useBoard()]).toEqual([
		...[false, false, false],
	]);
	expect(await ownKeysOf(her)).toEqual({ link: true, feed: false });
});

test('a new key puts the old one out; the key of the calendar opens no page, and that of the page no calendar', async () => {
	const her = await buildVolunteer();
	const [first, feed] = [await keyOf(her), await keyOf(her, 'feed')];
	const second = await keyOf(her);
	expect([await herByLink(first), await herByLink(feed), await herByKey('feed', second)]).toEqual([null, null, null]);
	expect(await herByLink(second)).not.toBeNull();
	await revokeOwnKey({ kind: 'link' }, her);
	expect(await herByLink(second)).toBeNull();
	expect(await herByKey('feed', feed)).toMatchObject({ id: her.id });
});

test('nothing in the database opens anything', async () => {
	const her = await buildVolunteer();
	const key = await keyOf(her);
	const [row] = await at.ground.db.query<{ hash: Buffer; all: string }>(
		'select link_hash as hash, v::text as all from volunteers v where account_id = $1',
		[her.id],
	);
	expect(row?.all).not.toContain(key);
	for (const guess of ['', 'x'.repeat(43), row?.hash.toString('base64url') ?? '', `${key}A`]) {
		expect(await herByLink(guess)).toBeNull();
	}
});

test('pausing keeps it; leaving, closing the account and losing the role end it', async () => {
	const her = await buildVolunteer();
	const key = await keyOf(her);
	const is = async (change: string) => {
		await at.ground.db.query(change, [her.id]);
		return (await herByLink(key)) !== null;
	};
	expect(await is(`update volunteers set state = 'paused' where account_id = $1`)).toBe(true);
	expect(await is(`update volunteers set state = 'left' where account_id = $1`)).toBe(false);
	expect(await makeOwnKey({ kind: 'link' }, her)).toMatchObject({ refused: 'left' });
	expect(await is(`update volunteers set state = 'active' where account_id = $1`)).toBe(true);
	expect(await is(`update memberships set role = 'funder' where account_id = $1`)).toBe(false);
	expect(await is(`update memberships set role = 'volunteer' where account_id = $1`)).toBe(true);
	await at.ground.db.query('update accounts set closed_at = $2 where id = $1', [her.id, now()]);
	expect(await herByLink(key)).toBeNull();
});

test('a coordinator of hers makes one and takes it back; of another organisation there is nobody', async () => {
	const her = await buildVolunteer();
	const [lead, far] = [await buildStaff('coordinator'), await buildStaff('coordinator', 'far')];
	const given = await makeLinkFor({ account: her.id }, lead);
	if (isRefusal(given)) throw new Error(given.refused);
	expect(await herByLink(given.key)).toMatchObject({ id: her.id });
	for (const other of [far, her, await buildStaff('adviser')]) {
		expect(await makeLinkFor({ account: her.id }, other)).toMatchObject({ refused: 'missing' });
		expect(await revokeLinkOf({ account: her.id }, other)).toMatchObject({ refused: 'missing' });
	}
	await revokeLinkOf({ account: her.id }, lead);
	expect(await herByLink(given.key)).toBeNull();
	const done = await at.ground.db.query<{ action: string }>(
		'select action from audit_entries where subject_id = $1 order by at, id',
		[her.id],
	);
	expect(done.map(({ action }) => action)).toEqual(['make-link', 'end-link']);
});

test('whoever has no shifts has no link', async () => {
	expect(await makeOwnKey({ kind: 'link' }, await buildStaff('funder'))).toMatchObject({ refused: 'missing' });
});
