import { NO_CONTENT_POLICY } from './headers.ts';

/**
 * A stranger's picture on its way out. It was made anew, and still no browser is to show it as a page of ours: it is
 * saved, or fetched by our own script and drawn.
 */
export function pictureResponse(webp: Uint8Array<ArrayBuffer>, name: string): Response {
	return new Response(webp, {
		headers: {
			'content-type': 'image/webp',
			'content-length': String(webp.length),
			'content-disposition': `attachment; filename="${name}"`,
			'content-security-policy': `sandbox; ${NO_CONTENT_POLICY}`,
			'cache-control': 'no-store',
		},
	});
}

/** A number as it stands in an address; 0, which is the number of nothing, for whatever is none. */
export const numberIn = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);
