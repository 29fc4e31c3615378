import { error, type RequestEvent } from '@sveltejs/kit';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { isId } from '#lib/platform/id.ts';
import * as volunteers from '#lib/volunteers/index.server.ts';
import { choiceShown, exchangeShown } from '#lib/volunteers/ui/shifts/exchange.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, rowOf, spokenBy, whoHelps } from '../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const { db } = ground();
	const one = isId(event.params.shift) ? await volunteers.shiftFor(db, actor, event.params.shift) : null;
	if (!one) error(404);
	const isHers = one.mine?.state === 'taken' && one.startsAt > now();
	return {
		...spokenBy(event.locals),
		...{ one: rowOf(one, event.locals.lang), isHers },
		exchanges: (await volunteers.exchangesFor(db, actor))
			.filter(({ gives, gets }) => gives.id === one.id || gets.id === one.id)
			.map((each) => exchangeShown(each, event.locals.lang)),
		choices: isHers
			? (await volunteers.exchangeChoices(db, actor, one)).map((each) => choiceShown(each, event.locals.lang))
			: [],
		colleagues: isHers ? await volunteers.colleaguesFor(db, actor, one) : [],
	};
};

type Event = RequestEvent<{ shift: string }>;
type Command = typeof volunteers.takeShift;
const deed = (command: Command, done: string) => async (event: Event) => {
	const actor = whoHelps(event);
	const typed = fieldsOf(await event.request.formData());
	return answerTo(await command(typed, actor), `/staff/shifts?done=${done}`);
};

export const actions: Actions = {
	take: deed(volunteers.takeShift, 'taken'),
	ask: deed(volunteers.askForShift, 'asked'),
	over: deed(volunteers.acceptSwap, 'taken'),
	turnDown: deed(volunteers.declineSwap, 'turned-down'),
	accept: deed(volunteers.answerOffer, 'taken'),
	decline: deed(volunteers.answerOffer, 'declined'),
	propose: deed(volunteers.proposeExchange, 'exchange'),
	exchange: deed(volunteers.answerExchange, 'exchanged'),
	refuse: deed(volunteers.answerExchange, 'refused'),
	giveOn: deed(volunteers.giveOn, 'given-on'),
	keep: deed(volunteers.withdrawSwap, 'kept'),
	giveUp: deed(volunteers.giveUp, 'given-up'),
};
