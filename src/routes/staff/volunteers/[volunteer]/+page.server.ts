import { error, redirect } from '@sveltejs/kit';
import { readServicePoints } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import {
	activateVolunteer,
	bringBack,
	grantQualification,
	noteExperience,
	revokeQualification,
	volunteerFor,
} from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { idIn, refusedWith, sentIn, spokenBy, whoLeads } from '../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const { db } = ground();
	const one = await volunteerFor(db, actor, idIn(event.params.volunteer));
	if (!one) error(404);
	const places = (await readServicePoints(db)).filter(({ id }) => one.placeIds.includes(id));
	return {
		...{ ...spokenBy(event.locals), one, today: today(), inAYear: today(364) },
		places: places.map(({ names }) => inLanguage(names, event.locals.lang)),
	};
};

export const actions: Actions = {
	activate: (event) => done(event, activateVolunteer),
	back: (event) => done(event, bringBack),
	experience: (event) => done(event, noteExperience, ['works']),
	grant: (event) => done(event, grantQualification),
	revoke: (event) => done(event, revokeQualification),
};

type Act = (raw: unknown, actor: StaffActor) => Promise<Refusal | object>;

async function done(event: RequestEvent, act: Act, several: readonly string[] = []) {
	const actor = whoLeads(event);
	const typed = await sentIn(event.request, several);
	const result = await act({ ...typed, accountId: event.params.volunteer }, actor);
	if (isRefusal(result)) return refusedWith(result, typed);
	redirect(303, `/staff/volunteers/${event.params.volunteer}?saved`);
}
