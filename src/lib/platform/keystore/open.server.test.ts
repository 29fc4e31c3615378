import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WrongSetting } from '../settings.server.ts';
import { keystoreSecret } from './open.server.ts';

const LONG = 'thirty-two bytes or more of something';

test('the secret comes from the environment or from a file, without the line end of an editor', () => {
	const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'silta-secret-')), 'secret');
	fs.writeFileSync(file, `${LONG}\n`);
	expect(keystoreSecret({ secret: LONG })).toBe(LONG);
	expect(keystoreSecret({ secretFile: file })).toBe(LONG);
});

test('a short secret, none, or a file that is not there is refused by name', () => {
	expect(() => keystoreSecret({ secret: 'x'.repeat(31) })).toThrow(/KEYSTORE_SECRET must have 32 bytes/);
	expect(() => keystoreSecret({})).toThrow(WrongSetting);
	expect(() => keystoreSecret({ secretFile: '/nowhere/secret' })).toThrow(/KEYSTORE_SECRET_FILE names cannot be read/);
});
