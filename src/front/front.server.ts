import type { IncomingMessage, ServerResponse } from 'node:http';
import { Away } from '#lib/platform/away.ts';
import { answerJson } from '#lib/platform/http/body.server.ts';
import { isOurOwn } from '#lib/platform/http/guard.ts';
import { sourceOf } from '#lib/platform/http/limits.server.ts';
import { encodingFor, findPage } from '#lib/platform/http/pageCache.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { House } from '../wiring.server.ts';
import type { Call } from './call.ts';
import { clerkStream, sendFromClerk } from './clerk.server.ts';
import { answerFromDesk, deskStream, noteHere } from './desk.server.ts';
import { takeAttachment } from './attachments.server.ts';
import { takePicture } from './pictures.server.ts';
import { takeSms } from './sms.server.ts';
import { noteTyping, noteVisitorRead, sendFromVisitor, visitorStream } from './visitor.server.ts';

const ROUTES: Readonly<Record<string, (call: Call) => Promise<void>>> = {
	'GET /api/chat/stream': visitorStream,
	'POST /api/chat/messages': sendFromVisitor,
	'POST /api/chat/pictures': takeAttachment,
	'POST /api/chat/typing': noteTyping,
	'POST /api/chat/read': noteVisitorRead,
	'GET /api/clerk/stream': clerkStream,
	'POST /api/clerk/messages': sendFromClerk,
	'GET /staff/desk/stream': deskStream,
	'POST /staff/desk/messages': answerFromDesk,
	'POST /staff/desk/here': noteHere,
	'POST /staff/pictures': takePicture,
};

/** Asked by machines, which come from no page of ours and bring a secret instead. */
const MACHINES: Readonly<Record<string, (call: Call) => Promise<void>>> = {
	'POST /api/sms': takeSms,
};

/**
 * Stands before the framework and answers what must be cheap or stay open: finished public pages, the streams, and the
 * sending of messages. Gives false for everything else.
 */
export function makeFront(house: House): (request: IncomingMessage, response: ServerResponse) => boolean {
	return (request, response) => {
		const secure = settleProtocol(request, house.settings.behindProxy);
		answerFormsWithPages(request);
		if (answerFromCache(request, response, house)) return true;
		const path = (request.url ?? '').split('?')[0];
		const asked = `${request.method} ${path}`;
		const route = ROUTES[asked] ? fromOurOwn(ROUTES[asked]) : MACHINES[asked];
		if (!route) return false;
		const url = urlOf(request, secure);
		const source = (): string => sourceOf(addressOf(request, house.settings.behindProxy));
		if (url) void answer(route, { request, response, url, secure, source, house });
		else answerJson(response, 400, { refused: 'malformed' }, secure);
		return true;
	};
}

/** P15: unless a proxy of ours stands in front, what a request says of its own way is overwritten. */
function settleProtocol(request: IncomingMessage, behindProxy: boolean): boolean {
	if (!behindProxy) {
		for (const name of Object.keys(request.headers)) if (name.startsWith('x-forwarded-')) delete request.headers[name];
		delete request.headers.forwarded;
	}
	const protocol = request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
	request.headers['x-forwarded-proto'] = protocol;
	return protocol === 'https';
}

/** A plain form is answered with a page, also when the sender does not say that it reads pages. */
function answerFormsWithPages(request: IncomingMessage): void {
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(
		request.headers['content-type'] ?? '',
	);
	if (isForm && !request.headers['x-sveltekit-action']) request.headers.accept = 'text/html';
}

/** The address nearest to the visitor that our own proxy saw. */
export function addressOf(request: IncomingMessage, behindProxy: boolean): string {
	const forwarded = request.headers['x-forwarded-for'];
	if (behindProxy && typeof forwarded === 'string') return forwarded.split(',').at(-1)?.trim() ?? '';
	return request.socket.remoteAddress ?? '';
}

function answerFromCache(request: IncomingMessage, response: ServerResponse, house: House): boolean {
	if (request.method !== 'GET' && request.method !== 'HEAD') return false;
	const page = findPage(request.url ?? '', house.revision());
	if (!page) return false;
	if (page.headers.etag && request.headers['if-none-match'] === page.headers.etag) {
		response.writeHead(304, page.headers).end();
		return true;
	}
	const encoding = encodingFor(page, String(request.headers['accept-encoding'] ?? ''));
	const body = encoding ? (page.encoded[encoding] ?? page.plain) : page.plain;
	response.writeHead(200, {
		...page.headers,
		...(encoding ? { 'content-encoding': encoding } : {}),
		'content-length': body.length,
		vary: 'accept-encoding',
	});
	response.end(request.method === 'HEAD' ? undefined : body);
	return true;
}

function fromOurOwn(route: (call: Call) => Promise<void>): (call: Call) => Promise<void> {
	return async (call) => {
		const { request, response, url, secure } = call;
		const provenance = { method: request.method ?? 'GET', origin: url.origin, headers: headersOf(request) };
		if (!isOurOwn(provenance)) answerJson(response, 403, { refused: 'foreign' }, secure);
		else await route(call);
	};
}

async function answer(route: (call: Call) => Promise<void>, call: Call): Promise<void> {
	const { response, url, secure } = call;
	try {
		await route(call);
	} catch (error) {
		if (!(error instanceof Away)) logError('front', error, { path: url.pathname });
		if (response.headersSent) response.end();
		else answerJson(response, 503, { refused: error instanceof Away ? 'database' : 'fault' }, secure);
	}
}

function headersOf({ headers }: IncomingMessage): { get(name: string): string | null } {
	return { get: (name) => (typeof headers[name] === 'string' ? headers[name] : null) };
}

function urlOf(request: IncomingMessage, secure: boolean): URL | null {
	const address = `${secure ? 'https' : 'http'}://${request.headers.host ?? ''}${request.url ?? '/'}`;
	return URL.canParse(address) ? new URL(address) : null;
}
