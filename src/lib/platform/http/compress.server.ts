import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * A page as it goes over the line. Safe with what our pages hold: none of them shows, on a GET, words that another
 * site could choose beside something secret.
 */
const SMALLEST = 1_000;
const QUICK = {
	params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

export async function compressed(response: Response, accept: string): Promise<Response> {
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	const encoding = /\bbr\b/.test(accept) ? 'br' : /\bgzip\b/.test(accept) ? 'gzip' : null;
	if (!isPage || !encoding || response.headers.has('content-encoding')) return response;
	const body = Buffer.from(await response.arrayBuffer());
	if (body.length < SMALLEST) return new Response(new Uint8Array(body), response);
	const small = encoding === 'br' ? await promisify(brotliCompress)(body, QUICK) : await promisify(gzip)(body);
	const headers = new Headers(response.headers);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(small.length));
	headers.append('vary', 'accept-encoding');
	return new Response(new Uint8Array(small), { status: response.status, headers });
}
