import * as v from 'valibot';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { command, isRefusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { offer } from '../shifts/offer.server.ts';
import { type At, reachLed } from '../shifts/reach.server.ts';
import { minutesOf } from '../shifts/shift.ts';
import type { NamedShift } from '../shifts/told.ts';
import { type Against, type Candidate, fitted } from './field.ts';
import { readField, type ReadField } from './read.server.ts';
import { reasonsFor } from './reasons.ts';
import { type Suggested, suggest } from './suggest.server.ts';

/** So far ahead somebody may ask for a suggestion. */
export const WEEKS = [2, 4, 8] as const;

/** One person for one place; `reasons` as codes (`reasonsSaid`). */
export type Proposed = { readonly accountId: string; readonly chosenName: string; readonly reasons: readonly string[] };
export type ProposedShift = Pick<NamedShift, 'id' | 'day' | 'startsAt' | 'work' | 'names'> & {
	readonly place: Texts | null;
	readonly minutes: number;
	readonly people: readonly Proposed[];
	/** Places for which nobody is left. */
	readonly empty: number;
	/** Why those who are not asked are not, and how many it is; the most frequent first. */
	readonly against: readonly { readonly why: Against; readonly count: number }[];
};
export type Suggestion = { readonly how: Suggested['how']; readonly shifts: readonly ProposedShift[] };

/** Whom to ask for what in the coming weeks. Nothing is written and nobody is told. */
export async function suggestionFor(db: Queryable, actor: StaffActor, weeks: number): Promise<Suggestion> {
	const field = await readField(db, organisationsWhere(actor, 'leadVolunteers'), weeks);
	const { rota, against } = fitted(field);
	const { pairs, how } = await suggest(rota);
	const shifts = rota.shifts.flatMap(({ id, open }) => {
		const chosen = pairs.filter(({ shift }) => shift === id).map(({ helper }) => helper);
		const enough = rota.pairs.filter(({ shift, helper }) => shift === id && !chosen.includes(helper));
		const all = [...(against.get(id) ?? []), ...enough.map(() => 'enough')];
		return proposedShift(field, { id, chosen, empty: open - chosen.length, all });
	});
	return { how, shifts };
}

type Choice = {
	readonly id: string;
	readonly chosen: readonly string[];
	readonly empty: number;
	readonly all: readonly Against[];
};

function proposedShift(field: ReadField, { id, chosen, empty, all }: Choice): ProposedShift[] {
	const shift = field.shifts.find((one) => one.id === id);
	if (!shift) return [];
	const { day, startsAt, work, names } = shift;
	const place = shift.place?.names ?? null;
	const people = field.people
		.filter((one) => chosen.includes(one.id))
		.map((one: Candidate) => ({
			...{ accountId: one.id, chosenName: one.chosenName, reasons: reasonsFor(field, shift, one) },
		}));
	return [{ id, day, startsAt, work, minutes: minutesOf(shift), names, place, people, empty, against: counted(all) }];
}

function counted(all: readonly Against[]): { why: Against; count: number }[] {
	const kinds = [...new Set(all)].map((why) => ({ why, count: all.filter((one) => one === why).length }));
	return kinds.sort((a, b) => b.count - a.count);
}

const idOf = v.pipe(v.string('missing'), v.uuid('missing'));

/**
 * Asks one of those whom the suggestion named: an offer that she takes or declines. The reason is made anew, so that she
 * reads what is true now; whoever may not be asked any more is not.
 */
export const sendProposed = command({
	input: v.object({ shift: idOf, account: idOf }),
	load: ({ shift }, { tx, actor }: At) => reachLed(tx, actor, shift),
	allow: () => true,
	run: async (shift, { tx, actor, audit }, { account }) => {
		const field = await readField(tx, [shift.organisationId], Math.max(...WEEKS));
		const isStill = fitted(field).rota.pairs.some((one) => one.shift === shift.id && one.helper === account);
		const [of, one] = [field.shifts.find(({ id }) => id === shift.id), field.people.find(({ id }) => id === account)];
		if (!isStill || !of || !one) return refused('over');
		const reason = reasonsFor(field, of, one);
		const asked = { shiftId: shift.id, accountId: account, askedBy: actor.id, byWay: 'suggestion', reason } as const;
		const refusal = await offer(tx, asked);
		if (isRefusal(refusal)) return refusal;
		await audit({ action: 'offer', subject: 'shift', subjectId: shift.id, reason: 'suggestion' });
		return shift;
	},
	present: ({ id }) => ({ id }),
});
