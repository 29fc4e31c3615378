import type * as v from 'valibot';
import { datesToStaff } from '#lib/events/index.server.ts';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { deskById } from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { isId } from '#lib/platform/id.ts';
import { changeShiftSchema, newShiftSchema } from '../needs/schema.ts';
import { momentsOf, minutesBetween } from '../needs/times.ts';
import { isElsewhen } from '../needs/need.ts';

import { followDesks } from './place.server.ts';
import { isToCome, reachLed } from './reach.server.ts';
import { shiftSchema } from './schema.ts';
import { holdsPlace, type Kept, type Shift } from './shift.ts';
import { assignments, shifts } from './store.server.ts';
import { writeShifts } from './write.server.ts';

type At = Within<StaffActor>;
type Typed = Pick<v.InferOutput<typeof changeShiftSchema>, 'day' | 'starts' | 'ends'>;
type When = Pick<Shift, 'day' | 'startsAt' | 'endsAt'>;
type Place = {
	readonly organisationId: string;
	readonly occurrenceId: string | null;
	readonly deskId: string | null;
} & {
	readonly whenOf: (typed: Typed) => When | Refusal;
};

/** One shift beside all needs. The same form sent twice is one shift. */
export const addShift = command({
	input: newShiftSchema,
	load: ({ at: place }, at: At) => placeOf(place, at),
	allow: () => true,
	run: async ({ whenOf, ...place }, { tx, audit }, input) => {
		const when = whenOf(input);
		if (isRefusal(when)) return when;
		if (when.startsAt <= now()) return refused('malformed', { day: 'past' });
		const { id, work, places, languages, qualifications, signUp } = input;
		const row = { id, work, places, languages, qualifications, signUp, ...place, ...when, needId: null };
		await shifts(tx).addMissing([{ ...row, state: 'planned', changedAt: now() }]);
		await audit({ action: 'add', subject: 'shift', subjectId: id });
		return row;
	},
	present: ({ id }) => ({ id }),
});

/** From now on its need writes it no more. Whoever has it is told of another time, and may give it up. */
export const changeShift = command({
	input: changeShiftSchema,
	load: ({ shift }, at: At) => ledShift(shift, at),
	allow: (shift) => isToCome(shift) || refused('over'),
	run: async (before, at, input) => {
		const when = await newWhen(before, at, input);
		if (isRefusal(when)) return when;
		const { work, languages, qualifications, signUp } = input;
		const held = (await assignments(at.tx).ofShifts([before.id])).filter(holdsPlace).length;
		if (input.places < held) return refused('malformed', { places: 'held' });
		const after = { ...before, ...when, work, languages, qualifications, signUp, places: input.places, isByHand: true };
		const isMoved = isElsewhen(before, after);
		const change = isMoved
			? { after: { ...after, movedAt: now() }, how: 'moved' as const }
			: { after, how: 'quiet' as const };
		await writeShifts(at.tx, [change]);
		await at.audit({ action: 'change', subject: 'shift', subjectId: before.id });
		await followDesks(at.tx, [before]);
		return before;
	},
	present: ({ id }) => ({ id }),
});

/** It is off, and everybody who has to do with it is told. */
export const cancelShift = command({
	input: shiftSchema,
	load: ({ shift }, at: At) => ledShift(shift, at),
	allow: (shift) => isToCome(shift) || refused('over'),
	run: async (before, { tx, audit }) => {
		await writeShifts(tx, [{ after: { ...before, state: 'cancelled', isByHand: true }, how: 'cancelled' }]);
		await audit({ action: 'cancel', subject: 'shift', subjectId: before.id });
		await followDesks(tx, [before]);
		return before;
	},
	present: ({ id }) => ({ id }),
});

async function ledShift(id: string, { tx, actor }: At): Promise<Kept | null> {
	if (!(await reachLed(tx, actor, id))) return null;
	return (await shifts(tx).lockedAll([id]))[0] ?? null;
}

/** At a date of the calendar it is when the date is. */
async function newWhen(before: Kept, at: At, typed: Typed): Promise<When | Refusal> {
	if (before.deskId === null) return before;
	const place = await placeOf(`desk/${before.deskId}`, at);
	const when = place?.whenOf(typed) ?? refused('missing');
	return !isRefusal(when) && when.startsAt <= now() ? refused('malformed', { day: 'past' }) : when;
}

/** A date that is to come, or a desk, of an organisation whose volunteers she leads. */
async function placeOf(at: string, { tx, actor }: At): Promise<Place | null> {
	const [kind, id = ''] = at.split('/');
	if (kind === 'desk') {
		const desk = await deskById(tx, id);
		if (!desk || !may(actor).leadVolunteers(desk.organisationId)) return null;
		const { organisationId, zone } = desk;
		return { organisationId, occurrenceId: null, deskId: id, whenOf: (typed) => spellOf(typed, zone) };
	}
	const [date] = isId(id) ? await datesToStaff(tx, [id]) : [];
	if (date?.state !== 'planned' || !may(actor).leadVolunteers(date.organisationId)) return null;
	const { day, startsAt, endsAt } = date;
	return {
		organisationId: date.organisationId,
		occurrenceId: id,
		deskId: null,
		whenOf: () => ({ day, startsAt, endsAt }),
	};
}

function spellOf({ day, starts, ends }: Typed, zone: string): When | Refusal {
	const minutes = minutesBetween(starts, ends);
	if (day === null) return refused('malformed', { day: 'day' });
	if (starts === null || minutes === null) return refused('malformed', { starts: 'time' });
	return { day, ...momentsOf(day, { starts, minutes, zone }) };
}
