import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { instant, turnClock } from '../clock.ts';
import { sendSms, SmsGatewayAway } from './gateway.server.ts';
import { fakeGateway } from './testing.ts';

let fake: Awaited<ReturnType<typeof fakeGateway>>;
let later = 0;
const back = turnClock(() => Date.now() + later);
beforeAll(async () => {
	fake = await fakeGateway();
});
afterEach(() => {
	fake.told.length = 0;
	fake.is('well');
	later += 3_600_000;
});
afterAll(async () => {
	back();
	await fake.close();
});

const sms = { id: 'a-1', to: '+358401234567', text: 'Есть ответ' };
const send = (longestMs?: number) => sendSms(fake.gateway, sms, longestMs).catch((error: unknown) => error);

test('a text is told with its id, its key and nothing else', async () => {
	expect(await send()).toBe('taken');
	expect(fake.told).toEqual([sms]);
	const wrongKey = { ...fake.gateway, key: 'another' };
	await expect(sendSms(wrongKey, sms)).rejects.toBeInstanceOf(SmsGatewayAway);
});

test('what is about this one text is final, everything else passes', async () => {
	fake.is(422);
	expect(await send()).toBe('refused');
	for (const mood of [500, 503, 429, 403, 404, 'broken', 'silent-after'] as const) {
		later += 60_000;
		fake.is(mood);
		expect(await send(), String(mood)).toBeInstanceOf(SmsGatewayAway);
	}
});

test('a late answer is waited for no longer than it may take', async () => {
	fake.is('late');
	const began = instant();
	expect(await send(50)).toBeInstanceOf(SmsGatewayAway);
	expect(instant() - began).toBeLessThan(350);
});

test('after it did not answer it is left alone for a while', async () => {
	fake.is(500);
	await send();
	await send();
	expect(fake.told).toHaveLength(1);
	later += 16_000;
	await send();
	expect(fake.told).toHaveLength(2);
});
