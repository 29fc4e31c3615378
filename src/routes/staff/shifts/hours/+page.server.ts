import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { addDays, today } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import {
	bandOfMonth,
	hourOrganisations,
	hoursOf,
	logHours,
	type NamedEntry,
	OLDEST_DAYS,
	withdrawHours,
} from '#lib/volunteers/index.server.ts';
import { yearIn } from '#lib/volunteers/index.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { hourWords, organisationNames } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'useShifts');
	const { searchParams } = event.url;
	const { db } = ground();
	const hers = await hoursOf(db, actor, yearIn(searchParams.get('year'), today()));
	const names = await organisationNames(event.locals.lang);
	const again = hers.entries.find(({ id }) => id === searchParams.get('again'));
	return {
		...hourWords(event.locals),
		...hers,
		thisYear: today().slice(0, 4),
		band: await bandOfMonth(db, actor),
		organisations: hourOrganisations(actor).map((id) => ({ id, name: names.get(id) ?? '' })),
		days: { first: addDays(today(), -OLDEST_DAYS), last: today() },
		blank: { clientId: newId(), day: today(), ...(again && anew(again)) },
		logged: Number(searchParams.get('logged')) || null,
		isWithdrawn: searchParams.has('withdrawn'),
		confirms: organisationsWhere(actor, 'confirmHours').length > 0,
	};
};

/** What was not confirmed, as she would write it down now. */
function anew({ day, work, organisationId, quarters, proposedQuarters }: NamedEntry) {
	const long = proposedQuarters ?? quarters;
	const [hours, minutes] = [String(Math.floor(long / 4)), String((long % 4) * 15)];
	return { day, work, organisation: organisationId, hours, minutes };
}

export const actions: Actions = {
	log: async (event) => {
		const actor = whoMay(event, 'useShifts');
		const typed = fieldsOf(await event.request.formData());
		const done = await logHours(typed, actor);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
		redirect(303, `${here(event)}&logged=${done.quarters}`);
	},
	withdraw: async (event) => {
		const done = await withdrawHours(fieldsOf(await event.request.formData()), whoMay(event, 'useShifts'));
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
		redirect(303, `${here(event)}&withdrawn`);
	},
};

const here = ({ url }: Pick<RequestEvent, 'url'>): string =>
	`/staff/shifts/hours?year=${yearIn(url.searchParams.get('year'), today())}`;
