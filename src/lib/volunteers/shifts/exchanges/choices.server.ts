import { may } from '#lib/identity/index.ts';
import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Herself } from '../../people/ensure.server.ts';
import { type Whole, wholes } from '../../people/read.server.ts';
import { volunteers } from '../../people/store.server.ts';
import type { Assignment } from '../shift.ts';
import { type Around, mayTakeOver } from '../standing.ts';
import { assignments } from '../store.server.ts';
import type { ExchangeChoice, NamedShift, ShiftTold } from '../told.ts';
import { told } from '../told/store.server.ts';
import { type Exchange, mirrored } from './exchange.ts';

/** So far ahead she can ask for a shift in exchange. */
const AHEAD_MS = 42 * 86_400_000;

/** What she could ask for in exchange for a shift of hers: nothing keeps either of the two from it. */
export async function exchangeChoices(
	db: Queryable,
	actor: Herself,
	{ mine, ...shift }: ShiftTold,
): Promise<ExchangeChoice[]> {
	const her = (await volunteers(db).byId(actor.id)) ?? null;
	if (mine?.state !== 'taken' || !her || !may(actor).useShifts(her.organisationId)) return [];
	const far = new Date(instant() + AHEAD_MS);
	const near = (await told(db).between([her.organisationId], now(), far)).filter(({ startsAt }) => startsAt > now());
	const others = await wholes(db, await volunteers(db).within([shift.organisationId]));
	const [self] = await wholes(db, [her]);
	const field = self && (await readField(db, [shift, ...near], [self, ...others]));
	if (!field) return [];
	return field.all.flatMap((place) => {
		const one = others.find(({ id }) => id === place.accountId && id !== her.id);
		const other = near.find(({ id }) => id === place.shiftId && id !== shift.id);
		if (!one || !other || place.state !== 'taken') return [];
		const swap = exchangeOf({ mine: mine.id, shift, holder: her.id }, place);
		const isFree =
			mayTakeOver(one, aroundOf(field, shift, one), swap) &&
			mayTakeOver(self, aroundOf(field, other, self), mirrored(swap));
		return isFree ? [{ id: place.id, name: one.chosenName, shift: other }] : [];
	});
}

type Field = {
	readonly all: readonly Assignment[];
	readonly known: Around['known'];
	readonly held: ReadonlyMap<string, Around['hers']>;
};

/** All that the rules ask of these shifts and people, read once. */
async function readField(db: Queryable, shifts: readonly NamedLike[], people: readonly Whole[]): Promise<Field> {
	const all = await assignments(db).ofShifts(shifts.map(({ id }) => id));
	const known = await assignments(db).knownWorks([
		...new Set([...all, ...people.map(({ id }) => ({ accountId: id }))].map(({ accountId }) => accountId)),
	]);
	const held = new Map<string, Around['hers']>();
	for (const { id } of people) held.set(id, await assignments(db).hersFrom(id, now()));
	return { all, known, held };
}
type NamedLike = Omit<NamedShift, 'needId'>;

const aroundOf = ({ all, known, held }: Field, shift: NamedLike, { id }: Whole): Around => ({
	...{ at: now(), shift, known, hers: held.get(id) ?? [] },
	all: all.filter(({ shiftId }) => shiftId === shift.id),
});

function exchangeOf(
	{ mine, shift, holder }: { mine: string; shift: NamedLike; holder: string },
	place: Assignment,
): Exchange {
	return {
		...{ id: mine, assignmentId: mine, shiftId: shift.id, holderId: holder, state: 'open' },
		...{ otherId: place.id, otherShiftId: place.shiftId, toAccount: place.accountId },
	};
}
