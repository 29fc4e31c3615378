import { error, type RequestEvent } from '@sveltejs/kit';
import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isId } from '#lib/platform/id.ts';
import * as volunteers from '#lib/volunteers/index.server.ts';
import { isLive } from '#lib/volunteers/index.ts';
import { answerTo, headOf, spokenBy, whoLeads, whyOf } from '../../../shifts/door.server.ts';
import { typedIn } from '../../needs/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const { db } = ground();
	const one = isId(event.params.shift) ? await volunteers.shiftLed(db, actor, event.params.shift) : null;
	if (!one) error(404);
	const isOpen = one.state === 'planned' && one.startsAt.getTime() > instant();
	const candidates = isOpen && one.left > 0 ? await volunteers.candidatesFor(db, one) : [];
	const head = headOf(one, event.locals.lang);
	// Where somebody has to approve or to invite, she is not the one for herself.
	const others = candidates.filter(({ id }) => id !== actor.id || one.signUp === 'open');
	return {
		...spokenBy(event.locals),
		...{ head, isOpen, isDesk: one.deskId !== null, hasBegun: one.startsAt.getTime() <= instant() },
		people: one.people.filter((person) => isLive(person) || person.state === 'no-show'),
		candidates: others.map(({ id, name, obstacles }) => ({ id, name, obstacles: obstacles.map(whyOf) })),
		known: {
			...{ work: one.work, places: String(one.places), languages: one.languages, qualifications: one.qualifications },
			...{ signUp: one.signUp, day: one.day, starts: head.from, ends: head.to },
		},
		isSaved: event.url.searchParams.has('saved'),
	};
};

type Command = (typed: unknown, actor: ReturnType<typeof whoLeads>) => Promise<unknown>;
const deed =
	(command: Command, isOff = false) =>
	async (event: RequestEvent<{ shift: string }>) => {
		const actor = whoLeads(event);
		const typed = { ...(await typedIn(event.request)), shift: event.params.shift };
		const to = isOff ? '/staff/volunteers/shifts?saved' : `/staff/volunteers/shifts/${event.params.shift}?saved`;
		return answerTo(await command(typed, actor), to, typed);
	};

export const actions: Actions = {
	change: deed(volunteers.changeShift),
	cancel: deed(volunteers.cancelShift, true),
	approve: deed(volunteers.approve),
	decline: deed(volunteers.decline),
	off: deed(volunteers.takeOff),
	invite: deed(volunteers.inviteToShift),
	mark: deed(volunteers.markShift),
};
