import { redirect } from '@sveltejs/kit';
import { ground } from '#lib/platform/ground.server.ts';
import { hasToLearn } from '#lib/volunteers/index.server.ts';
import type { PageServerLoad } from './$types';

/**
 * Everybody begins at her own place; a volunteer whose pledge is missing or has lapsed begins with that, a newcomer
 * who still learns with what there is to learn.
 */
export const load: PageServerLoad = async ({ parent, locals }) => {
	const { staff } = await parent();
	const isVolunteer = locals.staff?.memberships.some((one) => one.role === 'volunteer') ?? false;
	if (isVolunteer && !locals.staff?.pledgeIsCurrent) redirect(303, '/staff/pledge');
	if (staff?.atDesk) redirect(303, '/staff/desk');
	if (locals.staff && (await hasToLearn(ground().db, locals.staff.id))) redirect(303, '/staff/shifts/training');
	if (staff?.usesShifts) redirect(303, '/staff/shifts');
	if (staff?.refers) redirect(303, '/staff/referrals');
	redirect(303, staff?.checksContent ? '/staff/content' : '/staff/projects');
};
