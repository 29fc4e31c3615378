import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { occurrences } from '../occurrences/store.server.ts';
import type { Answer, ShelvedAnswer } from './material.ts';
import { ownDate, ownSeries } from './own.server.ts';
import { answerSchema, id } from './schema.ts';
import { answers } from './store.server.ts';

/** Writes down a question that was asked at a date, with its answer; never who asked. Sent twice it is one. */
export const addAnswer = (raw: unknown, actor: StaffActor): Promise<{ id: string } | Refusal> =>
	againAfterTwin(() => add(raw, actor));

const add = command({
	input: answerSchema,
	load: (typed, { tx, actor }: Within<StaffActor>) => ownDate(tx, typed, actor),
	allow: (_, _at, typed) => secretsIn(typed) ?? true,
	async run(_, { tx, actor, audit }, { seriesId, ...given }): Promise<{ id: string } | Refusal> {
		const made = { ...given, id: newId(), accountId: actor.id, madeAt: now() };
		if (!(await answers(tx).add(made))) return refused('other-form');
		await audit({ action: 'add', subject: 'answer', subjectId: made.id, reason: seriesId });
		return made;
	},
	present: ({ id }) => ({ id }),
});

export const removeAnswer = command({
	input: v.object({ id }),
	async load({ id }, { tx, actor }: Within<StaffActor>): Promise<Answer | null> {
		const found = await answers(tx).byId(id);
		const date = found && (await occurrences(tx).byId(found.occurrenceId));
		return date && (await ownSeries(tx, date.seriesId, actor)) ? found : null;
	},
	allow: () => true,
	async run({ id }, { tx, audit }) {
		await answers(tx).remove(id);
		await audit({ action: 'remove', subject: 'answer', subjectId: id });
		return { id };
	},
	present: (done) => done,
});

/** For the console; null where the series is another organisation's. */
export async function answersFor(seriesId: string, actor: StaffActor): Promise<ShelvedAnswer[] | null> {
	const { db } = ground();
	return (await ownSeries(db, seriesId, actor)) && answers(db).ofSeries(seriesId);
}

function secretsIn(typed: { question: string; answer: string }): Refusal | null {
	const field = (['question', 'answer'] as const).find((name) => mask(typed[name]).spans.length > 0);
	return field ? refused('malformed', { [field]: 'secrets' }) : null;
}
