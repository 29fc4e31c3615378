import type { Things } from '../fields/world.ts';
import type { Chance } from './chance.ts';

/** Texts that have broken something somewhere. */
const TEXTS: readonly string[] = [
	...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202e\u202dabc\u2066', '\u200f\u200e', '\ufeff', '\ufffe'],
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[object Object]', 'undefined', 'null', 'NaN', '-0'],
	...["' or 1=1 --", '");drop table x;--', '%', '%%', '%00', '%ff', '%c0%ae', '\\', "\\'", '$1', '${7*7}', '{{7*7}}'],
	...['../../etc/passwd', '..%2f..%2f', '/', '//x', '?', '#', '&', '=', '\r\nX: y', '\n', '\t', '<b>', '<!--', ']]>'],
	...[
		'-1',
		'9007199254740993',
		'1e999',
		'0x10',
		'٣',
		'１２',
		'2026-02-30',
		'0000-00-00',
		'25:61',
		'24:00',
		'1970-01-01',
	],
	...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-a-uuid', 'true', 'ru', 'xx'],
	...[
		'👩‍👩‍👧‍👦'.repeat(40),
		'ı'.repeat(80),
		'ẞİ',
		'\u0301'.repeat(500),
		'а́'.repeat(90),
		'a'.repeat(63),
		'a'.repeat(64),
	],
	...['9'.repeat(20), '9'.repeat(400), 'x'.repeat(4_001), 'слово '.repeat(900), 'a'.repeat(40_000), '('.repeat(3_000)],
];

const NUMBERS = [0, -1, 1, 0.5, -0.5, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1e300, 4e9, 2_147_483_648];

export const textBy = (chance: Chance, things: Things): string =>
	chance.happens(0.2) ? String(chance.one(Object.values(things))) : chance.one(TEXTS);

/** A value as JSON text, because some of them no object can hold. */
export function jsonBy(chance: Chance, things: Things): string {
	const kind = chance.below(9);
	if (kind < 3) return jsonText(textBy(chance, things), chance);
	if (kind === 3) return chance.one([String(chance.one(NUMBERS)), '1e400', '-0', '123456789012345678901234567890']);
	if (kind === 4) return chance.one(['null', 'true', 'false', '[]', '{}', '[[]]', '[null]', '[{}]', '""']);
	if (kind === 5) return chance.one(OPERATORS);
	if (kind === 6)
		return `[${Array.from({ length: chance.below(40) }, () => jsonText(textBy(chance, things), chance))}]`;
	if (kind === 7) return deep(chance.one([3, 50, 2_000, 9_000]), chance.one(['[', '{"a":']));
	return `{"text":${jsonText(textBy(chance, things), chance)},"length":${chance.one(NUMBERS)}}`;
}

/** Half of a pair of surrogates is written as JSON can write it. */
function jsonText(text: string, chance: Chance): string {
	return chance.happens(0.1) ? '"\\ud800\\u0000\\udc00"' : JSON.stringify(text);
}

const OPERATORS = [
	...['{"$gt":""}', '{"$ne":null}', '{"$where":"1"}', '{"$regex":".*"}', '{"length":-1}', '{"toString":1}'],
	...[
		'{"__proto__":{"isAdmin":true}}',
		'{"constructor":{"prototype":{"role":"admin"}}}',
		'{"then":1}',
		'{"valueOf":0}',
	],
	...['{"type":"Buffer","data":[0,255]}', '{"toJSON":1}', '{"0":"a","length":1}'],
];

function deep(levels: number, open: string): string {
	const close = open === '[' ? ']' : '}';
	return open.repeat(levels) + (open === '[' ? '' : '1') + close.repeat(levels);
}
