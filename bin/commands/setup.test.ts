import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { onGround } from '../testing/ground.ts';
import { Trouble } from '../trouble.ts';
import { invite } from './invite.ts';
import { organisation } from './organisation.ts';
import { setup } from './setup.ts';

const at = onGround();
const whole = ['--organisation', 'oma-yhdistys', '--name', 'Oma yhdistys', '--administrator', 'aino'];
const LINK = /\/staff\/invitation\/[\w-]{43}\n$/;
let database: Database;
let folder = '';

beforeAll(() => {
	database = openDatabase(at.databaseUrl, 1);
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-setup-'));
	vi.stubEnv('DATABASE_URL', at.databaseUrl);
	vi.stubEnv('SILTA_DATA', folder);
	vi.stubEnv('SILTA_ROOT', path.join(import.meta.dirname, '../..'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
	vi.unstubAllEnvs();
	await database.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

function heard(): () => string {
	const said: string[] = [];
	for (const stream of [process.stdout, process.stderr]) {
		vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
	}
	return () => said.join('');
}
const links = () => database.query('select token_hash from invitations');

test('without what is needed the commands say how they are used', async () => {
	const said = heard();
	expect([await setup([]), await setup(whole.slice(2)), await invite([])]).toEqual([2, 2, 2]);
	expect([await setup(['--help']), await invite(['--help'])]).toEqual([0, 0]);
	expect(said()).toMatch(/silta setup --organisation[\s\S]*silta invite SHORTNAME/);
});

test.each([
	['an organisation of the demonstration', ['--organisation', 'demo-kuopio'], /demonstration/],
	['an id with capitals', ['--organisation', 'Oma'], /no id/],
	['a name for signing in that nobody could type', ['--administrator', 'Айно'], /signing in/],
	['a language the interface does not speak', ['--language', 'xx'], /speaks ru, fi, en/],
	['an unknown option', ['--colour', 'red'], /colour/],
])('%s is refused, and nothing is made', async (_, change, sentence) => {
	await expect(setup([...whole, ...change])).rejects.toThrow(sentence);
	await expect(setup([...whole, ...change])).rejects.toThrow(Trouble);
	expect(await database.query('select 1 from accounts')).toEqual([]);
	expect(await database.query('select 1 from installation')).toEqual([]);
});

test('a real installation is made once, and its link is printed once', async () => {
	const said = heard();
	expect(await setup([...whole, '--language', 'fi'])).toBe(0);
	expect(said()).toMatch(LINK);
	const made = await database.query('select kind, names, is_demonstration from organisations');
	const name = 'Oma yhdistys';
	expect(made).toEqual([{ kind: 'association', names: { ru: name, fi: name, en: name }, is_demonstration: false }]);
	expect(await database.query('select kind from installation')).toEqual([{ kind: 'real' }]);
	await expect(setup(whole)).rejects.toThrow(/set up already/);
});

test('a new link takes the place of the old one; a name that nobody has gets none', async () => {
	const said = heard();
	const before = await links();
	expect(await invite(['aino'])).toBe(0);
	expect(said()).toMatch(LINK);
	const after = await links();
	expect(after).toHaveLength(1);
	expect(after).not.toEqual(before);
	await expect(invite(['nobody'])).rejects.toThrow(/no open account/);
});

test('another organisation joins with a desk and a coordinator of its own, once, and never the demonstration', async () => {
	const said = heard();
	const other = ['--organisation', 'toinen', '--name', 'Toinen yhdistys', '--coordinator', 'tiina'];
	expect(await organisation(['--help'])).toBe(0);
	expect(await organisation([])).toBe(2);
	await expect(organisation([...other, '--coordinator', 'aino'])).rejects.toThrow(/signs in with this name/);
	expect(await database.query(`select 1 from desks where organisation_id = 'toinen'`)).toEqual([]);
	expect(await organisation(other)).toBe(0);
	expect(said()).toMatch(LINK);
	expect(await rolesOf('tiina')).toEqual([{ organisation_id: 'toinen', role: 'coordinator' }]);
	expect(await database.query('select answers_site from desks order by id')).toEqual([
		{ answers_site: true },
		{ answers_site: false },
	]);
	await expect(organisation([...other, '--coordinator', 'toni'])).rejects.toThrow(/has a desk/);
	await database.query(`delete from installation`);
	await expect(organisation(['--organisation', 'kolmas', '--name', 'K', '--coordinator', 'kim'])).rejects.toThrow(
		/silta setup/,
	);
});

const rolesOf = (name: string) =>
	database.query(
		'select organisation_id, role from memberships join accounts on accounts.id = account_id where short_name = $1',
		[name],
	);
