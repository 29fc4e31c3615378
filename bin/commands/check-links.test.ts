import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { checkLinks } from './check-links.ts';

const NAME = `test_check_links_${process.pid}`;
const server = inject('databaseServer');
const url = server.replace(/postgres$/, NAME);
let folder = '';

beforeAll(async () => {
	await onServer(`create database ${NAME} template migrated`);
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-links-'));
	vi.stubEnv('DATABASE_URL', url);
	vi.stubEnv('SILTA_DATA', folder);
	vi.stubEnv('SILTA_ROOT', path.join(import.meta.dirname, '../..'));
	// Addresses that are refused before anything is asked of the network.
	await text('guide/one', ['http://127.0.0.1/', 'http://user:word@10.0.0.7/']);
	await text('guide/two', ['http://[::1]/']);
	await text('guide/none', []);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
	vi.unstubAllEnvs();
	await onServer(`drop database ${NAME} with (force)`);
	fs.rmSync(folder, { recursive: true, force: true });
});

async function onServer(statement: string, values: unknown[] = [], address = server): Promise<unknown[]> {
	const database = openDatabase(address, 1);
	try {
		return await database.query(statement, values);
	} finally {
		await database.close();
	}
}

async function text(item: string, [first, second]: string[]): Promise<void> {
	const content = { about: { risk: 'ordinary', url: first, sources: second ? [second] : [] }, blocks: [] };
	await onServer(`insert into items (key, source_lang, made_at) values ($1, 'fi', now())`, [item], url);
	await onServer(
		`insert into revisions (item, lang, number, content, origin, note, made_at) values ($1, 'fi', 1, $2, 'import', '', now())`,
		[item, JSON.stringify(content)],
		url,
	);
}

function heard(stream: 'stdout' | 'stderr'): () => string {
	const write = vi.spyOn(process[stream], 'write').mockReturnValue(true);
	return () => write.mock.calls.map(([said]) => String(said)).join('');
}

test('the links of one text are looked at and told one by one', async () => {
	const said = heard('stdout');
	expect(await checkLinks(['--item', 'guide/one'])).toBe(0);
	const lines = said().trim().split('\n');
	expect(lines).toHaveLength(3);
	expect(
		lines
			.slice(0, 2)
			.map((line) => line.slice(4))
			.sort(),
	).toEqual(['refused http://127.0.0.1/', 'refused http://user:word@10.0.0.7/']);
	expect(lines[2]).toBe('2 looked at, 2 not well.');
});

test('without a name all that are due are looked at, once a day', async () => {
	const said = heard('stdout');
	await checkLinks([]);
	expect(said()).toBe('1/1 refused http://[::1]/\n1 looked at, 1 not well.\n');
	await checkLinks([]);
	expect(said()).toMatch(/Nothing is due\.\n$/);
});

test('a text that is not there, or leads nowhere, is named; other words get the help', async () => {
	await expect(checkLinks(['--item', 'guide/absent'])).rejects.toThrow('there is no text guide/absent with a link');
	await expect(checkLinks(['--item', 'guide/none'])).rejects.toThrow('there is no text guide/none');
	const [said, complained] = [heard('stdout'), heard('stderr')];
	expect(await checkLinks(['--help'])).toBe(0);
	expect(await checkLinks(['--item'])).toBe(2);
	expect(await checkLinks(['guide/one'])).toBe(2);
	expect(complained()).toBe(said() + said());
});
