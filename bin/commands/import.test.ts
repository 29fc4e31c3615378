import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { importCommand } from './import.ts';

const NAME = `test_import_${process.pid}`;
const ROOT = path.join(import.meta.dirname, '../..');
const CARD = JSON.parse(fs.readFileSync(path.join(ROOT, 'starter/services/heka.json'), 'utf8'));
const server = inject('databaseServer');
const url = server.replace(/postgres$/, NAME);
let folder = '';

beforeAll(async () => {
	await onServer(`create database ${NAME} template migrated`);
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-import-'));
	vi.stubEnv('DATABASE_URL', url);
	vi.stubEnv('SILTA_DATA', folder);
	vi.stubEnv('SILTA_ROOT', ROOT);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
	vi.unstubAllEnvs();
	await onServer(`drop database ${NAME} with (force)`);
	fs.rmSync(folder, { recursive: true, force: true });
});

async function onServer(statement: string, address = server): Promise<unknown[]> {
	const database = openDatabase(address, 1);
	try {
		return await database.query(statement);
	} finally {
		await database.close();
	}
}

function file(name: string, content: unknown): string {
	const whole = path.join(folder, name);
	fs.writeFileSync(whole, typeof content === 'string' ? content : JSON.stringify(content));
	return whole;
}

function heard(stream: 'stdout' | 'stderr'): () => string {
	const write = vi.spyOn(process[stream], 'write').mockReturnValue(true);
	return () => write.mock.calls.map(([text]) => String(text)).join('');
}

const services = () =>
	onServer(
		`select split_part(item, '/', 2) as id, (content->'about'->>'position')::int as position from revisions
		where lang = 'fi' order by position`,
		url,
	);

test('cards from several files are put in place, with an entry in the audit, and the revision moves', async () => {
	const said = heard('stdout');
	const revision = () => onServer('select revision from content_revision', url);
	const before = await revision();
	const files = [file('one.json', CARD), file('two.json', [{ ...CARD, id: 'heka-two', position: 90 }])];
	expect(await importCommand(['services', ...files])).toBe(0);
	expect(said()).toBe('2 cards are in place.\n');
	expect(await services()).toEqual([
		{ id: 'heka', position: CARD.position },
		{ id: 'heka-two', position: 90 },
	]);
	expect(await revision()).not.toEqual(before);
	expect(await onServer("select subject_id from audit_entries where action = 'import'", url)).toHaveLength(2);
});

test('a wrong card is named with file, place in it and field, and nothing at all is changed', async () => {
	const before = await services();
	const good = file('good.json', { ...CARD, id: 'heka-three' });
	const bad = file('bad.json', [CARD, { ...CARD, id: 'heka-four', names: { ru: 'Хека' }, login: ['key'] }]);
	await expect(importCommand(['services', good, bad])).rejects.toThrow(
		`nothing was imported.\n${bad}, card 2: names is missing in fi, en\n${bad}, card 2: login.0 must be one of`,
	);
	expect(await services()).toEqual(before);
});

test('a file that is not there, is not JSON or repeats a card is named', async () => {
	await expect(importCommand(['services', path.join(folder, 'none.json')])).rejects.toThrow('there is no file');
	await expect(importCommand(['services', file('broken.json', '{"id":')])).rejects.toThrow(/broken\.json is not JSON/);
	const twice = file('twice.json', [CARD, CARD]);
	await expect(importCommand(['services', twice])).rejects.toThrow('the card heka is also in');
});

test('help is printed on demand, and with exit code 2 when asked for something else', async () => {
	const said = heard('stdout');
	const complained = heard('stderr');
	expect(await importCommand(['--help'])).toBe(0);
	expect(await importCommand(['guides', 'x.json'])).toBe(2);
	expect(said()).toBe(complained());
	expect(said()).toContain('silta import services FILE');
});
