import { actorFor, isJson } from '../fields/forms.ts';
import { pathOf, type World } from '../fields/world.ts';
import { bodyBy, type Sent } from './bodies.ts';
import { type Chance, chanceOf } from './chance.ts';
import { textBy } from './values.ts';

/** One request, byte by byte; `isWhole` when an answer is due. */
export type Shot = { readonly route: string; readonly bytes: Buffer; readonly isWhole: boolean };
export type Routes = readonly (readonly [route: string, who: string])[];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'M-SEARCH'];
/** An editor's button that asks strangers: with a real text it would call out of the drill. */
const CALLS_OUT = /links$/;

export function shotOf(seed: number, routes: Routes, world: World): Shot {
	const chance = chanceOf(seed);
	const [route, who] = routeBy(chance, routes);
	const isPost = route.startsWith('POST');
	const method = chance.happens(0.1) ? chance.one(METHODS) : isPost ? 'POST' : 'GET';
	const sent = isPost || chance.happens(0.05) ? bodyBy(chance, route, world.things, isJson(route)) : null;
	const head = headBy(chance, { world, who, sent });
	const broken = chance.happens(0.04) ? breakage(chance) : null;
	const address = addressBy(chance, route, world);
	const [lines, body] = [[`${method} ${address} HTTP/1.1`, ...head], sent?.body ?? Buffer.alloc(0)];
	const bytes = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
	return { route, bytes: broken?.(bytes) ?? bytes, isWhole: broken === null };
}

/** Half of what is asked for is no page: pages cost most and take least. */
function routeBy(chance: Chance, routes: Routes): readonly [string, string] {
	const isPage = (name: string): boolean => /^GET \/(\[lang|staff)/.test(name) && !name.includes('conversations');
	const isWanted = chance.happens(0.7) ? (name: string): boolean => !isPage(name) : (): boolean => true;
	return chance.one(routes.filter(([name]) => !CALLS_OUT.test(name) && isWanted(name)));
}

/** What no client would send: cut off, torn, something else at its end. */
function breakage(chance: Chance): (bytes: Buffer) => Buffer {
	return chance.one([
		(bytes: Buffer) => bytes.subarray(0, chance.below(bytes.length)),
		(bytes: Buffer) => Buffer.concat([bytes, Buffer.from('GARBAGE\r\n\r\n')]),
		(bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('content-length:', 'content-length: 9'), 'latin1'),
		(bytes: Buffer) =>
			Buffer.from(bytes.toString('latin1').replace('host:', 'transfer-encoding: chunked\r\nhost:'), 'latin1'),
		(bytes: Buffer) =>
			Buffer.from(bytes.toString('latin1').replace(' HTTP/1.1', chance.one(['', ' HTTP/9.9', ' HTP'])), 'latin1'),
		(bytes: Buffer) =>
			Buffer.from(
				bytes.toString('latin1').replace(' /', ` ${chance.one(['http://x/', '*', '/\u0000', '/\u00ff\u00fe'])}`),
				'latin1',
			),
	]);
}

function addressBy(chance: Chance, route: string, { things }: World): string {
	const meant = pathOf(route, things);
	const parts = meant.split('/').map((part) => (chance.happens(0.06) ? inPath(textBy(chance, things), chance) : part));
	const query = chance.happens(route.startsWith('GET') ? 0.6 : 0.1) ? queryBy(chance, things) : '';
	if (query === '') return parts.join('/');
	return parts.join('/') + (meant.includes('?') ? '&' : '?') + query;
}

function inPath(text: string, chance: Chance): string {
	return chance.happens(0.1) ? chance.one(['%', '%e0%80', '%00', '%2e%2e', ';a=b', '%25%25']) : encoded(text);
}

const ASKED = [
	...[
		'q',
		'lang',
		'as',
		'municipality',
		'guide',
		'step',
		'about',
		'kind',
		'after',
		'open',
		'next',
		'words',
		'saved',
		'from',
	],
	...[
		'mine',
		'theirs',
		'unwritten',
		'done',
		'limit',
		'offset',
		'line',
		'measure',
		'quarter',
		'__proto__',
		'back',
		'note',
	],
];

function queryBy(chance: Chance, things: World['things']): string {
	const pairs = Array.from({ length: 1 + chance.below(4) }, () => {
		const value = chance.happens(0.1)
			? chance.one(['%', '%e0%80', '%00', '+', '[]=1'])
			: encoded(textBy(chance, things));
		return `${chance.one(ASKED)}=${value}`;
	});
	return pairs.join('&');
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 100_000);

type Wanted = { world: World; who: string; sent: Sent | null };

function headBy(chance: Chance, { world, who, sent }: Wanted): string[] {
	const actor = chance.happens(0.2) ? chance.one(Object.keys(world.people)) : actorFor(who);
	const own = world.people[actor]?.headers() ?? {};
	if (chance.happens(0.04)) own.cookie = chance.one(COOKIES);
	const lines = Object.entries({ host: new URL(world.address).host, connection: 'close', ...own });
	const body = sent
		? [
				['content-length', String(sent.body.length)],
				['content-type', sent.type],
			]
		: [];
	const extra = chance.happens(0.25) ? chance.one(HEADERS) : [];
	// Answered without the page around it.
	const bare = chance.happens(0.8)
		? [
				['x-sveltekit-action', 'true'],
				['accept', 'application/json'],
			]
		: [];
	return [...lines, ...body, ...extra, ...bare].map(([name, value]) => `${name}: ${value}`);
}

const COOKIES = [
	...[
		'silta_staff=',
		'silta_staff=%00',
		'silta_visitor=%',
		'silta_code=AAAA',
		'silta_code=%ff',
		'a=b; a=c',
		';;;=;',
		'=x',
	],
	...[`silta_visitor=${'x'.repeat(4_000)}`, 'silta_language=__proto__', 'silta_language=ru%00', '__proto__=1'],
];

const HEADERS: readonly (readonly (readonly [string, string])[])[] = [
	[['accept-language', '*;q=x,,,;q=,ru;q=1e9,\u00ff']],
	[['accept-language', 'x-'.repeat(4_000)]],
	[['accept-encoding', 'gzip;q=0, br;q=-1, *;q=2, \u00e4']],
	[['accept', '*/*;q=,,text/html;q=9, application/json']],
	[['if-none-match', `"${'x'.repeat(9_000)}"`]],
	[['if-modified-since', 'never']],
	[['range', 'bytes=-1,5-2,x']],
	[
		['last-event-id', '-5'],
		['accept', 'text/event-stream'],
	],
	[
		['x-forwarded-for', '1.2.3.4, \u00ff'],
		['x-forwarded-proto', 'https,http'],
		['x-forwarded-host', 'evil.example'],
	],
	[
		['x-http-method-override', 'DELETE'],
		['x-original-url', '/staff/accounts'],
	],
	[['content-encoding', 'gzip']],
	[['expect', '100-continue']],
	[
		['upgrade', 'websocket'],
		['sec-websocket-version', '13'],
	],
	[['x-sveltekit-action', 'true']],
	[
		['referer', 'http://%'],
		['sec-fetch-site', 'none'],
	],
	[['big', 'x'.repeat(140_000)]],
	[['big', 'x'.repeat(1_000_000)]],
	[
		['te', 'trailers'],
		['trailer', 'x'],
		['via', '\u00fe'],
	],
];
