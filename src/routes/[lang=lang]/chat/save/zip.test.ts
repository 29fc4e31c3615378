import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { zipped } from './zip.ts';

const FILES = [
	{ name: 'silta.txt', bytes: new TextEncoder().encode('Разговор\n') },
	{ name: 'silta-2-1.webp', bytes: new Uint8Array(70_000).fill(7) },
];

async function* given() {
	yield* FILES;
}

/** Another reader of the format than ours judges; the machine's Python has one. */
const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as whole:
    print(json.dumps([whole.testzip(), [[one.filename, len(whole.read(one)), one.date_time[0]] for one in whole.infolist()]]))
`;

const hasPython = (() => {
	try {
		return execFileSync('python3', ['--version']).length > 0;
	} catch {
		return false;
	}
})();

test.runIf(hasPython)('a stranger opens it and finds every file whole, without a day', async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-zip-'));
	const file = path.join(folder, 'silta.zip');
	fs.writeFileSync(file, await buffer(zipped(given())));
	expect(JSON.parse(execFileSync('python3', ['-c', READ, file], { encoding: 'utf8' }))).toEqual([
		null,
		[
			['silta.txt', 17, 1980],
			['silta-2-1.webp', 70_000, 1980],
		],
	]);
	fs.rmSync(folder, { recursive: true });
});

test('the files lie in it as they are, and the end says where the list begins', async () => {
	const whole = await buffer(zipped(given()));
	expect(whole.includes('Разговор\n')).toBe(true);
	const end = whole.subarray(-22);
	expect([end.readUInt32LE(0), end.readUInt16LE(10)]).toEqual([0x06054b50, 2]);
	expect(whole.readUInt32LE(end.readUInt32LE(16))).toBe(0x02014b50);
});
