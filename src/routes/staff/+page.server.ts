import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Everybody begins at her own place. */
export const load: PageServerLoad = async ({ parent }) => {
	const { staff } = await parent();
	redirect(303, staff?.atDesk ? '/staff/desk' : '/staff/projects');
};
