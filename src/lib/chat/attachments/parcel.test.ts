import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrapParcel, type Unfolded, wrapParcel } from './parcel.ts';

const webp = (length: number) => Buffer.concat([Buffer.from('RIFF????WEBP'), Buffer.alloc(length)]);
const page = (length: number) => ({ width: 1_000, height: 1_414, webp: webp(length) });
const LETTER: Unfolded = { from: 'document', total: 12, pages: [page(10), page(3_000)] };
const plain = ({ pages, ...rest }: Unfolded) => ({
	...rest,
	pages: pages.map((one) => ({ ...one, webp: Buffer.from(one.webp).toString('hex') })),
});

test('what is wrapped comes out as it was', () => {
	const unwrapped = unwrapParcel(wrapParcel(LETTER));
	expect(unwrapped && 'pages' in unwrapped && plain(unwrapped)).toEqual(plain(LETTER));
	expect(unwrapParcel(wrapParcel({ because: 'password' }))).toEqual({ because: 'password' });
});

test.each([
	['nothing', new Uint8Array()],
	['no head', Buffer.from([0, 0, 0, 9])],
	['no page', wrapParcel({ ...LETTER, pages: [] })],
	['more pages than there may be', wrapParcel({ ...LETTER, pages: Array.from({ length: 11 }, () => page(1)) })],
	['fewer pages in all than here', wrapParcel({ ...LETTER, total: 1 })],
	['a page that is too wide', wrapParcel({ ...LETTER, pages: [{ ...page(9), width: 2_001 }] })],
	['a page of another kind', wrapParcel({ ...LETTER, pages: [{ ...page(9), webp: Buffer.from('<html>') }] })],
	['something behind the pages', Buffer.concat([wrapParcel(LETTER), Buffer.from('x')])],
	['a page that breaks off', wrapParcel(LETTER).subarray(0, -1)],
])('no parcel: %s', (_what, bytes) => {
	expect(unwrapParcel(bytes)).toBeNull();
});

test('whatever comes instead of a parcel, it throws nothing', () => {
	const heads = fc.jsonValue().map((value) => {
		const text = Buffer.from(JSON.stringify(value) ?? '');
		return Buffer.concat([Buffer.from([0, 0, text.length >> 8, text.length & 255]), text]);
	});
	fc.assert(fc.property(fc.oneof(fc.uint8Array(), heads), (bytes) => unwrapParcel(bytes) === null));
});
