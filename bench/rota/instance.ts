import type { Rota, RotaHelper, RotaPair, RotaShift } from '../../src/lib/volunteers/rota/problem.ts';
import { Dice } from '../masking/random.ts';

const HOUR_MS = 3_600_000;
const DAYS = 28;
const MONTHS = ['2026-03', '2026-04'];
const PLACES = [null, 'library', 'office', 'room'];
const MINUTES = [60, 90, 120, 180];

/** Four weeks over the end of a month: as one network has them, with people who chose two forms of work and two places. */
export function instance(seed: number, size: { helpers: number; shifts: number }): Rota {
	const dice = new Dice(seed);
	const helpers = Array.from({ length: size.helpers }, (_, at) => helperAt(dice, at));
	const shifts = Array.from({ length: size.shifts }, (_, at) => shiftAt(dice, at));
	return { helpers, shifts, pairs: helpers.flatMap((helper) => pairsOf(dice, helper, shifts)) };
}

function helperAt(dice: Dice, at: number): RotaHelper {
	const most = dice.pick([180, 240, 300, 300]);
	const has = { '2026-03': dice.pick([0, 0, 90, 180]), '2026-04': dice.pick([0, 0, 0, 90]) };
	return { id: `h${at}`, least: 120, most, has, daysSince: dice.next() < 0.2 ? null : dice.between(0, 60) };
}

function shiftAt(dice: Dice, at: number): RotaShift {
	const day = dice.between(0, DAYS - 1);
	const from = (day * 24 + dice.between(9, 17)) * HOUR_MS;
	const minutes = dice.pick(MINUTES);
	return {
		...{ id: `s${at}`, month: MONTHS[day < 14 ? 0 : 1] ?? '', placeId: dice.pick(PLACES), from, minutes },
		...{ to: from + minutes * 60_000, open: dice.between(1, 2), weight: dice.pick([1, 1, 1, 1.5, 2]) },
		hasExperienced: dice.next() < 0.3,
	};
}

/** She speaks the language, is qualified, free on that day and goes to that place: for about a third of them. */
function pairsOf(dice: Dice, { id }: RotaHelper, shifts: readonly RotaShift[]): RotaPair[] {
	const isNewcomer = dice.next() < 0.2;
	return shifts
		.filter(() => dice.next() < 0.35)
		.map(({ id: shift }) => ({
			...{ helper: id, shift, wish: dice.pick([0, 0.5, 0.5, 1]), isExperienced: !isNewcomer && dice.next() < 0.9 },
		}));
}
