import { error } from '@sveltejs/kit';
import { countDownload, materialFile } from '#lib/events/index.server.ts';
import { NO_CONTENT_POLICY } from '#lib/platform/http/headers.ts';
import type { RequestHandler } from './$types';

/** Always saved, never shown: what staff put in runs nowhere under our name. */
export const GET: RequestHandler = async ({ params, request, locals }) => {
	const file = await materialFile(params.series, params.id);
	if (!file) error(404);
	// A request for the headers alone comes here, too.
	if (request.method === 'GET') {
		await countDownload(params.id, { source: locals.source, agent: request.headers.get('user-agent') ?? '' });
	}
	return new Response(new Uint8Array(file.body), {
		headers: {
			'content-type': file.type,
			'content-length': String(file.body.length),
			'content-disposition': file.disposition,
			'cache-control': 'no-store',
			'content-security-policy': `${NO_CONTENT_POLICY}; sandbox`,
		},
	});
};
