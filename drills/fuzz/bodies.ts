import { FORMS } from '../fields/forms.ts';
import type { Things } from '../fields/world.ts';
import type { Chance } from './chance.ts';
import { jsonBy, textBy } from './values.ts';

/** A body and how it is announced. */
export type Sent = { readonly type: string; readonly body: Buffer };

const STRAY = [
	'__proto__',
	'constructor',
	'role',
	'id',
	'seq',
	'length',
	'text',
	'key',
	'',
	'a.b[c]',
	'$ne',
	'blocks.0',
];
const BOUNDARY = 'between';

/** What the route takes, with one or several values turned into something else; sometimes the whole is no body at all. */
export function bodyBy(chance: Chance, route: string, things: Things, isJson: boolean): Sent {
	if (chance.happens(0.15)) return rawBy(chance, things);
	const meant = FORMS[route]?.(things) ?? {};
	return isJson !== chance.happens(0.05) ? jsonBody(chance, meant, things) : formBody(chance, meant, things);
}

function jsonBody(chance: Chance, meant: Record<string, unknown>, things: Things): Sent {
	const parts = Object.entries(meant).map(([name, value]) => {
		if (chance.happens(0.08)) return '';
		return `${JSON.stringify(name)}:${chance.happens(0.4) ? jsonBy(chance, things) : JSON.stringify(value)}`;
	});
	if (chance.happens(0.3)) parts.push(`${JSON.stringify(chance.one(STRAY))}:${jsonBy(chance, things)}`);
	const body = chance.happens(0.06) ? jsonBy(chance, things) : `{${parts.filter(Boolean).join(',')}}`;
	return { type: 'application/json', body: Buffer.from(body) };
}

function formBody(chance: Chance, meant: Record<string, unknown>, things: Things): Sent {
	const fields = Object.entries(meant).flatMap(([name, value]): [string, string][] => {
		if (chance.happens(0.08)) return [];
		const said = chance.happens(0.4) ? textBy(chance, things) : String(value);
		return chance.happens(0.08)
			? [
					[name, said],
					[name, textBy(chance, things)],
				]
			: [[name, said]];
	});
	if (chance.happens(0.3)) fields.push([chance.one(STRAY), textBy(chance, things)]);
	if (chance.happens(0.25)) return multipart(chance, fields);
	const body = new URLSearchParams(fields.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]));
	return { type: 'application/x-www-form-urlencoded', body: Buffer.from(spoilt(body.toString(), chance)) };
}

/** Signs of percent that stand before nothing, or before half a letter. */
function spoilt(body: string, chance: Chance): string {
	return chance.happens(0.1) ? `${body}&x=%&y=%e0%80&%=%zz&a=b=c&=&&` : body;
}

function multipart(chance: Chance, fields: readonly (readonly [string, string])[]): Sent {
	const type = `multipart/form-data; boundary=${chance.one([BOUNDARY, `"${BOUNDARY}"`, 'other', '', 'x'.repeat(90)])}`;
	const parts = fields.map(([name, value]) => {
		const file = chance.happens(0.2) ? chance.one(FILES) : '';
		return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
	});
	const end = chance.one([`--${BOUNDARY}--\r\n`, `--${BOUNDARY}`, '', '--']);
	return { type, body: Buffer.from(parts.join('') + end) };
}

const FILES = [
	...[
		'; filename="a.txt"',
		'; filename=""',
		'; filename="../../x"',
		'; filename="a\u0000.png"',
		"; filename*=utf-8''%ff",
	],
	'; filename="x.png"\r\nContent-Type: image/png',
];

function rawBy(chance: Chance, things: Things): Sent {
	const type = chance.one([
		...['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', '', 'a/b;c=d'],
		...[
			'application/json; charset=utf-16',
			'application/octet-stream',
			'image/svg+xml',
			'multipart/form-data; boundary=x',
		],
	]);
	const body = chance.one([
		...[Buffer.alloc(0), Buffer.from([0xff, 0xfe, 0x00, 0xd8]), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0x22])],
		...['{"a":', '{"a":1}}', '[1,2', '"', "{'a':1}", 'null', '1', '\u0000', '--x\r\n\r\n--x--'].map((text) =>
			Buffer.from(text),
		),
		...[Buffer.from(jsonBy(chance, things)), Buffer.alloc(70_000, 0x5b), Buffer.alloc(140_000, 0x61)],
	]);
	return { type, body };
}
