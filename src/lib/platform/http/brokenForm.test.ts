import { expect, test } from 'vitest';
import { isBrokenForm } from './brokenForm.ts';

const form = (type: string, body: string): Promise<unknown> =>
	new Request('http://silta.test', { method: 'POST', headers: { 'content-type': type }, body })
		.formData()
		.catch((error: unknown) => error);

const NAMELESS = '--x\r\nContent-Disposition: form-data; name="a"; filename*=utf-8\'\'%ff\r\n\r\nb\r\n--x--\r\n';

test.each([
	[
		'torn before its end',
		'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
	],
	['with another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
	['without a boundary', 'multipart/form-data', '--x--'],
	['with a name of a file that is no text', 'multipart/form-data; boundary=x', NAMELESS],
	['that is no form', 'text/plain', 'a=b'],
])('a form %s is broken', async (_how, type, body) => {
	expect(isBrokenForm(await form(type, body))).toBe(true);
});

test('a form that can be read, and a fault of ours, are not', async () => {
	expect(await form('application/x-www-form-urlencoded', 'a=%zz&=')).toBeInstanceOf(FormData);
	expect(isBrokenForm(new TypeError('x is not a function'))).toBe(false);
	expect(isBrokenForm(new Error('as FormData'))).toBe(false);
});
