import { error } from '@sveltejs/kit';
import { pictureFile } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { NO_CONTENT_POLICY } from '#lib/platform/http/headers.ts';
import type { RequestHandler } from './$types';

/** The address is the fingerprint of what it gives, so it never changes; whoever knows it was shown the picture. */
export const GET: RequestHandler = async ({ params }) => {
	const file = await pictureFile(ground().db, params.file);
	if (!file) error(404);
	return new Response(new Uint8Array(file.body), {
		headers: {
			'content-type': file.type,
			'content-length': String(file.body.length),
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': `${NO_CONTENT_POLICY}; sandbox`,
		},
	});
};
