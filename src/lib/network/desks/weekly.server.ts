import * as v from 'valibot';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import { type DeskRow, desks } from './store.server.ts';

/** The hours of a desk, kept by those who answer for it. Every change is on the public pages within a second. */
const deskId = v.pipe(v.string('missing'), v.maxLength(80));
const time = v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'));
const weekday = v.pipe(v.string('weekday'), v.regex(/^[1-7]$/, 'weekday'), v.transform(Number));
const talksEach = v.pipe(v.string('talks'), v.regex(/^[1-9]$/, 'talks'), v.transform(Number));
const day = v.pipe(
	v.string('day'),
	v.isoDate('day'),
	v.check((date) => date >= today(), 'day'),
);
const noTime = v.pipe(
	v.literal('', 'time'),
	v.transform(() => null),
);
const timeOrNone = v.union([time, noTime], 'time');
const inOrder = ({ opens, closes }: { opens: string | null; closes: string | null }): boolean =>
	(opens === null && closes === null) || (opens !== null && closes !== null && opens < closes);

async function ownDesk({ deskId }: { deskId: string }, { tx, actor }: Within<StaffActor>): Promise<DeskRow | null> {
	const desk = await desks(tx).byId(deskId);
	return desk && organisationsWhere(actor, 'setHours').includes(desk.organisationId) ? desk : null;
}

/** By its weekly hours or by shifts, and how many talks one helper can lead at once. */
export const chooseWays = command({
	input: v.object({ deskId, opensBy: v.picklist(['hours', 'shifts'], 'ways'), talksEach }),
	load: ownDesk,
	allow: () => true,
	run: async (desk, { tx, audit, announce }, { opensBy, talksEach }) => {
		await desks(tx).setWays(desk.id, { opensBy, talksEach });
		await audit({ action: 'choose-ways', subject: 'desk', subjectId: desk.id, reason: opensBy });
		announce('content', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});

export const addWeeklyHours = command({
	input: v.pipe(
		v.object({ deskId, weekday, opens: time, closes: time }),
		v.forward(v.partialCheck([['opens'], ['closes']], inOrder, 'order'), ['closes']),
	),
	load: ownDesk,
	allow: () => true,
	run: async (desk, { tx, audit, announce }, { weekday, opens, closes }) => {
		await desks(tx).addWeekly(desk.id, { weekday, opens, closes });
		await audit({ action: 'add-hours', subject: 'desk', subjectId: desk.id });
		announce('content', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});

export const removeWeeklyHours = command({
	input: v.object({ deskId, weekday, opens: time }),
	load: ownDesk,
	allow: () => true,
	run: async (desk, { tx, audit, announce }, { weekday, opens }) => {
		await desks(tx).removeWeekly(desk.id, weekday, opens);
		await audit({ action: 'remove-hours', subject: 'desk', subjectId: desk.id });
		announce('content', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});

/** A single day: without times its usual hours do not hold, with times it has one spell more. */
export const addException = command({
	input: v.pipe(
		v.object({ deskId, day, opens: timeOrNone, closes: timeOrNone }),
		v.forward(v.partialCheck([['opens'], ['closes']], inOrder, 'order'), ['closes']),
	),
	load: ownDesk,
	allow: () => true,
	run: async (desk, { tx, audit, announce }, { day, opens, closes }) => {
		await desks(tx).addException(desk.id, { day, opens, closes });
		await audit({ action: 'add-exception', subject: 'desk', subjectId: desk.id, reason: day });
		announce('content', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});

export const clearExceptions = command({
	input: v.object({ deskId, day: v.pipe(v.string('day'), v.isoDate('day')) }),
	load: ownDesk,
	allow: () => true,
	run: async (desk, { tx, audit, announce }, { day }) => {
		await desks(tx).clearDay(desk.id, day);
		await audit({ action: 'clear-exceptions', subject: 'desk', subjectId: desk.id, reason: day });
		announce('content', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});
