import type { Reply } from './shoot.ts';

/** What an answer may never say: where the code lies, how it is built, what the database was asked. */
const TELLTALES: readonly RegExp[] = [
	/\bat (?:async )?[\w.<>$]+ \((?:file:|node:|\/)/,
	/\b(?:node:internal|node_modules|file:\/\/\/)/,
	/\/(?:build|src)\/[\w./-]+\.(?:js|ts):\d+/,
	/(?:syntax error at or near|violates [\w-]+ constraint|invalid (?:input|byte) |duplicate key value|canceling statement)/i,
	/(?:relation|column|table) "\w+" (?:does not|of|already)/i,
	/\b(?:TypeError|RangeError|ReferenceError|SyntaxError|DatabaseError|AggregateError)\b/,
];

/** Why an answer is none that may be given; null when it may. `places` are folders whose names nobody may learn. */
export function faultOf(reply: Reply | null, isDue: boolean, places: readonly string[]): string | null {
	if (reply === null) return isDue ? 'no answer' : null;
	if (reply.status >= 500) return `answered with ${reply.status}`;
	const told = TELLTALES.find((telltale) => telltale.test(reply.text));
	if (told) return `tells ${told.exec(reply.text)?.[0]}`;
	return places.some((place) => reply.text.includes(place)) ? 'tells a path' : null;
}

/** As it can be read and sent again: `printf 'GET …' | nc`. */
export function inWords(bytes: Buffer): string {
	const text = [...bytes.subarray(0, 3_000)].map((byte) =>
		byte === 10
			? '\\n'
			: byte === 13
				? '\\r'
				: byte > 31 && byte < 127
					? String.fromCharCode(byte)
					: `\\x${byte.toString(16).padStart(2, '0')}`,
	);
	return text.join('') + (bytes.length > 3_000 ? ` … (${bytes.length} bytes)` : '');
}
