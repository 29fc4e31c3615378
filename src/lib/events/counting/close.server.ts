import * as v from 'valibot';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { reverseFact } from '#lib/ledger/index.server.ts';
import { instant, now } from '#lib/platform/clock.ts';
import { command, isRefusal, malformed, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { type Reached, reachDate } from '../people/reach.server.ts';
import { endDate } from '../planning/end.server.ts';
import type { Closed, Instead } from './closing.ts';
import { recordClosed } from './facts.server.ts';
import { headcountOf } from './headcount.ts';
import { closeSchema, heldSchema, insteadSchema, toldIn } from './schema.ts';
import { cameTo, headcounts } from './store.server.ts';

type At = Within<StaffActor>;
type Input = v.InferOutput<typeof closeSchema>;
type Loaded = Reached & { readonly before: Closed | null };
/** What she told, looked at: what is written down, and what becomes of the date. */
type Read = { readonly told: Pick<Closed, 'count' | 'topics' | 'helpers' | 'unmet' | 'materials'>; date: Occurrence };

/**
 * Closes a date that has begun, in one transaction: its state, the headcount, the facts on its line of the plan. Closed
 * again, the facts of before are taken back and others written. Whoever closes sees the version that she corrects: of
 * two at once the second is told.
 */
export const closeDate = command({
	input: closeSchema,
	load: async ({ occurrenceId }, { tx, actor }: At): Promise<Loaded | null> => {
		await occurrences(tx).locked(occurrenceId);
		const reached = await reachDate(tx, actor, occurrenceId);
		return reached && { ...reached, before: (await headcounts(tx).of(occurrenceId))[0] ?? null };
	},
	allow: (loaded, { actor }, { version }) => mayCloseNow(loaded, actor, version),
	run: async (loaded, at, input) => {
		if (loaded.before !== null && input.why === '') return refused('malformed', { why: 'why' });
		const read = await readTold(loaded, at, input);
		if (isRefusal(read)) return read;
		for (const id of loaded.before?.factIds ?? []) await takeBack(at.tx, id);
		await become(at.tx, loaded.of, read.date);
		const { series } = loaded;
		const factIds = await recordClosed(at.tx, { of: read.date, series, ...read.told });
		const version = input.version + 1;
		const row = { occurrenceId: loaded.of.id, version, state: input.state, ...read.told, factIds };
		const why = version === 1 ? null : input.why;
		await headcounts(at.tx).add({ ...row, why, closedBy: at.actor.id, closedAt: now() });
		const action = version === 1 ? 'close' : 'close-again';
		await at.audit({ action, subject: 'occurrence', subjectId: loaded.of.id });
		return { version };
	},
	present: (done) => done,
});

/** Whoever closed it may correct it, and whoever answers for the figures. */
export function mayCorrect(actor: StaffActor, { series, before }: Pick<Loaded, 'series' | 'before'>): boolean {
	if (before === null || before.closedBy === actor.id) return true;
	return organisationsWhere(actor, 'correctClosings').includes(series.organisationId);
}

function mayCloseNow(loaded: Loaded, actor: StaffActor, seen: number): boolean | Refusal {
	if ((loaded.before?.version ?? 0) !== seen) return refused('closed-meanwhile');
	if (!mayCorrect(actor, loaded)) return false;
	return instant() >= loaded.of.startsAt.getTime() || refused('ahead');
}

async function readTold(loaded: Loaded, at: At, input: Input): Promise<Read | Refusal> {
	return input.state === 'held' ? readHeld(loaded, at, input) : readNotHeld(loaded, at, input);
}

async function readHeld({ of }: Loaded, { tx }: At, input: Input): Promise<Read | Refusal> {
	const parsed = v.safeParse(heldSchema, input);
	if (!parsed.success) return malformed(parsed.issues);
	const { named } = await cameTo(tx, of.id);
	const count = headcountOf(toldIn(parsed.output), { mode: of.mode, named });
	if ('faults' in count) return refused('malformed', count.faults);
	const { topic1, topic2, helpers, unmet, materials } = parsed.output;
	const topics = [...new Set([topic1, topic2])].filter((topic) => topic !== null);
	if (topics.some((topic) => !input.topics.includes(topic))) return refused('malformed', { topics: 'topic' });
	const told = { count, topics, helpers, unmet, materials };
	// Why it was held in another form stays known.
	const cause = of.mode === of.planned.mode ? null : of.cause;
	const nothing = { cause, reason: null, replacedBy: null, replacedByLine: null };
	return { told, date: { ...of, ...nothing, ...changed(of), state: 'held' } };
}

async function readNotHeld({ of, series }: Loaded, at: At, input: Input): Promise<Read | Refusal> {
	const parsed = v.safeParse(insteadSchema, input);
	if (!parsed.success) return malformed(parsed.issues);
	const instead = input.state === 'replaced' ? parsed.output : { ...parsed.output, ...NOTHING_INSTEAD };
	const { cause, reason, replacedBy, replacedByLine } = instead;
	if (input.state === 'replaced' && !(await isThere({ of, series }, at, { ...instead, lines: input.lines }))) {
		return refused('malformed', { instead: 'instead' });
	}
	const told = { count: null, topics: [], helpers: null, unmet: null, materials: null };
	const words = reason === '' ? of.reason : { ...of.reason, [input.lang]: reason };
	const why = { cause, replacedBy, replacedByLine, reason: words };
	return { told, date: { ...of, ...why, ...changed(of), state: input.state } };
}

const NOTHING_INSTEAD = { replacedBy: null, replacedByLine: null };

/** While it would still go on, whoever counts on it is told that it does not; later nobody is called out for nothing. */
async function become(tx: Queryable, before: Occurrence, after: Occurrence): Promise<void> {
	const { state, cause, reason, replacedBy, replacedByLine } = after;
	const isTold = before.state === 'planned' && instant() < before.endsAt.getTime();
	if (state === 'planned' || state === 'held' || cause === null || !isTold) return occurrences(tx).save(after);
	await endDate(tx, before, { state, cause, reason: reason ?? {}, replacedBy, replacedByLine });
}

/** One of the two, and known: a date of the same organisation, or a line of the plan. */
async function isThere(
	{ of, series }: Reached,
	{ tx, actor }: At,
	{ replacedBy, replacedByLine, lines }: Instead & { readonly lines: readonly string[] },
): Promise<boolean> {
	if ((replacedBy === null) === (replacedByLine === null)) return false;
	if (replacedByLine !== null) return lines.includes(replacedByLine);
	const other = await reachDate(tx, actor, replacedBy ?? '');
	return other !== null && other.of.id !== of.id && other.series.organisationId === series.organisationId;
}

const changed = (of: Occurrence): Pick<Occurrence, 'sequence' | 'changedAt'> => ({
	sequence: of.sequence + 1,
	changedAt: now(),
});

async function takeBack(tx: Queryable, factId: string): Promise<void> {
	const done = await reverseFact(tx, factId);
	if (isRefusal(done)) throw new Error(`fact ${factId} of a closing could not be taken back: ${done.refused}`);
}
