import { error } from '@sveltejs/kit';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import {
	acceptSwap,
	answerExchange,
	answerOffer,
	askForShift,
	bandOfMonth,
	declineSwap,
	exchangesFor,
	newsOf,
	pausingOf,
	shiftsFor,
	takeShift,
} from '#lib/volunteers/index.server.ts';
import { exchangeShown } from '#lib/volunteers/ui/shifts/exchange.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, rowOf, spokenBy, whoHelps } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const found = await shiftsFor(ground().db, actor);
	if (!found) error(404);
	const { lang } = event.locals;
	const { hers, pending, wanted, open } = found;
	const hasLeft = (await pausingOf(ground().db, actor, actor.id))?.state === 'left';
	const [next, ...later] = hers.map((one) => rowOf(one, lang));
	return {
		...spokenBy(event.locals),
		news: await newsOf(actor.id, lang),
		...{ next: next ?? null, later, band: await bandOfMonth(ground().db, actor) },
		pending: pending.map((one) => rowOf(one, lang)),
		exchanges: (await exchangesFor(ground().db, actor))
			.filter(({ isMine }) => !isMine)
			.map((one) => exchangeShown(one, lang)),
		hasLeft,
		wanted: hasLeft ? [] : wanted.map((one) => rowOf(one, lang)),
		open: hasLeft ? [] : open.map((one) => rowOf(one, lang)),
		done: event.url.searchParams.get('done') ?? '',
	};
};

type Command = typeof takeShift;
const deed = (command: Command, done: string) => async (event: Parameters<NonNullable<Actions['take']>>[0]) => {
	const actor = whoHelps(event);
	const typed = fieldsOf(await event.request.formData());
	return answerTo(await command(typed, actor), `/staff/shifts?done=${done}`);
};

export const actions: Actions = {
	take: deed(takeShift, 'taken'),
	ask: deed(askForShift, 'asked'),
	over: deed(acceptSwap, 'taken'),
	turnDown: deed(declineSwap, 'turned-down'),
	accept: deed(answerOffer, 'taken'),
	decline: deed(answerOffer, 'declined'),
	exchange: deed(answerExchange, 'exchanged'),
	refuse: deed(answerExchange, 'refused'),
};
