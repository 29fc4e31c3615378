import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/**
 * Everybody begins at her own place; a volunteer whose pledge is missing or has lapsed begins with that, a newcomer
 * who still learns with her shifts.
 */
export const load: PageServerLoad = async ({ parent, locals }) => {
	const { staff } = await parent();
	const isVolunteer = locals.staff?.memberships.some((one) => one.role === 'volunteer') ?? false;
	if (isVolunteer && !locals.staff?.pledgeIsCurrent) redirect(303, '/staff/pledge');
	if (staff?.atDesk) redirect(303, '/staff/desk');
	if (staff?.usesShifts) redirect(303, '/staff/shifts');
	if (staff?.refers) redirect(303, '/staff/referrals');
	redirect(303, staff?.checksContent ? '/staff/content' : '/staff/projects');
};
