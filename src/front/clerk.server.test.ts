import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import {
	declineClerk,
	dismissClerk,
	endConversation,
	sendAsVisitor,
	startLive,
	visitorOf,
} from '#lib/chat/index.server.ts';
import { buildAttended } from '#lib/chat/interpreting/testing.ts';
import { endAllStreams } from '#lib/platform/http/stream.server.ts';
import { newId, randomToken } from '#lib/platform/randomness.server.ts';
import type { House } from '../wiring.server.ts';
import type { Call } from './call.ts';
import { clerkStream, sendFromClerk } from './clerk.server.ts';

const at = onGround();
let server: http.Server;
let stopLive: () => void;
const settings = { streams: { perSession: 3, perAddress: 20, perNode: 50 }, messagesPerMinute: 3 };

beforeAll(async () => {
	stopLive = startLive();
	server = http.createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const house = { settings } as House; // nothing else of it is needed here
		const call: Call = { request, response, url, secure: false, source: () => 'here', house };
		void (request.method === 'GET' ? clerkStream(call) : sendFromClerk(call));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	stopLive();
	endAllStreams();
	server.close();
});

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`; // it listens
const withCookie = (browser: string) => ({ headers: { cookie: `silta_clerk=${browser}` } });

/** What came over the stream until now, and when it is over. */
async function listen(browser: string) {
	const response = await fetch(address('/api/clerk/stream'), withCookie(browser));
	const heard = { status: response.status, text: '', over: Promise.resolve() };
	heard.over = (async () => {
		const decoder = new TextDecoder();
		for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true });
	})();
	return heard;
}
const say = (id: string, text: string) => sendAsVisitor(id, { clientId: newId(), text });

test('the clerk hears what is said since, and nothing from before', async () => {
	const { conversation, browser } = await buildAttended();
	const heard = await listen(browser);
	await say(conversation.id, 'слышно');
	await expect.poll(() => heard.text).toContain('слышно');
	expect(heard.text).toContain('clerk-came');
	expect(heard.text).not.toContain('Здравствуйте');
});

type Of = Awaited<ReturnType<typeof buildAttended>>;
test.each<[string, (of: Of) => Promise<unknown>]>([
	['the visitor says no', ({ conversation }) => declineClerk({}, visitorOf(conversation.caseId))],
	['the helper ends it', ({ conversation, helper }) => dismissClerk({ id: conversation.id }, helper)],
	['the talk ends', ({ conversation }) => endConversation({}, visitorOf(conversation.caseId))],
	[
		'the doorbell gets lost',
		({ clerk }) => at.ground.db.query('update clerks set ended_at = now() where id = $1', [clerk.id]),
	],
])('an open stream ends before another word when %s', async (_what, end) => {
	const of = await buildAttended();
	const heard = await listen(of.browser);
	await expect.poll(() => heard.text).toContain('clerk-came');
	await end(of);
	await say(of.conversation.id, 'после конца');
	await heard.over;
	expect(heard.text).toContain('event: gone');
	expect(heard.text).not.toContain('после конца');
});

test('without the browser by which the clerk came there is no stream and no word', async () => {
	await buildAttended();
	for (const browser of ['', randomToken()]) {
		expect((await listen(browser)).status).toBe(404);
		const sent = await fetch(address('/api/clerk/messages'), { method: 'POST', body: '{}', ...withCookie(browser) });
		expect(sent.status).toBe(404);
	}
});

test('a clerk may not flood', async () => {
	const { browser } = await buildAttended();
	const send = () => {
		const body = JSON.stringify({ clientId: newId(), text: 'viesti' });
		return fetch(address('/api/clerk/messages'), { method: 'POST', body, ...withCookie(browser) });
	};
	const statuses = [];
	for (let turn = 0; turn < 4; turn += 1) statuses.push((await send()).status);
	expect(statuses).toEqual([201, 201, 201, 429]);
});
