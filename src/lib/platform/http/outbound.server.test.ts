import { afterEach, expect, test } from 'vitest';
import { turnClock } from '../clock.ts';
import { fetchOutside, OUTSIDE, type Outside } from './outbound.server.ts';
import type { OutboundAnswer, OutboundRequest } from './outboundTransport.server.ts';

const PUBLIC = '193.166.3.2';
const page = (status = 200, location?: string): OutboundAnswer => ({ status, location, body: Buffer.from('page') });
let back = (): void => undefined;
afterEach(() => back());

/** A world in which names lead where the test says; keeps what was asked of it. */
function world(names: Record<string, string[]>, answers: Record<string, OutboundAnswer> = {}) {
	const asked: OutboundRequest[] = [];
	const outside: Outside = {
		...OUTSIDE,
		agent: 'Silta test',
		resolve: async (host) => names[host] ?? Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
		transport: async (request) => {
			asked.push(request);
			return answers[request.url.href] ?? page();
		},
	};
	return { asked, outside, hosts: () => asked.map(({ url }) => url.hostname) };
}

test.each([
	['another kind of address', 'ftp://site.example/'],
	['a script', 'javascript:alert(1)'],
	['a file', 'file:///etc/passwd'],
	['another port', 'http://site.example:5432/'],
	['a name and password', 'http://user:secret@site.example/'],
	['no address', 'site.example'],
])('%s is not called', async (_kind, address) => {
	const { asked, outside } = world({ 'site.example': [PUBLIC] });
	expect(await fetchOutside(address, outside)).toEqual({ failed: 'address' });
	expect(asked).toEqual([]);
});

test.each([
	['written plainly', 'http://127.0.0.1/'],
	['as one number', 'http://2130706433/'],
	['in octal', 'http://0177.0.0.1/'],
	['in hex', 'http://0x7f.1/'],
	['with full-width digits', 'http://１２７.0.0.1/'],
	['as IPv6', 'http://[::1]/'],
	['as mapped IPv6', 'http://[::ffff:127.0.0.1]/'],
	['as a name', 'http://inside.example/'],
	['as one of several addresses of a name', 'http://mixed.example/'],
])('a private address is not called, %s', async (_way, address) => {
	const { asked, outside } = world({ 'inside.example': ['10.0.0.1'], 'mixed.example': [PUBLIC, '169.254.169.254'] });
	expect(await fetchOutside(address, outside)).toEqual({ failed: 'private' });
	expect(asked).toEqual([]);
});

test('the connection gets the addresses that were judged, and judges once more what it really reached', async () => {
	const { asked, outside } = world({ 'site.example': [PUBLIC] });
	await fetchOutside('https://site.example/page', outside);
	expect(asked[0]?.addresses).toEqual([PUBLIC]);
	expect(asked[0]?.mayConnect('127.0.0.1')).toBe(false);
	expect(asked[0]?.mayConnect(PUBLIC)).toBe(true);
});

test('a redirect is followed by hand, and judged like the first address', async () => {
	const names = { 'site.example': [PUBLIC], 'inside.example': ['192.168.1.1'] };
	const home = 'https://site.example/';
	const good = world(names, { [home]: page(302, '/next?a=1') });
	expect(await fetchOutside(home, good.outside)).toMatchObject({ status: 200, url: 'https://site.example/next?a=1' });
	const inside = world(names, { [home]: page(301, 'http://inside.example/') });
	expect(await fetchOutside(home, inside.outside)).toEqual({ failed: 'private' });
	expect(inside.hosts()).toEqual(['site.example']);
	const odd = world(names, { [home]: page(307, 'bankapp://open') });
	expect(await fetchOutside(home, odd.outside)).toEqual({ failed: 'address' });
});

test('a name that leads elsewhere at the second look is judged at the second look', async () => {
	const looks = [[PUBLIC], ['127.0.0.1']];
	const { asked, outside } = world({}, { 'http://site.example/': page(302, 'http://site.example/again') });
	const turning = { ...outside, resolve: async () => looks.shift() ?? [] };
	expect(await fetchOutside('http://site.example/', turning)).toEqual({ failed: 'private' });
	expect(asked).toHaveLength(1);
});

test('after five redirects it is enough', async () => {
	const { asked, outside } = world({ 'site.example': [PUBLIC] }, { 'http://site.example/': page(302, '/') });
	expect(await fetchOutside('http://site.example/', outside)).toEqual({ failed: 'redirects' });
	expect(asked).toHaveLength(6);
});

test('who calls is named; nothing else is told: no cookies, no referrer', async () => {
	const { asked, outside } = world({ 'site.example': [PUBLIC] });
	await fetchOutside('http://site.example/', outside);
	const names = Object.keys(asked[0]?.headers ?? {});
	expect(asked[0]?.headers['user-agent']).toBe('Silta test');
	expect(names.filter((name) => /cookie|referer|origin|authorization/.test(name))).toEqual([]);
});

test('a host that never answers, and a resolver that never answers, end with the time', async () => {
	const { outside } = world({ 'site.example': [PUBLIC] });
	const silent = { ...outside, longestMs: 30, transport: () => new Promise<OutboundAnswer>(() => undefined) };
	expect(await fetchOutside('http://site.example/', silent)).toEqual({ failed: 'time' });
	const deaf = { ...outside, longestMs: 30, resolve: () => new Promise<string[]>(() => undefined) };
	expect(await fetchOutside('http://site.example/', deaf)).toEqual({ failed: 'time' });
});

test('the time is for all redirects together, without the wait for a turn', async () => {
	let time = Date.parse('2026-11-22T10:00:00Z');
	back = turnClock(() => time);
	const { asked, outside } = world({ 'site.example': [PUBLIC] }, { 'http://site.example/': page(302, '/next') });
	const slow: Outside = {
		...outside,
		inTurn: (_, work) => ((time += 60_000), work()),
		transport: async (request) => ((time += 6_000), outside.transport(request)),
	};
	expect(await fetchOutside('http://site.example/next', slow)).toMatchObject({ status: 200 });
	expect(await fetchOutside('http://site.example/', slow)).toMatchObject({ status: 200 });
	const slower: Outside = { ...slow, transport: async (request) => ((time += 10_000), outside.transport(request)) };
	asked.length = 0;
	expect(await fetchOutside('http://site.example/', slower)).toEqual({ failed: 'time' });
	expect(asked).toHaveLength(1);
});

test('a name nobody has, and a line that breaks, are told apart', async () => {
	const { outside } = world({ 'site.example': [PUBLIC] });
	expect(await fetchOutside('http://nobody.example/', outside)).toEqual({ failed: 'name' });
	const failing = (code: string) =>
		fetchOutside('http://site.example/', {
			...outside,
			transport: () => Promise.reject(Object.assign(new Error('no'), { code })),
		});
	expect(await failing('ECONNREFUSED')).toEqual({ failed: 'connection' });
	expect(await failing('CERT_HAS_EXPIRED')).toEqual({ failed: 'certificate' });
	expect(await failing('DEPTH_ZERO_SELF_SIGNED_CERT')).toEqual({ failed: 'certificate' });
});
