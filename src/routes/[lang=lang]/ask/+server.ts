import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The short address to a person; what stands behind it is the chat, open or not. */
export const GET: RequestHandler = ({ params, url }) => {
	redirect(303, `/${params.lang}/chat${url.search}`);
};
