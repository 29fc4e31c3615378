import type { StaffActor } from '#lib/identity/index.ts';
import { instant, now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { lockLine } from '../registration/settle.server.ts';
import { doInTurn } from '../registration/turns.server.ts';
import { readStanding } from '../notices/standing.server.ts';
import { isOfDate, OF_DATE } from '../notices/truth.ts';
import { type Answer, answersTo, MOST_TRIES } from './answers.ts';
import { lineOf } from './callList.server.ts';
import { reachPerson, type ReachedPerson } from './reach.server.ts';
import { callSchema } from './schema.ts';
import { endSeat, giveSeat, herIn } from './seat.server.ts';
import { calls, type CallRow } from './store.server.ts';

type At = Within<StaffActor>;
type Call = ReachedPerson & { readonly call: CallRow };

/** What came of word that a helper brought by telephone. Of two who press at once the second is told so. */
export const answerCall = command({
	input: callSchema,
	load: async ({ id }, { tx, actor }: At): Promise<Call | null> => {
		const call = await calls(tx).byId(id);
		const reached = call && (await reachPerson(tx, actor, call.registrationId));
		return reached && { ...reached, call };
	},
	allow: ({ call }, _at, { answer }) => answersTo(call.about).includes(answer) || refused('malformed'),
	run: async (reached, at, { answer, tries }) => {
		const { call, person, of } = reached;
		// The date first, as everywhere, so that nobody waits for each other.
		await lockLine(at.tx, of.id);
		const waiting = await calls(at.tx).locked(call.id);
		if (!waiting) return refused('called-before');
		if (answer === 'no-answer') await tried(waiting, at, tries);
		else await told(waiting, at);
		const refusal = await act(reached, at, answer);
		if (refusal) return refusal;
		await at.audit({ action: 'call', subject: 'occurrence', subjectId: of.id, reason: answer });
		return person;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

async function tried(call: CallRow, { tx, actor }: At, seen: number): Promise<void> {
	if (seen !== call.tries) return;
	await calls(tx).addTry(call.id);
	if (call.tries + 1 < MOST_TRIES) return;
	// What was to be said in the same breath is not begun with anew.
	const others = isOfDate(call.about) ? await calls(tx).waitingFor(call.registrationId, OF_DATE) : [];
	for (const id of new Set([call.id, ...others])) {
		await calls(tx).settle(id, { state: 'failed', told: null, accountId: actor.id, at: now() });
	}
}

/** What she knows now keeps her from being told the same again. */
async function told(call: CallRow, { tx, actor }: At): Promise<void> {
	const read = await readStanding(tx, call);
	await calls(tx).settle(call.id, {
		state: 'called',
		told: read?.standing.now ?? null,
		accountId: actor.id,
		at: now(),
	});
}

async function act({ person, call }: Call, { tx }: At, answer: Answer): Promise<Refusal | null> {
	const { id, occurrenceId } = person;
	if (answer !== 'comes' && answer !== 'not-coming') return null;
	const ends = endSeat(id, call.about === 'offered' ? 'declined' : 'cancelled');
	const done = await doInTurn(tx, occurrenceId, answer === 'comes' ? giveSeat(id) : ends);
	return isRefusal(done) ? done : null;
}

/** What came of a call to somebody in the line, in the last two days, when nothing is offered by itself. */
export const answerInLine = command({
	input: callSchema,
	load: ({ id }, { tx, actor }: At) => reachPerson(tx, actor, id),
	allow: ({ of }: ReachedPerson, _at, { answer }) => {
		if (of.state !== 'planned' || instant() >= of.startsAt.getTime()) return refused('over');
		return answersTo('offered').includes(answer) || refused('malformed');
	},
	run: async ({ of, person }, at, { answer, tries }) => {
		const line = await lockLine(at.tx, of.id);
		if (!line) return refused('missing');
		const hers = (await lineOf(at.tx, line)).find(({ id }) => id === person.id);
		if (!hers) return refused(herIn(line, person.id)?.state === 'waiting' ? 'full' : 'called-before');
		if (!hers.isNext) return refused('not-her-turn');
		if (answer === 'no-answer' && tries !== hers.tries) return person;
		const row = { id: newId(), registrationId: person.id, accountId: at.actor.id, at: now() };
		await calls(at.tx).noteInLine(row, answer === 'no-answer');
		const refusal = await actInLine(person.id, of.id, { at, answer });
		if (refusal) return refusal;
		await at.audit({ action: 'call', subject: 'occurrence', subjectId: of.id, reason: answer });
		return person;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

async function actInLine(
	id: string,
	dateId: string,
	{ at, answer }: { at: At; answer: Answer },
): Promise<Refusal | null> {
	if (answer === 'no-answer') return null;
	const done = await doInTurn(at.tx, dateId, answer === 'comes' ? giveSeat(id) : endSeat(id, 'declined'));
	return isRefusal(done) ? done : null;
}
