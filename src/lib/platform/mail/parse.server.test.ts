import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainOf } from './html.ts';
import { parseLetter } from './parse.server.ts';

const CRLF = '\r\n';
/** Cyrillic as it came before Unicode. */
const OLD = {
	'koi8-r': Buffer.from([0xf0, 0xcf, 0xcd, 0xcf, 0xc7, 0xc9, 0xd4, 0xc5]),
	'windows-1251': Buffer.from([0xcf, 0xee, 0xec, 0xee, 0xe3, 0xe8, 0xf2, 0xe5]),
};

test.each(Object.entries(OLD))('a letter in %s is read', async (charset, bytes) => {
	const head = `From: Anna <ANNA@Example.org>\r\nSubject: =?${charset}?B?${bytes.toString('base64')}?=\r\n`;
	const type = `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
	const letter = await parseLetter(Buffer.concat([Buffer.from(head + type), bytes]));
	expect(letter).toMatchObject({ from: 'anna@example.org', subject: 'Помогите', text: 'Помогите' });
});

test('of HTML alone the words are kept, and nothing else', () => {
	const html = `<html><head><title>x</title><style>p{}</style></head><body onload=a()><p>Hei&nbsp;siellä &amp; &#1055;ривет
		<script>alert(1)</script><img src="http://spy.example/1.gif">loppu</p><!-- piilo --><div>2 < 3</div>
		<blockquote><p>vanha</p></blockquote></body></html>`;
	const plain = plainOf(html);
	expect(plain).toBe('Hei siellä & Привет loppu\n\n2 < 3\n\n> vanha');
	expect(plain).not.toMatch(/spy|alert|piilo/);
});

test('no HTML keeps anybody waiting', () => {
	const begun = performance.now();
	for (const part of ['<', '<a ', '<b> ', '&#32;', '<!--', '<script>', '&', '<blockquote>'])
		plainOf(`${part.repeat(200_000)}x`);
	expect(performance.now() - begun).toBeLessThan(5_000);
});

test('only what looks like an id is one, and only the sender’s own address is believed to be an address', async () => {
	const raw = [
		'From: "evil@example.org" <a@b>, c',
		'References: <one@x> junk <two@x>',
		'In-Reply-To: <two@x>',
		'',
		'hi',
	];
	const letter = await parseLetter(Buffer.from(raw.join(CRLF)));
	expect(letter.references).toEqual(['<one@x>', '<two@x>']);
	expect(letter.from).toBe('a@b');
	for (const from of ['nobody', '<a@b\r\n X: y@z>', 'a b@c', '']) {
		const found = (await parseLetter(Buffer.from(`From: ${from}${CRLF}${CRLF}hi`))).from;
		expect(found === null || /^[^\s@]+@[^\s@]+$/.test(found), from).toBe(true);
	}
});

test('files are told by their first bytes, whatever they say they are', async () => {
	const part = (name: string, body: string): string =>
		`--b\r\nContent-Type: image/png; name=${name}\r\nContent-Disposition: attachment\r\n\r\n${body}\r\n`;
	const raw = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwords\r\n${part('a.png', '%PDF-1.7 x')}${part('b.png', 'MZ program')}--b--`;
	const letter = await parseLetter(Buffer.from(raw));
	expect(letter.text).toBe('words');
	expect(letter.files).toEqual([
		{ kind: 'pdf', bytes: 11 },
		{ kind: 'other', bytes: 11 },
	]);
});

test('whatever comes in as a mail is read as far as it goes, or refused; it never hangs', async () => {
	const line = fc.oneof(
		fc.constantFrom('Content-Type: multipart/mixed; boundary=b', '--b', '--b--', '', 'From: a@b', 'Subject: =?x?Q?'),
		fc.constantFrom(
			'Content-Type: text/html; charset=nonsense',
			'Content-Transfer-Encoding: base64',
			'=3D=',
			' folded',
		),
		fc.string({ maxLength: 60 }),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
			const letter = await parseLetter(Buffer.from(lines.join(CRLF), 'latin1'));
			expect(letter.text).not.toMatch(/\0/);
		}),
		{ numRuns: 300 },
	);
});

test('HTML beside plain words keeps nobody waiting', async () => {
	const head = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\nContent-Type: text/html\n\n';
	const begun = performance.now();
	const letter = await parseLetter(Buffer.from(`${head}<p>more</p>${'<a href="'.repeat(50_000)}\n--b--\n`));
	expect(letter.text).toMatch(/^words\s+more/);
	expect(performance.now() - begun).toBeLessThan(5_000);
});

test.each([
	['lines', '\n', 3_000_000],
	['parts', '--b\n\nx\n', 60_000],
])(
	'a letter of nothing but %s is read as far as is bearable, and says so',
	async (_what, one, times) => {
		const head = 'From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n';
		const begun = performance.now();
		const letter = await parseLetter(Buffer.from(head + one.repeat(times)));
		expect(letter).toMatchObject({ from: 'a@b', isWhole: false });
		expect(letter.text).toMatch(/^words/);
		expect(performance.now() - begun).toBeLessThan(15_000);
	},
	30_000,
);
