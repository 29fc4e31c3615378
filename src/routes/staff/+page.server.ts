import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Everybody begins at her own place; a volunteer whose pledge is missing or has lapsed begins with that. */
export const load: PageServerLoad = async ({ parent, locals }) => {
	const { staff } = await parent();
	const isVolunteer = locals.staff?.memberships.some((one) => one.role === 'volunteer') ?? false;
	if (isVolunteer && !locals.staff?.pledgeIsCurrent) redirect(303, '/staff/pledge');
	redirect(303, staff?.atDesk ? '/staff/desk' : '/staff/projects');
};
