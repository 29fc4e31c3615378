import { command, refused } from '#lib/platform/command.server.ts';
import { tell } from '../notices/tell.server.ts';
import { leavePlace, takePlace } from './place.server.ts';
import { type At, isToCome, ledAssignment, type Reached, readTurn, refusalOf, type Turn } from './reach.server.ts';
import { assignmentSchema } from './schema.ts';

type Wish = Reached & Pick<Turn, 'obstacles'>;

/** Yes to somebody who asked for a place. What keeps anybody from it keeps her from it, too. */
export const approve = command({
	input: assignmentSchema,
	load: async ({ assignment }, at: At): Promise<Wish | null> => {
		const wish = await ledAssignment(at, assignment);
		const turn = wish && (await readTurn(at.tx, { shift: wish.shift, id: wish.one.accountId }));
		return wish && turn && { ...wish, obstacles: turn.obstacles };
	},
	allow: ({ one, obstacles }, { actor }) => {
		if (one.accountId === actor.id) return refused('own');
		if (one.state === 'taken') return true;
		return one.state === 'asked' ? (refusalOf(obstacles) ?? true) : refused('over');
	},
	run: async ({ shift, one }, { tx, audit }) => {
		if (one.state === 'taken') return shift;
		await takePlace(tx, shift, { mine: one, accountId: one.accountId, byWay: one.byWay });
		await tell(tx, one.accountId, { about: 'given', key: `given/${one.id}`, shiftId: shift.id });
		await audit({ action: 'approve', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** No to a wish, or an offer taken back. */
export const decline = command({
	input: assignmentSchema,
	load: ({ assignment }, at: At) => ledAssignment(at, assignment),
	allow: ({ one }) => one.state === 'asked' || one.state === 'offered' || refused('over'),
	run: async ({ shift, one }, { tx, audit }) => {
		const wasAsked = one.state === 'asked';
		await leavePlace(tx, shift, { one, to: wasAsked ? 'declined' : 'withdrawn' });
		const word = { about: 'declined', key: `declined/${one.id}`, shiftId: shift.id } as const;
		if (wasAsked) await tell(tx, one.accountId, word);
		await audit({ action: 'decline', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** Somebody is taken off a shift to come, and is told so. */
export const takeOff = command({
	input: assignmentSchema,
	load: ({ assignment }, at: At) => ledAssignment(at, assignment),
	allow: ({ shift, one }) => (isToCome(shift) && one.state === 'taken') || refused('over'),
	run: async ({ shift, one }, { tx, audit }) => {
		await leavePlace(tx, shift, { one });
		await tell(tx, one.accountId, { about: 'taken-off', key: `off/${one.id}`, shiftId: shift.id });
		await audit({ action: 'take-off', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});
