import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { type Application, mayBecome } from './application.ts';
import { tellApplicant } from './notices/tell.server.ts';
import { declineSchema, stepSchema } from './schema.ts';
import { applications } from './store.server.ts';
import { forgetLater } from './words.server.ts';

type At = Within<StaffActor>;

/** In her line, so that of two coordinators the second sees what the first did. */
export async function lockApplication(id: string, { tx, actor }: At): Promise<Application | null> {
	const one = await applications(tx).locked(id);
	return one && may(actor).leadVolunteers(one.organisationId) ? one : null;
}

/** A conversation, then learning. Whoever takes the first step looks after her from then on. */
export const moveApplication = command({
	input: stepSchema,
	load: ({ id }, at: At) => lockApplication(id, at),
	allow: () => true,
	run: async (one, { tx, actor, audit }, { to }) => {
		if (one.state === to) return one;
		if (!mayBecome(one.state, to)) return refused('over');
		await applications(tx).set(one.id, { ...one, state: to, holder: actor.id });
		await audit({ action: to, subject: 'application', subjectId: one.id });
		return one;
	},
	present: ({ id }) => ({ id }),
});

/** Not here, not now, with a word that was chosen. What she told of herself is erased; that there is an answer she is told. */
export const declineApplication = command({
	input: declineSchema,
	load: ({ id }, at: At) => lockApplication(id, at),
	allow: () => true,
	run: async (one, { tx, actor, audit }, { answer }) => {
		if (!mayBecome(one.state, 'declined')) return refused('over');
		await tellApplicant(tx, one);
		await applications(tx).set(one.id, { ...one, state: 'declined', answer, holder: actor.id, sealed: null });
		await forgetLater(tx, one);
		await audit({ action: 'decline', subject: 'application', subjectId: one.id });
		return one;
	},
	present: ({ id }) => ({ id }),
});
