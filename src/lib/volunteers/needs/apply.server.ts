import { now } from '#lib/platform/clock.ts';
import { refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Assignment, holdsPlace, isLive, type Kept } from '../shifts/shift.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import type { Change } from '../shifts/write.ts';
import { writeShifts } from '../shifts/write.server.ts';
import { wantedBy } from './make.server.ts';
import { isElsewhen, type Need, rewritten } from './need.ts';

/** The shifts of a need as it will be: those that nobody has follow, for those with people somebody says so. */
export async function applyNeed(
	tx: Queryable,
	need: Need,
	along: '' | 'leave' | 'change',
): Promise<readonly Kept[] | Refusal> {
	const coming = (await shifts(tx).allOfNeed(need.id)).filter(({ startsAt }) => startsAt > now());
	const locked = await shifts(tx).lockedAll(coming.map(({ id }) => id));
	const people = (await assignments(tx).ofShifts(locked.map(({ id }) => id))).filter(isLive);
	const wanted = await wantedBy(tx, need);
	const changes = locked.flatMap((before) => changeOf(before, rewritten(before, need, wanted), people));
	const isWithPeople = ({ after }: Change): boolean => people.some(({ shiftId }) => shiftId === after.id);
	if (along === '' && changes.some(isWithPeople)) return refused('people');
	const done = changes.filter((change) => along === 'change' || !isWithPeople(change));
	await writeShifts(tx, done);
	return done.map(({ after }) => after);
}

/** Nobody who has a place loses it because fewer are needed. */
function changeOf(before: Kept, after: Kept | null, people: readonly Assignment[]): Change[] {
	if (!after) return [];
	if (after.state === 'cancelled') return [{ after, how: 'cancelled' }];
	const held = people.filter((one) => one.shiftId === before.id && holdsPlace(one)).length;
	const kept = { ...after, places: Math.max(after.places, held) };
	return isElsewhen(before, after)
		? [{ after: { ...kept, movedAt: now() }, how: 'moved' }]
		: [{ after: kept, how: 'quiet' }];
}
