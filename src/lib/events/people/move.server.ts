import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { tell } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { plans } from '../planning/store.server.ts';
import { isComing } from '../registration/confirm.server.ts';
import { eraseOnFor, type Registration, seatedOf } from '../registration/registration.ts';
import { COMES, stateOfNew } from '../registration/seats.ts';
import { type Line, lockLine, saveChanged, settleLine } from '../registration/settle.server.ts';
import { freeSlots } from '../registration/slots.server.ts';
import { registrations } from '../registration/store.server.ts';
import { freeTicket } from '../registration/tickets.server.ts';
import { keepUntil } from '../registration/words.server.ts';
import { plannedOf } from '../series/asPlanned.ts';
import { reachDate, reachPerson, type ReachedPerson } from './reach.server.ts';
import { moveSchema } from './schema.ts';
import { herIn } from './seat.server.ts';

type At = Within<StaffActor>;

/** She would rather come on another day of the same series. Her code stays hers; her old seat is free. */
export const moveToDate = command({
	input: moveSchema,
	load: async ({ id, to }, { tx, actor }: At) => {
		const reached = await reachPerson(tx, actor, id);
		const other = reached && (await reachDate(tx, actor, to));
		return reached && other?.series.id === reached.series.id ? reached : null;
	},
	allow: ({ of }: ReachedPerson, _at, { to }) => of.id !== to || refused('same-date'),
	run: async ({ person, of }, { tx, audit }, { to }) => {
		const lines = await lockBoth(tx, of.id, to);
		const her = lines && herIn(lines.from, person.id);
		if (!lines || !her || !COMES.includes(her.state) || her.state === 'held') return refused('over');
		if (!isComing(lines.from) || !isComing(lines.to)) return refused('over');
		const refusal = await goOver(tx, her, lines);
		if (refusal) return refusal;
		for (const id of [of.id, to].sort()) await settleLine(tx, id);
		await audit({ action: 'move', subject: 'occurrence', subjectId: of.id });
		return { ...her, occurrenceId: to };
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

type Lines = { readonly from: Line; readonly to: Line };

/** Two dates are always locked in the same order, so that no two of these wait for each other. */
async function lockBoth(tx: Queryable, fromId: string, toId: string): Promise<Lines | null> {
	const lines = new Map<string, Line | null>();
	for (const id of [fromId, toId].sort()) lines.set(id, await lockLine(tx, id));
	const [from, to] = [lines.get(fromId), lines.get(toId)];
	return from && to ? { from, to } : null;
}

async function goOver(tx: Queryable, her: Registration, { from, to }: Lines): Promise<Refusal | null> {
	const asked = stateOfNew(to.room, to.all.map(seatedOf), her.seats);
	const ticket = freeTicket(to.all, her.ticket);
	if (asked === null || ticket === null) return refused('too-many-seats');
	const state = asked === 'held' ? 'confirmed' : 'waiting';
	const slotId = state === 'confirmed' ? (freeSlots(to)[0]?.id ?? null) : null;
	const turn = await registrations(tx).nextTurn(to.of.id);
	const eraseOn = eraseOnFor(to.of.day);
	await keepUntil(tx, her, eraseOn);
	await plans(tx).moveTo(her, { occurrenceId: to.of.id, turn, ticket, state });
	await giveTime(tx, her.id, { to: to.of.id, slotId });
	await tellMoved(tx, her, from);
	return null;
}

/** Of a counselling day the first free one. */
async function giveTime(
	tx: Queryable,
	id: string,
	{ to, slotId }: { to: string; slotId: string | null },
): Promise<void> {
	if (slotId === null) return;
	const moved = (await registrations(tx).ofOccurrence(to)).find((one) => one.id === id);
	if (moved) await saveChanged(tx, [{ ...moved, slotId }]);
}

/** In writing; to whoever has only a telephone the helper has just said it. */
async function tellMoved(tx: Queryable, her: Registration, { of }: Line): Promise<void> {
	if (her.reachedBy === 'phone') return;
	await tell(tx, her, { about: 'moved', key: `moved-from/${of.id}/${now().getTime()}`, was: plannedOf(of) });
}

/** The dates of the series to which somebody can be moved, the nearest first. */
export async function datesToMoveTo(db: Queryable, { of }: Pick<ReachedPerson, 'of'>) {
	const all = await occurrences(db).ofSeries(of.seriesId);
	const coming = all.filter(({ id, state, startsAt }) => id !== of.id && state === 'planned' && startsAt > now());
	return coming.slice(0, MOST_DATES).map(({ id, day, starts, isFull }) => ({ id, day, starts, isFull }));
}

const MOST_DATES = 8;
