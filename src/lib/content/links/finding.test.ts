import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf, headingOf } from './finding.ts';

const page = (status: number, body = '') => findingOf({ status, body });

test.each([
	[200, 'ok', false],
	[206, 'ok', false],
	[416, 'ok', false],
	[404, 'broken', true],
	[410, 'broken', true],
	[302, 'broken', true],
	[401, 'refused', false],
	[403, 'refused', false],
	[429, 'refused', false],
	[500, 'unreachable', true],
	[503, 'unreachable', true],
])('a page that answers %i is %s', (status, outcome, failed) => {
	expect(page(status)).toMatchObject({ outcome, status, failed });
});

test.each([
	['private', 'refused'],
	['address', 'refused'],
	['redirects', 'broken'],
	['name', 'unreachable'],
	['time', 'unreachable'],
	['certificate', 'unreachable'],
])('a call that failed by %s is %s, and counts', (failed, outcome) => {
	expect(findingOf({ failed })).toMatchObject({ outcome, status: null, failed: true });
});

test('what a page is called is its title and its main heading, without markup', () => {
	const html = '<html><head><TITLE>\n  OmaKela </TITLE></head><body><h1 class="big"> Asioi <b>verkossa</b>\n</h1>';
	expect(headingOf(html)).toBe('OmaKela\nAsioi verkossa');
	expect(page(200, html).heading).toBe('OmaKela\nAsioi verkossa');
	expect(page(404, html).heading).toBeNull();
});

test('a page without title and heading has none, and half a tag is no heading', () => {
	expect([
		headingOf(''),
		headingOf('%PDF-1.7'),
		headingOf('<title'),
		headingOf('<title>cut'),
		headingOf('</h1>'),
	]).toEqual([null, null, null, null, null]);
	expect(headingOf('<titles>x</titles><h1>y</h1>')).toBe('\ny');
});

test('whatever a page holds, it is read without fault and in one go', () => {
	fc.assert(fc.property(fc.string(), (text) => typeof findingOf({ status: 200, body: text }).outcome === 'string'));
	const hostile = ['<h1', '<h1>', '<title><', '</h1', '<'].map((part) => part.repeat(60_000));
	const begun = process.hrtime.bigint();
	hostile.forEach((body) => headingOf(body));
	expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(1_000);
});
