import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The reader's language: chosen before, else what the browser asks for. */
export const load: PageServerLoad = ({ locals }) => {
	redirect(302, `/${locals.lang}`);
};
