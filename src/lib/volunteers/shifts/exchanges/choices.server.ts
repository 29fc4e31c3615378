import { may } from '#lib/identity/index.ts';
import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Herself } from '../../people/ensure.server.ts';
import { wholeById, wholes } from '../../people/read.server.ts';
import { volunteers } from '../../people/store.server.ts';
import type { Assignment, Shift } from '../shift.ts';
import { mayTakeOver } from '../standing.ts';
import { readAround } from '../standing.server.ts';
import type { ExchangeChoice, ShiftTold } from '../told.ts';
import { told } from '../told/store.server.ts';
import { type Exchange, mirrored } from './exchange.ts';

/** So far ahead she can ask for a shift in exchange. */
const AHEAD_MS = 42 * 86_400_000;

/** What she could ask for in exchange for a shift of hers, the next one first: nothing keeps either of the two from it. */
export async function exchangeChoices(
	db: Queryable,
	actor: Herself,
	{ mine, ...shift }: ShiftTold,
): Promise<ExchangeChoice[]> {
	const her = await wholeById(db, actor.id);
	if (mine?.state !== 'taken' || !her || !may(actor).useShifts(her.organisationId)) return [];
	const far = new Date(instant() + AHEAD_MS);
	const near = (await told(db).between([her.organisationId], now(), far)).filter(({ startsAt }) => startsAt > now());
	const all = await wholes(db, await volunteers(db).within([shift.organisationId]));
	const others = new Map(all.filter(({ id }) => id !== her.id).map((one) => [one.id, one]));
	const around = await readAround(db, [shift, ...near], [her.id, ...others.keys()]);
	const choicesIn = (other: (typeof near)[number]): ExchangeChoice[] =>
		around(other, her.id).all.flatMap((place) => {
			const one = others.get(place.accountId);
			if (!one || place.state !== 'taken') return [];
			const swap = exchangeOf({ mine: mine.id, shift, holder: her.id }, place);
			const isFree =
				mayTakeOver(one, around(shift, one.id), swap) && mayTakeOver(her, around(other, her.id), mirrored(swap));
			return isFree ? [{ id: place.id, name: one.chosenName, shift: other }] : [];
		});
	return near.filter(({ id }) => id !== shift.id).flatMap(choicesIn);
}

function exchangeOf(
	{ mine, shift, holder }: { mine: string; shift: Pick<Shift, 'id'>; holder: string },
	place: Assignment,
): Exchange {
	return {
		...{ id: mine, assignmentId: mine, shiftId: shift.id, holderId: holder, state: 'open' },
		...{ otherId: place.id, otherShiftId: place.shiftId, toAccount: place.accountId },
	};
}
