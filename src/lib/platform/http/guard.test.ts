import { expect, test } from 'vitest';
import { isOurOwn } from './guard.ts';

const origin = 'https://silta.example';
const request = (headers: Record<string, string>, method = 'POST') => ({
	method,
	origin,
	headers: new Headers(headers),
});

test('a form of our own page is let in, however much the browser says of it', () => {
	expect(isOurOwn(request({ origin }))).toBe(true);
	expect(isOurOwn(request({ origin, 'sec-fetch-site': 'same-origin' }))).toBe(true);
	expect(isOurOwn(request({ 'sec-fetch-site': 'same-origin' }))).toBe(true);
	expect(isOurOwn(request({ referer: `${origin}/ru/chat` }))).toBe(true);
});

test.each([
	['nothing at all', {}],
	['a null origin', { origin: 'null' }],
	['a foreign origin', { origin: 'https://evil.example' }],
	['a sub-domain', { origin: 'https://x.silta.example' }],
	['another scheme', { origin: 'http://silta.example' }],
	['a foreign referer', { referer: 'https://evil.example/' }],
	['a broken referer', { referer: '::' }],
	['our origin, but a cross-site fetch', { origin, 'sec-fetch-site': 'cross-site' }],
	['a same-site fetch', { origin, 'sec-fetch-site': 'same-site' }],
])('a change is refused that comes with %s', (_name, headers) => {
	expect(isOurOwn(request(headers as Record<string, string>))).toBe(false);
});

test('reading is open to all', () => {
	expect(isOurOwn(request({ origin: 'https://evil.example' }, 'GET'))).toBe(true);
});
