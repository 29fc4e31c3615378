import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ensureVolunteer } from '../people/ensure.server.ts';
import { type VolunteerRow, volunteers } from '../people/store.server.ts';
import { type Step, trainingSteps } from './path.server.ts';
import { training } from './store.server.ts';

type At = Within<StaffActor>;

/** `doneOn`: null while she has not ticked it. */
export type OwnStep = Step & { readonly doneOn: string | null };

export async function ownTraining(db: Queryable, accountId: string): Promise<OwnStep[]> {
	const done = await training(db).done([accountId]);
	return trainingSteps().map((step) => ({ ...step, doneOn: done.find((one) => one.step === step.id)?.doneOn ?? null }));
}

/** A newcomer who has not ticked every step yet: she begins there. */
export async function hasToLearn(db: Queryable, accountId: string): Promise<boolean> {
	const her = await volunteers(db).byId(accountId);
	if (her?.state !== 'training') return false;
	return (await ownTraining(db, accountId)).some(({ doneOn }) => doneOn === null);
}

export type Progress = { readonly done: number; readonly all: number };

/** How far each of them is, for whoever leads them; steps that are no more do not count. */
export async function progressOf(db: Queryable, ids: readonly string[]): Promise<Map<string, Progress>> {
	const known = trainingSteps().map(({ id }) => id);
	const done = (await training(db).done(ids)).filter(({ step }) => known.includes(step));
	const progress = (id: string) => done.filter(({ accountId }) => accountId === id).length;
	return new Map(ids.map((id) => [id, { done: progress(id), all: known.length }]));
}

/** Her own tick, or taken back: nobody examines her here. */
export const tickStep = command({
	input: v.object({
		step: v.pipe(
			v.string(),
			v.check((id) => trainingSteps().some((step) => step.id === id), 'step'),
		),
		done: v.picklist(['yes', 'no']),
	}),
	load: (_input, at: At) => own(at),
	allow: ({ organisationId }, { actor }) => may(actor).useShifts(organisationId),
	run: async ({ id }, { tx, audit }, { step, done }) => {
		if (done === 'yes') await training(tx).tick(id, step, today());
		else await training(tx).untick(id, step);
		await audit({ action: done === 'yes' ? 'tick' : 'untick', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});

async function own({ tx, actor }: At): Promise<VolunteerRow | null> {
	if (organisationsWhere(actor, 'useShifts').length === 0) return null;
	await ensureVolunteer(tx, actor);
	return volunteers(tx).byId(actor.id);
}
