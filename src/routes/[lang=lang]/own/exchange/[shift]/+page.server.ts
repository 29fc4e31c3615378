import { redirect } from '@sveltejs/kit';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isId } from '#lib/platform/id.ts';
import { exchangeChoices, proposeExchange, shiftFor } from '#lib/volunteers/index.server.ts';
import { choiceShown, onePerShift } from '#lib/volunteers/ui/shifts/exchange.ts';
import { done, herOf } from '../../door.server.ts';
import { ownShift } from '../../view.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which shift she would like for hers. No name of a colleague: when and what is enough. */
export const load: PageServerLoad = async (event) => {
	const her = await herOf(event);
	const { lang, shift } = event.params;
	const one = isId(shift) ? await shiftFor(ground().db, her, shift) : null;
	// Hers no more, or begun: nothing is wrong with her link.
	if (one?.mine?.state !== 'taken' || one.startsAt <= now()) redirect(303, `/${lang}/own`);
	const choices = await exchangeChoices(ground().db, her, one);
	return {
		...{ today: today(), shift: ownShift(one, lang) },
		choices: onePerShift(choices).map((each) => choiceShown({ ...each, name: '' }, lang)),
	};
};

export const actions: Actions = { default: (event) => done(event, proposeExchange, '?done=exchange') };
