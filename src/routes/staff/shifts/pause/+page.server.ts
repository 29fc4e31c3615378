import { error, type RequestEvent } from '@sveltejs/kit';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { isId } from '#lib/platform/id.ts';
import { comeBack, leave, pause, pausingOf } from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, headOf, spokenBy, whoHelps } from '../door.server.ts';

/** Her own pause, or with `of` that of somebody whom she leads. */
export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const of = event.url.searchParams.get('of') ?? actor.id;
	const found = isId(of) ? await pausingOf(ground().db, actor, of) : null;
	if (!found) error(404);
	const { shifts, ...her } = found;
	return {
		...spokenBy(event.locals),
		...{ ...her, isHerself: of === actor.id, first: today() },
		shifts: shifts
			.filter(({ shift }) => shift.startsAt > now())
			.map(({ assignment, shift }) => ({ assignment, head: headOf(shift, event.locals.lang) })),
	};
};

type Command = (typed: unknown, actor: ReturnType<typeof whoHelps>) => Promise<unknown>;
const deed = (command: Command, done: string) => async (event: RequestEvent) => {
	const actor = whoHelps(event);
	const typed = fieldsOf(await event.request.formData());
	const fates = Object.entries(typed).flatMap(([name, fate]) =>
		name.startsWith('fate-') ? [[name.slice(5), fate]] : [],
	);
	const said = { ...typed, until: typed.until ?? '', fates: Object.fromEntries(fates) };
	const to = typed.account === actor.id ? `/staff/shifts?done=${done}` : `/staff/volunteers/${typed.account}?saved`;
	return answerTo(await command(said, actor), to, typed);
};

export const actions: Actions = {
	pause: deed(pause, 'paused'),
	leave: deed(leave, 'left'),
	back: deed(comeBack, 'back'),
};
