import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import type { House } from '../wiring.server.ts';
import { makeFront } from './front.server.ts';

const at = onGround();
const SECRET = 'a-secret-of-the-gateway';
let server: http.Server;
let smsInSecret: string | null = SECRET;

beforeAll(async () => {
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	const desk = {
		id: 'home',
		organisationId: 'home',
		names: {},
		zone: 'Europe/Helsinki',
		projectId: null,
		planLine: null,
	};
	await makeDesk(at.ground.db, desk);
	server = http.createServer((request, response) => {
		const settings = { behindProxy: false, smsInSecret };
		const house = { settings, revision: () => '' } as unknown as House; // nothing else of it is needed here
		if (!makeFront(house)(request, response)) response.writeHead(418).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

async function bring(body: unknown, authorization = `Bearer ${SECRET}`): Promise<number> {
	const { port } = server.address() as AddressInfo; // it listens
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(`http://127.0.0.1:${port}/api/sms`, {
		method: 'POST',
		headers: { authorization },
		body: text,
	});
	return response.status;
}
const sms = () => ({ id: newId(), from: '+358401234567', text: 'Вопрос' });
const stored = async (): Promise<number> => (await at.ground.db.query('select 1 from entries')).length;

test('a gateway with the secret, which comes from no page of ours, is heard; brought again it is no second one', async () => {
	const one = sms();
	expect([await bring(one), await bring(one)]).toEqual([200, 200]);
	expect(await stored()).toBe(1);
});

test('without the right secret, and where none is set, nothing is taken in', async () => {
	const before = await stored();
	for (const wrong of ['', 'Bearer', `Bearer ${SECRET}x`, SECRET]) expect(await bring(sms(), wrong)).toBe(401);
	smsInSecret = null;
	expect([await bring(sms()), await bring(sms(), 'Bearer ')]).toEqual([404, 404]);
	smsInSecret = SECRET;
	expect(await stored()).toBe(before);
});

test('nonsense is refused, and the next one is heard', async () => {
	for (const wrong of [
		'',
		'[]',
		'{',
		{ id: 1 },
		{ ...sms(), text: 7 },
		{ ...sms(), id: 'x'.repeat(101) },
		{ ...sms(), id: 'a\0b' },
	])
		expect(await bring(wrong)).toBe(400);
	expect(await bring({ ...sms(), text: 'x'.repeat(70_000) })).toBe(400);
	expect(await bring(sms())).toBe(200);
});
