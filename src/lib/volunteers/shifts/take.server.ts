import { now } from '#lib/platform/clock.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mayBecome } from './shift.ts';
import { FRESH, leavePlace, takePlace } from './place.server.ts';
import { type At, isToCome, ownAssignment, ownTurn, type Reached, refusalOf, type Turn } from './reach.server.ts';
import { answerSchema, assignmentSchema, shiftSchema } from './schema.ts';
import { assignments, shifts } from './store.server.ts';

/** A place for herself. Of many who come at once one has it; whoever has it already hears so again. */
export const takeShift = command({
	input: shiftSchema,
	load: ({ shift }, at: At) => ownTurn(at, shift),
	allow: ({ shift, mine, obstacles }) => {
		if (mine?.state === 'taken') return true;
		if (shift.signUp === 'approval' && mine?.state !== 'offered') return refused('approval');
		return refusalOf(obstacles) ?? true;
	},
	run: async ({ shift, mine }, { tx, actor, audit }) => {
		if (mine?.state === 'taken') return shift;
		await takePlace(tx, shift, { mine, accountId: actor.id, byWay: 'self' });
		await audit({ action: 'take', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** She would like a place; somebody who leads says yes or no. */
export const askForShift = command({
	input: shiftSchema,
	load: ({ shift }, at: At) => ownTurn(at, shift),
	allow: ({ shift, obstacles }) => {
		if (shift.signUp !== 'approval') return refused('open');
		return refusalOf(obstacles) ?? true;
	},
	run: async ({ shift, mine }: Turn, { tx, actor, audit }) => {
		if (mine) return shift;
		const one = { ...FRESH, id: newId(), shiftId: shift.id, accountId: actor.id };
		await assignments(tx).add({ ...one, state: 'asked', byWay: 'self' }, now());
		await audit({ action: 'ask', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

const ANSWERED = { take: 'taken', decline: 'declined' } as const;

/** To what somebody offered her. The same said twice is said once. */
export const answerOffer = command({
	input: answerSchema,
	load: async ({ assignment }, at: At): Promise<(Reached & Pick<Turn, 'obstacles'>) | null> => {
		const own = await ownAssignment(at, assignment);
		const turn = own && (await ownTurn(at, own.shift.id));
		return own && turn && { ...own, obstacles: turn.obstacles };
	},
	allow: ({ one, obstacles }, _, { answer }) => {
		if (one.state === ANSWERED[answer]) return true;
		if (one.state !== 'offered') return refused('over');
		return answer === 'decline' || (refusalOf(obstacles) ?? true);
	},
	run: async ({ shift, one }, { tx, actor, audit }, { answer }) => {
		if (one.state === ANSWERED[answer]) return shift;
		if (answer === 'decline') await leavePlace(tx, shift, { one, to: 'declined' });
		else await takePlace(tx, shift, { mine: one, accountId: actor.id, byWay: one.byWay });
		await audit({ action: answer, subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** What she only asked for; or what was moved since she took it, which is not what she said yes to. */
export const giveUp = command({
	input: assignmentSchema,
	load: async ({ assignment }, at: At) => {
		const own = await ownAssignment(at, assignment);
		const [kept] = own ? await shifts(at.tx).lockedAll([own.shift.id]) : [];
		return own && kept ? { ...own, movedAt: kept.movedAt } : null;
	},
	allow: ({ shift, one, movedAt }) => {
		if (one.state === 'withdrawn') return true;
		if (!isToCome(shift) || !mayBecome(one.state, 'withdrawn')) return refused('over');
		return one.state === 'asked' || (movedAt !== null && one.changedAt < movedAt) || refused('give-on');
	},
	run: async ({ shift, one }, { tx, audit }) => {
		if (one.state === 'withdrawn') return shift;
		await leavePlace(tx, shift, { one });
		await audit({ action: 'give-up', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});
