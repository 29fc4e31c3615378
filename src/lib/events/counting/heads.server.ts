import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { command, refused, type Refusal, isRefusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { DAYS_TALLIES_KEPT } from '#lib/privacy/index.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { type Reached, reachDate } from '../people/reach.server.ts';
import { HEAD_LANGUAGES } from './headcount.ts';
import { HEAD_BUTTONS, type HeadRefusal, type HeadStanding, type HeadTaken, MOST_TAPS, standingOf } from './heads.ts';
import { headcounts, type HeadRow, headTaps } from './store.server.ts';

type At = Within<StaffActor>;
type Taking = Reached & { readonly standing: HeadStanding; readonly known: Map<string, HeadRow> };

const tapSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{8,56}$/)),
	ageBand: v.picklist(HEAD_BUTTONS),
	isFirstTime: v.boolean(),
	isRemote: v.boolean(),
	language: v.picklist(HEAD_LANGUAGES),
	isUndone: v.boolean(),
});
const batchSchema = v.object({
	occurrenceId: v.pipe(v.string('missing'), v.uuid('missing')),
	// Each is looked at by itself: one that cannot be read does not hold up the others.
	taps: v.pipe(v.array(v.unknown()), v.maxLength(MOST_TAPS)),
});

/** Takes what a phone has kept of a date, each tap exactly once, and says of each what became of it. */
export const takeHeads = command({
	input: batchSchema,
	load: async ({ occurrenceId }, { tx, actor }: At): Promise<Reached | null> => {
		await occurrences(tx).locked(occurrenceId);
		return reachDate(tx, actor, occurrenceId);
	},
	allow: () => true,
	run: async (reached, at, { taps }) => {
		const standing = await standingIn(at.tx, reached);
		const known = new Map((await headTaps(at.tx).known(taps.map(idOf))).map((row) => [row.id, row]));
		const taken: HeadTaken[] = [];
		for (const raw of taps) taken.push(await take({ ...reached, standing, known }, at, raw));
		const counts = await headTaps(at.tx).counts(reached.of.id);
		return { taken, counts, hand: '', isClosed: standing === 'closed', isOver: standing === 'over' };
	},
	present: (done) => done,
});

/** One tap by a plain form; `isUndone` takes it back. */
export async function tapHead(occurrenceId: string, tap: object, actor: StaffActor): Promise<Refusal | null> {
	const done = await takeHeads({ occurrenceId, taps: [tap] }, actor);
	if (isRefusal(done)) return done;
	const wrong = done.taken.find((one) => one.state === 'refused');
	return wrong?.state === 'refused' ? refused(wrong.reason) : null;
}

export async function standingIn(db: Queryable, { of }: Pick<Reached, 'of'>): Promise<HeadStanding> {
	const isClosed = (await headcounts(db).of(of.id)).length > 0;
	return standingOf({ day: of.day, isClosed }, today());
}

/** For the round that tidies: what was counted stays in the headcount and in the ledger. */
export async function deleteOldHeads(db: Queryable): Promise<number> {
	return headTaps(db).removeBefore(addDays(today(), -DAYS_TALLIES_KEPT));
}

async function take(taking: Taking, at: At, raw: unknown): Promise<HeadTaken> {
	const parsed = v.safeParse(tapSchema, raw);
	if (!parsed.success) return { id: idOf(raw), state: 'refused', reason: 'malformed' };
	const tap = parsed.output;
	const before = taking.known.get(tap.id);
	const row = { ...tap, occurrenceId: taking.of.id, cameLate: taking.standing === 'closed' };
	const reason = before ? await again(taking, at, { before, isUndone: tap.isUndone }) : await first(taking, at, row);
	return reason === null ? { id: tap.id, state: 'stored' } : { id: tap.id, state: 'refused', reason };
}

async function first({ standing, known }: Taking, { tx, actor }: At, row: HeadRow): Promise<HeadRefusal | null> {
	if (standing === 'early' || standing === 'over') return standing;
	await headTaps(tx).add(row, { accountId: actor.id, day: today() });
	known.set(row.id, row);
	return null;
}

/** Known: there is nothing to do but to undo it, once. */
async function again(
	{ standing, known, of }: Taking,
	{ tx }: At,
	{ before, isUndone }: { before: HeadRow; isUndone: boolean },
): Promise<HeadRefusal | null> {
	if (before.occurrenceId !== of.id) return 'elsewhere';
	if (!isUndone || before.isUndone) return null;
	if (standing === 'over') return 'over';
	await headTaps(tx).setUndone(before.id);
	known.set(before.id, { ...before, isUndone: true });
	return null;
}

function idOf(raw: unknown): string {
	if (typeof raw !== 'object' || raw === null || !('id' in raw) || typeof raw.id !== 'string') return '';
	return /^[\w-]{1,64}$/.test(raw.id) ? raw.id : '';
}
