import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstFile, takeUpload, type Upload } from './upload.server.ts';

const LARGEST = 1_000;
let server: http.Server;
let took: Promise<Upload> | undefined;
/** Begun when the sender had gone already, as after a question to a database that took its time. */
const later: Promise<Upload>[] = [];

beforeAll(async () => {
	server = http.createServer((request, response) => {
		if (request.url === '/late') return void request.once('close', () => later.push(takeUpload(request, LARGEST)));
		took = takeUpload(request, LARGEST);
		void took.then((upload) => response.end('failed' in upload ? upload.failed : Buffer.from(upload.file)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

async function post(body: BodyInit): Promise<string> {
	const { port } = server.address() as AddressInfo; // a listening TCP server
	return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).text();
}

function form(field: string, content: string, name = 'a.jpg'): FormData {
	const made = new FormData();
	made.set(field, new File([content], name));
	return made;
}

test('a file comes by itself or in a plain form, whatever it is called', async () => {
	expect(await post('words')).toBe('words');
	expect(await post(form('picture', 'a\r\n--b\r\n\r\nc', '../"; name="x\u202e.php'))).toBe('a\r\n--b\r\n\r\nc');
	expect(await post(form('picture', ''))).toBe('');
});

test('a form without such a file gives an empty one', async () => {
	expect(await post(form('other', 'words'))).toBe('');
});

test('what is too large is told, whether it said so before or not', async () => {
	expect(await post('x'.repeat(LARGEST + 1))).toBe('too-large');
	const { port } = server.address() as AddressInfo;
	const answer = await new Promise<string>((resolve) => {
		const sent = http.request({ port, method: 'POST' }, (response) => response.on('data', (it) => resolve(String(it))));
		sent.write('x'.repeat(LARGEST));
		sent.end('x'.repeat(LARGEST));
	});
	expect(answer).toBe('too-large');
});

test('beyond a few bodies at once nobody is read', async () => {
	const { port } = server.address() as AddressInfo;
	const slow = Array.from({ length: 12 }, () => {
		const sent = http.request({ port, method: 'POST', agent: false });
		sent.on('error', () => undefined);
		sent.write('x');
		return sent;
	});
	await expect.poll(() => post('words')).toBe('too-many');
	for (const one of slow) one.destroy();
	await expect.poll(() => post('words')).toBe('words');
});

test('a body that is broken off by the site itself gives its place back', async () => {
	const { port } = server.address() as AddressInfo;
	const cutOff = (request: http.IncomingMessage) => setTimeout(() => request.destroy(), 20);
	server.on('request', cutOff);
	const slow = Array.from({ length: 12 }, () => {
		const sent = http.request({ port, method: 'POST', agent: false });
		sent.write('x');
		return new Promise<void>((resolve) => sent.on('error', () => resolve()));
	});
	await Promise.all(slow);
	server.off('request', cutOff);
	expect(await post('words')).toBe('words');
});

test.each([
	['no boundary', '--x\r\nContent-Disposition: form-data; name="picture"\r\n\r\nwords\r\n--x--', 'multipart/form-data'],
	[
		'another boundary',
		'--y\r\nContent-Disposition: form-data; name="picture"\r\n\r\nwords\r\n--y--',
		'multipart/form-data; boundary=x',
	],
	['no end', '--x\r\nContent-Disposition: form-data; name="picture"\r\n\r\nwords', 'multipart/form-data; boundary=x'],
	['no head', '--x\r\nwords', 'multipart/form-data; boundary=x'],
])('a broken form gives an empty file: %s', (_what, body, type) => {
	expect(firstFile(Buffer.from(body), type)).toHaveLength(0);
});

test('a form that is made to cost takes no time', () => {
	const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
	const body = Buffer.from(part.repeat(200_000));
	const begun = performance.now();
	expect(firstFile(body, 'multipart/form-data; boundary=x')).toHaveLength(0);
	expect(performance.now() - begun).toBeLessThan(50);
});

test('who is gone before her file is read keeps nobody else out', async () => {
	const { port } = server.address() as AddressInfo;
	for (let turn = 1; turn <= 12; turn += 1) {
		const sent = http.request({ port, path: '/late', method: 'POST', agent: false }).on('error', () => undefined);
		sent.write('x', () => setTimeout(() => sent.destroy(), 20));
		await expect.poll(() => later.length).toBe(turn);
	}
	expect(await post('words')).toBe('words');
	expect(await Promise.all(later)).toEqual(later.map(() => ({ failed: 'too-large' })));
});
