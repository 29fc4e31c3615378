import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { claimKeystore, keystoreMark, markInstallation } from '../../src/lib/identity/index.server.ts';
import { type Database, openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { folderKeystore } from '../../src/lib/platform/keystore/folder.server.ts';
import { markOf } from '../../src/lib/platform/keystore/owned.server.ts';
import { onGround } from '../testing/ground.ts';
import { doctor } from './doctor.ts';
import { keystoreCommand } from './keystore.ts';

const at = onGround();
let database: Database;
let folder = '';

beforeAll(async () => {
	database = openDatabase(at.databaseUrl, 1);
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-adopt-'));
	vi.stubEnv('DATABASE_URL', at.databaseUrl);
	vi.stubEnv('SILTA_DATA', folder);
	vi.stubEnv('SILTA_ROOT', path.join(import.meta.dirname, '../..'));
	await markInstallation(database, 'real');
	await claimKeystore(database, await markOf(folderKeystore(path.join(folder, 'first'))));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
	vi.unstubAllEnvs();
	await database.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

/** What a command says with that folder of keys, and its exit code. */
async function says(keys: string, command: () => Promise<number>): Promise<{ said: string; code: number }> {
	vi.stubEnv('SILTA_KEYS', path.join(folder, keys));
	const said: string[] = [];
	for (const stream of [process.stdout, process.stderr]) {
		vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
	}
	const code = await command();
	vi.restoreAllMocks();
	return { said: said.join(''), code };
}

test('the doctor tells the right keystore from a wrong one, and makes nothing by looking', async () => {
	expect((await says('first', () => doctor([]))).said).toContain('this keystore is the one of this installation');
	expect((await says('second', () => doctor([]))).said).toContain('WRONG KEYSTORE');
	expect(fs.existsSync(path.join(folder, 'second'))).toBe(false);
});

test('another keystore is adopted only by somebody who says that the first is lost', async () => {
	const before = await keystoreMark(database);
	const asked = await says('second', () => keystoreCommand(['adopt']));
	expect(asked).toMatchObject({ code: 2, said: expect.stringContaining('nobody can read it any more') });
	expect(await keystoreMark(database)).toEqual(before);
	const done = await says('second', () => keystoreCommand(['adopt', '--lost']));
	expect(done).toMatchObject({ code: 0, said: expect.stringMatching(/cannot be read any more[\s\S]*new link: 0/) });
	expect((await says('second', () => doctor([]))).said).toContain('this keystore is the one of this installation');
	const again = await says('second', () => keystoreCommand(['adopt', '--lost']));
	expect(again.said).toBe('This keystore is the one of this installation already.\n');
});
