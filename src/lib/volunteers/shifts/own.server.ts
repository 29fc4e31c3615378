import { chosenNamesOf, may, organisationsWhere } from '#lib/identity/index.server.ts';
import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { herself, type Herself } from '../people/ensure.server.ts';
import type { Volunteer } from '../people/volunteer.ts';
import { isExchange } from './exchanges/exchange.ts';
import { type Assignment, holdsPlace, isLive, type Swap } from './shift.ts';
import { type Around, lacksExperience, standingOf } from './standing.ts';
import { readAround } from './standing.server.ts';
import { swaps } from './swaps/store.server.ts';
import { successors } from './suited.server.ts';
import { suitsHer } from './suiting.ts';
import { obstacles } from './taking.ts';
import type { Mine, NamedShift, ShiftTold } from './told.ts';
import { told } from './told/store.server.ts';

/** So far ahead open shifts are shown. */
const AHEAD_MS = 42 * 86_400_000;

export type ShiftsFor = {
	/** Hers, the next one first. */
	readonly hers: readonly ShiftTold[];
	/** Offered to her, or asked for. */
	readonly pending: readonly ShiftTold[];
	/** A colleague looks for somebody: she might be the one. */
	readonly wanted: readonly ShiftTold[];
	/** With a free place, those that suit her first. */
	readonly open: readonly ShiftTold[];
};

/** Her shifts and those that are open to her; null for whoever has none to do with them. Changes nothing. */
export async function shiftsFor(db: Queryable, actor: Herself): Promise<ShiftsFor | null> {
	const one = await herself(db, actor);
	if (!one) return null;
	const far = new Date(instant() + AHEAD_MS);
	const near = await told(db).between(organisationsWhere(actor, 'useShifts'), now(), far);
	const hers = await told(db).hers(one.id, now());
	const all = await toldTo(db, one, [...hers, ...near.filter(({ id }) => !hers.some((own) => own.id === id))]);
	const others = all.filter(({ mine, startsAt }) => mine === null && startsAt > now());
	const open = others.filter(({ left, swap }) => left > 0 && swap === null);
	return {
		hers: all.filter(({ mine }) => mine?.state === 'taken'),
		pending: all.filter(({ mine }) => mine?.state === 'offered' || mine?.state === 'asked'),
		wanted: others.filter(({ swap }) => swap !== null),
		open: [...open.filter(({ suits }) => suits), ...open.filter(({ suits }) => !suits)],
	};
}

/** One of them; null when it is not there, or of an organisation in which she has no shifts. */
export async function shiftFor(db: Queryable, actor: Herself, id: string): Promise<ShiftTold | null> {
	const one = await herself(db, actor);
	const shift = await told(db).byId(id);
	if (!one || !shift || !may(actor).useShifts(shift.organisationId)) return null;
	return (await toldTo(db, one, [shift]))[0] ?? null;
}

/** Colleagues who could take a shift of hers over: to anybody else it would be offered in vain. */
export async function colleaguesFor(
	db: Queryable,
	actor: Herself,
	{ mine, ...shift }: ShiftTold,
): Promise<{ id: string; name: string }[]> {
	if (!mine) return [];
	const asked = { ...ASKED, id: mine.id, assignmentId: mine.id } as const;
	const all = await successors(db, shift, { ...asked, shiftId: shift.id, holderId: actor.id });
	return all.map(({ id, chosenName }) => ({ id, name: chosenName }));
}

const ASKED = { toAccount: null, state: 'open', otherId: null, otherShiftId: null } as const;

async function toldTo(db: Queryable, one: Volunteer, all: readonly NamedShift[]): Promise<ShiftTold[]> {
	const ids = all.map(({ id }) => id);
	const around = await readAround(db, all, [one.id]);
	const names = new Map((await told(db).people(ids)).map(({ accountId, name }) => [accountId, name]));
	const open = await swaps(db).openOf(ids);
	const askedByName = await chosenNamesOf(
		db,
		open.flatMap(({ toAccount }) => toAccount ?? []),
	);
	return all.map((shift) => {
		const swap = open.filter(({ shiftId }) => shiftId === shift.id).find((each) => isOfHer(each, one.id));
		return tellOne(shift, { one, around: around(shift, one.id), swap, names, askedByName });
	});
}

/** What she is asked to exchange stands for itself (`exchangesFor`). */
const isOfHer = (swap: Swap, id: string): boolean =>
	swap.holderId === id || (!isExchange(swap) && (swap.toAccount === null || swap.toAccount === id));

type Given = {
	readonly one: Volunteer;
	readonly around: Around;
	readonly swap: Swap | undefined;
	readonly names: ReadonlyMap<string, string>;
	readonly askedByName: ReadonlyMap<string, string>;
};

function tellOne(shift: NamedShift, { one, around, swap, names, askedByName }: Given): ShiftTold {
	const own = around.all.find((each) => each.accountId === one.id && isLive(each));
	const others = around.all.filter((each) => holdsPlace(each) && each.accountId !== one.id);
	const taken = swap && swap.holderId !== one.id ? swap : undefined;
	const isMoved = own !== undefined && shift.movedAt !== null && own.changedAt < shift.movedAt;
	return {
		...shift,
		left: standingOf(one, around).placesLeft,
		with: others.map(({ accountId }) => names.get(accountId) ?? ''),
		mine: own ? mineOf(own, isMoved) : null,
		swap: swap ? swapTold(swap, { isMine: swap.holderId === one.id, names, askedByName }) : null,
		obstacles: own ? [] : obstacles(shift, one, standingOf(one, around, taken)),
		lacksExperience: own !== undefined && holdsPlace(own) && lacksExperience(around),
		suits: suitsHer(shift, one) && shift.languages.every((code) => one.languages.includes(code)),
	};
}

const swapTold = (
	swap: Swap,
	{ isMine, names, askedByName }: Pick<Given, 'names' | 'askedByName'> & { isMine: boolean },
): ShiftTold['swap'] => ({
	...{ id: swap.id, isMine, isExchange: isExchange(swap), name: names.get(swap.holderId) ?? '' },
	to: swap.toAccount === null ? null : (askedByName.get(swap.toAccount) ?? ''),
});

const mineOf = ({ id, state, reason }: Assignment, isMoved: boolean): Mine => ({
	...{ id, state, mayGiveUp: state === 'asked' || isMoved, reason: reason ?? [] },
});
