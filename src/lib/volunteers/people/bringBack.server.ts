import type { StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { tell } from '../notices/tell.server.ts';
import { lockVolunteer } from './lead.server.ts';
import { wholeById } from './read.server.ts';
import { activateSchema } from './schema.ts';
import { enterState } from './state.server.ts';
import { stateOnReturn } from './volunteer.ts';

/**
 * She had left and asked to come again. What she learnt and promised is judged by its own dates, as of anybody: nothing is
 * given to her with it.
 */
export const bringBack = command({
	input: activateSchema,
	load: ({ accountId }, at: Within<StaffActor>) => lockVolunteer(accountId, at),
	allow: ({ id, state }, { actor }) => {
		if (id === actor.id) return refused('own-account');
		return state === 'left' || refused('over');
	},
	run: async ({ id }, at) => {
		const whole = await wholeById(at.tx, id);
		if (!whole) return refused('missing');
		await enterState(at, { id, state: stateOnReturn(whole, today()), pausedUntil: null });
		await tell(at.tx, id, { about: 'back', key: `back/${newId()}` });
		await at.audit({ action: 'bring-back', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});
