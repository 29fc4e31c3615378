import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { folderKeystore } from '#lib/platform/keystore/folder.server.ts';
import { KeystoreDown, type Keystore } from '#lib/platform/keystore/keystore.server.ts';
import { markOf, ownedKeystore } from '#lib/platform/keystore/owned.server.ts';
import { installationKind, markInstallation } from '../installation.server.ts';
import { adoptKeystore, claimKeystore, keystoreMark } from './keystoreMark.server.ts';

const at = onGround();
let root = '';
beforeEach(async () => {
	root = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-mark-'));
	await at.ground.db.query('delete from installation');
});

const folder = (name: string): Keystore => folderKeystore(path.join(root, name));

/** What a node does when it starts: makes the installation if there is none, then asks its keystore for something. */
async function startNode(name: string): Promise<Keystore> {
	const { db } = at.ground;
	const keystore = ownedKeystore(folder(name), (mark) => claimKeystore(db, mark));
	await db.transaction((tx) => markInstallation(tx, 'real'));
	await keystore.secret('cookies');
	return keystore;
}

test('two nodes with one keystore that start at once on an empty database both serve', async () => {
	const [one, other] = await Promise.all([startNode('a'), startNode('a')]);
	expect(await one?.secret('cookies')).toEqual(await other?.secret('cookies'));
	expect(await keystoreMark(at.ground.db)).toEqual(await markOf(folder('a')));
});

test.each([1, 2, 3, 4, 5])(
	'of two nodes with different keystores that start at once exactly one serves (%i)',
	async () => {
		const outcomes = await Promise.allSettled([startNode('a'), startNode('b')]);
		const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
		expect(refusals).toEqual([expect.any(KeystoreDown)]);
		const winner = outcomes[0]?.status === 'fulfilled' ? 'a' : 'b';
		expect(await keystoreMark(at.ground.db)).toEqual(await markOf(folder(winner)));
	},
);

test('before there is an installation no mark is written', async () => {
	expect(await claimKeystore(at.ground.db, Buffer.alloc(32))).toBeNull();
	expect(await installationKind(at.ground.db)).toBeNull();
});

test('a keystore is adopted on purpose, which is on record; a second time nothing happens', async () => {
	const { db } = at.ground;
	await startNode('a');
	const mark = await markOf(folder('b'));
	expect(await adoptKeystore(db, mark)).toEqual({ isNew: true, secondFactors: 0 });
	expect(await adoptKeystore(db, mark)).toEqual({ isNew: false, secondFactors: 0 });
	await startNode('b');
	await expect(startNode('a')).rejects.toBeInstanceOf(KeystoreDown);
	expect(await db.query("select 1 from audit_entries where action = 'adopt-keystore'")).toHaveLength(1);
});
