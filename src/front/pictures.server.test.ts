import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import { organisation, type Person, person } from '#lib/identity/testing.server.ts';
import type { House } from '../wiring.server.ts';
import { takePicture } from './pictures.server.ts';

onGround();
let server: http.Server;
let editor: Person;
let volunteer: Person;
let png: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
	await organisation('home');
	editor = await person('editor', [{ organisationId: 'home', role: 'editor' }]);
	volunteer = await person('volunteer', [{ organisationId: 'home', role: 'volunteer' }]);
	const red = { create: { width: 40, height: 30, channels: 3 as const, background: '#f00' } };
	png = new Uint8Array(await sharp(red).png().toBuffer());
	server = http.createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const house = {} as House; // nothing of it is needed here
		void takePicture({ request, response, url, secure: false, source: () => '', house });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

type Sent = { by?: Person; type?: string; back?: string };

async function send(body: Uint8Array<ArrayBuffer> | FormData, { by, type, back = '' }: Sent = {}) {
	const { port } = server.address() as AddressInfo; // a listening TCP server
	const response = await fetch(`http://127.0.0.1:${port}/staff/pictures?back=${encodeURIComponent(back)}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { ...(by && { cookie: `silta_staff=${by.token}` }), ...(type && { 'content-type': type }) },
		body,
	});
	const json = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined;
	return { status: response.status, json, location: response.headers.get('location') };
}

function form(file: Uint8Array<ArrayBuffer>, name = 'picture'): FormData {
	const made = new FormData();
	made.set(name, new File([file], '../../kuva\u202egnp.exe', { type: 'image/svg+xml' }));
	return made;
}

test('a picture sent by itself is answered with what a text needs of it', async () => {
	const { status, json } = await send(png, { by: editor, type: 'image/png' });
	expect([status, json]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f]{64}$/), width: 40, height: 30 }]);
});

test('a picture sent by a form leads back to the page, whatever its file is called', async () => {
	const { status, location } = await send(form(png), { by: editor, back: '/staff/content/guide/x?lang=ru#step-2' });
	expect(status).toBe(303);
	expect(location).toMatch(/^\/staff\/content\/guide\/x\?lang=ru&picture=[0-9a-f]{64}#step-2$/);
});

test.each(['//evil.example/staff', 'https://evil.example/staff', '/\\evil.example', '/ru', 'javascript:alert(1)', ''])(
	'it never leads elsewhere than to the console: %j',
	async (back) => {
		expect((await send(form(png), { by: editor, back })).location).toMatch(/^\/staff\?picture=/);
	},
);

test('what is larger than ten megabytes gets a clear answer, by itself and in a form', async () => {
	const large = new Uint8Array(10 * 1_024 * 1_024 + 1);
	large.set(png);
	const alone = await send(large, { by: editor, type: 'image/png' });
	expect([alone.status, alone.json]).toEqual([413, { refused: 'too-large', fields: { picture: 'too-large' } }]);
	const huge = new Uint8Array(40 * 1_024 * 1_024);
	expect((await send(huge, { by: editor, type: 'image/png' })).status).toBe(413);
	const inForm = await send(form(large), { by: editor, back: '/staff/content' });
	expect([inForm.status, inForm.location]).toEqual([303, '/staff/content?refused=too-large']);
});

test('a file that is no picture, a form without one, and a broken form are named', async () => {
	const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
	const refused = await send(svg, { by: editor, type: 'image/png' });
	expect([refused.status, refused.json]).toEqual([415, { refused: 'wrong-kind', fields: { picture: 'svg' } }]);
	expect((await send(form(svg), { by: editor })).location).toBe('/staff?refused=svg');
	expect((await send(form(png, 'other'), { by: editor })).location).toBe('/staff?refused=empty');
	const broken = await send(png, { by: editor, type: 'multipart/form-data; boundary=x' });
	expect(broken.location).toBe('/staff?refused=empty');
});

test('who is not signed in, or does not write texts, puts nothing in', async () => {
	expect((await send(png, { type: 'image/png' })).status).toBe(401);
	expect((await send(png, { by: volunteer, type: 'image/png' })).status).toBe(403);
	expect((await send(form(png), {})).location).toBe('/staff?refused=signed-out');
});
