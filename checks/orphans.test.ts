import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const PLANTED: Readonly<Record<string, string>> = {
	'package.json': JSON.stringify({
		name: 'planted',
		type: 'module',
		dependencies: { valibot: '1.5.0', 'left-over': '1.0.0' },
	}),
	'tsconfig.json': JSON.stringify({ compilerOptions: { allowImportingTsExtensions: true, noEmit: true } }),
	'knip.json': fs.readFileSync(path.join(ROOT, 'knip.json'), 'utf8'),
	'bin/cli.ts': "import * as v from 'valibot';\nimport { used } from '../src/lib/chat/used.ts';\nused(v);\n",
	'src/lib/chat/used.ts': 'export const used = console.log;\nexport const forgotten = 1;\n',
	'src/lib/chat/orphan.ts': 'export const orphan = 1;\n',
	'src/lib/chat/index.server.ts': 'export const atTheDoor = 1;\n',
};

let root = '';
let report = '';

beforeAll(() => {
	root = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-orphans-'));
	for (const [file, text] of Object.entries(PLANTED)) {
		fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		fs.writeFileSync(path.join(root, file), text);
	}
	const knip = fs.realpathSync(path.join(ROOT, 'node_modules/.bin/knip'));
	const args = [knip, '--directory', root, '--no-config-hints', '--no-progress', '--reporter', 'compact'];
	report = spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

test('a file that nothing imports, an export that nobody uses and a package too many are reported', () => {
	expect(report).toContain('src/lib/chat/orphan.ts');
	expect(report).toMatch(/src\/lib\/chat\/used\.ts.*forgotten/);
	expect(report).toContain('left-over');
});

test('what is used, and what a door offers, is not', () => {
	expect(report).not.toMatch(/bin\/cli|valibot|atTheDoor|used\.ts: .*\bused\b/);
});
