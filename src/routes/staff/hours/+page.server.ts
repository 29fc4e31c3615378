import { error, fail, redirect } from '@sveltejs/kit';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import {
	addException,
	addWeeklyHours,
	chooseWays,
	clearExceptions,
	type DeskRow,
	desksOf,
	deskWays,
	hoursOf,
	removeWeeklyHours,
} from '#lib/network/index.server.ts';
import { dayOf, today, wallTimeOf } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { deskPlan, type PlannedTurn } from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeper(locals);
	const own = await desksOf(ground().db, organisationsWhere(actor, 'setHours'));
	const shownDesks = await Promise.all(own.map((desk) => shown(desk, { actor, lang: locals.lang })));
	return { words: wordsOf(locals.lang, ['cases', 'rule', 'site']), today: today(), desks: shownDesks };
};

export const actions: Actions = {
	ways: (event) => change(event, chooseWays),
	add: (event) => change(event, addWeeklyHours),
	remove: (event) => change(event, removeWeeklyHours),
	except: (event) => change(event, addException),
	clear: (event) => change(event, clearExceptions),
};

async function shown(desk: DeskRow, { actor, lang }: { actor: StaffActor; lang: string }) {
	const { db } = ground();
	const { weekly, exceptions } = await hoursOf(db, desk);
	const ways = await deskWays(db, desk.id);
	const off = exceptions.filter(({ opens }) => opens === null).map(({ day }) => day);
	const plan = ways.opensBy === 'shifts' ? (await deskPlan(db, desk.id)).map((turn) => turnOf(turn, desk, off)) : null;
	const leads = may(actor).leadVolunteers(desk.organisationId);
	return { id: desk.id, name: inLanguage(desk.names, lang), ...ways, plan, leads, weekly, exceptions };
}

/** By the clock on the wall of the desk. */
function turnOf({ id, from, to, names, missing }: PlannedTurn, { zone }: DeskRow, off: readonly string[]) {
	const day = dayOf(from, zone);
	const [starts, ends] = [wallTimeOf(from, zone), wallTimeOf(to, zone)];
	return { id, day, starts, ends, names, missing: Math.max(0, missing), isOff: off.includes(day) };
}

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string } | Refusal>;

async function change({ request, locals }: RequestEvent, command: Command) {
	const typed = fieldsOf(await request.formData());
	const done = await command(typed, keeper(locals));
	if (isRefusal(done)) return fail(statusOf(done), { faults: done.fields, typed });
	redirect(303, '/staff/hours');
}

/** Asked in the load and in each action: a guard in a layout protects no action. */
function keeper({ staff }: App.Locals): StaffActor {
	if (!staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fhours');
	if (organisationsWhere(staff, 'setHours').length === 0) error(403);
	return staff;
}
