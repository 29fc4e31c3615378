import { addDays, dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { isFreeAt, type Volunteer } from '../people/volunteer.ts';
import { type Assignment, holdsPlace, isLive, minutesOf, type Shift } from '../shifts/shift.ts';
import { standingOf } from '../shifts/standing.ts';
import { obstacles } from '../shifts/taking.ts';
import { clash, type Rota, type RotaHelper, type RotaPair, type RotaShift } from './problem.ts';

/** A volunteer as the suggestion sees her. */
export type Candidate = Volunteer & {
	readonly chosenName: string;
	readonly askedAt: Date | null;
	/** When the last shift began that was hers; also one to come. */
	readonly lastShiftAt: Date | null;
};
/** All that a suggestion is made of, as it stands at one moment. */
export type Field = {
	readonly at: Date;
	/** Places to fill begin before it; what else is in these months counts towards their hours. */
	readonly until: Date;
	readonly people: readonly Candidate[];
	readonly shifts: readonly Shift[];
	readonly assignments: readonly Assignment[];
	/** The forms of work that each of them knows. */
	readonly known: ReadonlyMap<string, readonly string[]>;
};

/** Why somebody is not asked, besides what keeps anybody from a shift. */
export type Against = string;
export type Fitted = { readonly rota: Rota; readonly against: ReadonlyMap<string, readonly Against[]> };

/** Whoever is asked must have time to answer. */
const LEAD_MS = 12 * 3_600_000;
/**
 * How much an empty place hurts. Once the site computes where the need is larger than the supply it stands here; until
 * then all are alike.
 */
const WEIGHT = 1;

export function fitted(field: Field): Fitted {
	const open = field.shifts.filter((shift) => isToFill(field, shift));
	const against = new Map<string, Against[]>();
	const pairs: RotaPair[] = [];
	for (const shift of open) {
		const found = peopleFor(field, shift).map((one) => ({ one, why: whyNot(field, shift, one) }));
		pairs.push(...found.flatMap(({ one, why }) => (why === null ? [pairOf(field, shift, one)] : [])));
		against.set(
			shift.id,
			found.flatMap(({ why }) => why ?? []),
		);
	}
	const asked = new Set(pairs.map(({ helper }) => helper));
	const helpers = field.people.filter(({ id }) => asked.has(id)).map((one) => helperOf(field, one));
	return { rota: { helpers, shifts: open.map((shift) => shiftOf(field, shift)), pairs }, against };
}

const peopleFor = ({ people }: Field, { organisationId }: Shift): Candidate[] =>
	people.filter((one) => one.organisationId === organisationId);

function isToFill(field: Field, shift: Shift): boolean {
	const begins = shift.startsAt.getTime();
	const isInTime = begins > field.at.getTime() + LEAD_MS && begins < field.until.getTime();
	return shift.state === 'planned' && isInTime && openPlaces(field, shift) > 0;
}

const ofShift = ({ assignments }: Field, { id }: Pick<Shift, 'id'>): Assignment[] =>
	assignments.filter(({ shiftId }) => shiftId === id);

/** An offer that waits for its answer is not made a second time to somebody else. */
export const openPlaces = (field: Field, shift: Shift): number =>
	shift.places - ofShift(field, shift).filter(isLive).length;

export const choseWork = ({ work }: Shift, { works }: Pick<Volunteer, 'works'>): boolean => works.includes(work);

export const isKnownTo = ({ known }: Field, { work }: Shift, id: string): boolean =>
	known.get(id)?.includes(work) ?? false;

/** Null: she may be asked. Else the first thing that speaks against it. */
function whyNot(field: Field, shift: Shift, one: Candidate): Against | null {
	if (ofShift(field, shift).some(({ accountId }) => accountId === one.id)) return 'answered';
	const around = { at: field.at, shift, all: ofShift(field, shift), known: field.known, hers: hersOf(field, one) };
	const [obstacle] = obstacles(shift, one, standingOf(one, around)).filter(
		({ why }) => why !== 'invited' && why !== 'newcomer',
	);
	return obstacle?.why ?? unwilling(field, shift, one);
}

function unwilling(field: Field, shift: Shift, one: Candidate): Against | null {
	const knows = one.works.length > 0 && isKnownTo(field, shift, one.id);
	if (!choseWork(shift, one) && !knows) return 'work';
	if (one.free.length > 0 && !isFreeAt(one, timesOf(shift))) return 'not-free';
	if (shift.placeId === null ? !one.isRemote && shift.deskId !== null : !goesTo(one, shift.placeId)) return 'place';
	return hersOf(field, one).some((hers) => clash(spellOf(hers), spellOf(shift))) ? 'overlap' : null;
}

const goesTo = ({ placeIds }: Candidate, placeId: string): boolean =>
	placeIds.length === 0 || placeIds.includes(placeId);

const timesOf = ({ day, startsAt, endsAt }: Shift) => ({
	...{ day, from: wallTimeOf(startsAt), to: wallTimeOf(endsAt) },
});

const spellOf = ({ startsAt, endsAt, placeId }: Shift) => ({
	...{ from: startsAt.getTime(), to: endsAt.getTime(), placeId },
});

/** What is hers, and what she was offered or asked for: it may become hers. */
function hersOf(field: Field, { id }: Pick<Candidate, 'id'>): (Shift & { readonly shiftId: string })[] {
	const own = new Set(
		field.assignments.filter((one) => one.accountId === id && isLive(one)).map(({ shiftId }) => shiftId),
	);
	return field.shifts.filter((shift) => own.has(shift.id)).map((shift) => ({ ...shift, shiftId: shift.id }));
}

const pairOf = (field: Field, shift: Shift, one: Candidate): RotaPair => ({
	...{ helper: one.id, shift: shift.id, isExperienced: isKnownTo(field, shift, one.id) },
	wish: (Number(choseWork(shift, one)) + Number(one.free.length > 0)) / 2,
});

function helperOf(field: Field, one: Candidate): RotaHelper {
	const has: Record<string, number> = {};
	for (const shift of hersOf(field, one)) {
		const month = monthOf(shift);
		has[month] = (has[month] ?? 0) + minutesOf(shift);
	}
	const { id, leastMinutes: least, mostMinutes: most } = one;
	return { id, least, most, has, daysSince: daysSince(field.at, one) };
}

function daysSince(at: Date, { lastShiftAt }: Candidate): number | null {
	return lastShiftAt && Math.max(0, Math.floor((at.getTime() - lastShiftAt.getTime()) / 86_400_000));
}

const shiftOf = (field: Field, shift: Shift): RotaShift => ({
	...{ id: shift.id, month: monthOf(shift), minutes: minutesOf(shift), ...spellOf(shift) },
	...{ open: openPlaces(field, shift), weight: WEIGHT },
	hasExperienced: ofShift(field, shift).some((one) => holdsPlace(one) && isKnownTo(field, shift, one.accountId)),
});

export const monthOf = ({ day }: Pick<Shift, 'day'>): string => day.slice(0, 7);

/** From the first day of the month in which it begins to the end of the one in which it ends. */
export function monthsAround(at: Date, until: Date): { readonly from: string; readonly to: string } {
	const next = addDays(`${dayOf(until).slice(0, 7)}-28`, 4);
	return { from: `${dayOf(at).slice(0, 7)}-01`, to: `${next.slice(0, 7)}-01` };
}
