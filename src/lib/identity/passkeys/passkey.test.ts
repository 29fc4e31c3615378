import { expect, test } from 'vitest';
import { isCopied, isShownLately, placeOf } from './passkey.ts';

test.each([
	['http://localhost:3000/staff', undefined, { id: 'localhost', origin: 'http://localhost:3000' }],
	['https://silta.example/staff', 'https://silta.example', { id: 'silta.example', origin: 'https://silta.example' }],
	['https://silta.example/', 'https://silta.example/ru', { id: 'silta.example', origin: 'https://silta.example' }],
	['http://localhost:3000/', 'http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
	['https://silta.example/', undefined, null],
	['https://elsewhere.example/', 'https://silta.example', null],
	['http://localhost:3000/', 'https://silta.example', null],
	['https://silta.example:8443/', 'https://silta.example', null],
	['http://silta.example/', 'http://silta.example', null],
	['http://127.0.0.1:3000/', undefined, null],
	['https://192.0.2.7/', 'https://192.0.2.7', null],
	['https://[2001:db8::7]/', 'https://[2001:db8::7]', null],
])('reached at %s, configured as %s', (asked, configured, place) => {
	expect(placeOf(new URL(asked), configured)).toEqual(place);
});

test('a counter that stands still or goes back is a copy; a device that does not count is none', () => {
	expect([isCopied(0, 0), isCopied(0, 1), isCopied(4, 5)]).toEqual([false, false, false]);
	expect([isCopied(4, 4), isCopied(4, 3), isCopied(4, 0)]).toEqual([true, true, true]);
});

test('fresh is a quarter of an hour', () => {
	const begun = new Date(0);
	expect(isShownLately(begun, 900_000)).toBe(true);
	expect(isShownLately(begun, 900_001)).toBe(false);
});
