import { setTimeout as pause } from 'node:timers/promises';
import { aboutIn, type Booked, bookSeat, callFirst, callsOf } from '../common/bookings.ts';
import type { Checks } from '../common/checks.ts';
import { fieldsIn, must } from '../common/forms.ts';
import type { Helper } from '../common/helper.ts';
import type { Recipients } from '../common/recipients.ts';

/** Fourteen for one date; one of them has a telephone only. */
const WAYS: readonly Booked['way'][] = [...many('sms', 8), ...many('email', 5), 'phone'];
const LONGEST_MS = 30_000;
/** All nodes have looked twice what is to be told. */
const ROUNDS_MS = 3_000;

/** Who was registered for the date that moved, and what she was told of it. */
export type Moved = { readonly date: string; readonly people: readonly Booked[] };
type To = { readonly date: string; readonly series: string; readonly from: string; readonly placeId: string };

/** People register for one date; then it goes to another place with all that follow, and everybody is told. */
export async function moveWithPeople(coordinator: Helper, told: Recipients, to: To): Promise<Moved> {
	const people: Booked[] = [];
	for (const [number, way] of WAYS.entries()) people.push(await bookSeat(coordinator, to.date, { way, number }));
	await until(() => written(people).every((one) => told.got(one.contact).length > 0));
	const path = `/staff/events/${to.series}/edit?from=${to.from}`;
	const typed = fieldsIn(await must(coordinator.get(path), 200));
	const wanted = { ...typed, placeId: to.placeId };
	const shown = await must(coordinator.postForm(path.replace('?', '?/look&'), wanted), 200);
	await must(coordinator.postForm(path.replace('?', '?/save&'), fieldsIn(shown)), 303);
	await until(() => written(people).every((one) => told.got(one.contact).length > 1));
	await pause(ROUNDS_MS);
	return { date: to.date, people };
}

/** Each by her own way and once, in her language; who can only be called is called once, and leaves the list. */
export async function lookAtTold(
	coordinator: Helper,
	told: Recipients,
	{ moved, checks }: { moved: Moved; checks: Checks },
): Promise<void> {
	for (const one of written(moved.people)) {
		const hers = told.got(one.contact);
		const ofMove = aboutIn(hers, one, ['sms.moved.place', 'mail.moved.subject']);
		checks.holds(`told of the move by ${one.way}: ${ofMove.length} times`, ofMove.length === 1);
		checks.holds(`words by ${one.way}: ${hers.length}`, hers.length === 2);
	}
	const wanted = moved.people.filter(({ way }) => way === 'phone').map(({ contact }) => contact);
	const list = await callsOf(coordinator, moved.date);
	checks.holds(`the list to phone: ${list.join(', ') || 'nobody'}`, JSON.stringify(list) === JSON.stringify(wanted));
	if (list.length > 0) await callFirst(coordinator, moved.date);
	checks.holds('nobody to phone any more', (await callsOf(coordinator, moved.date)).length === 0);
}

function many(way: Booked['way'], count: number): Booked['way'][] {
	return Array.from({ length: count }, () => way);
}

const written = (people: readonly Booked[]): Booked[] => people.filter(({ way }) => way === 'sms' || way === 'email');

/** What never comes is seen by whoever counts. */
async function until(holds: () => boolean): Promise<void> {
	for (const end = performance.now() + LONGEST_MS; !holds() && performance.now() < end; ) await pause(200);
}
