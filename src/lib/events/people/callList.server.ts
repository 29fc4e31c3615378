import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Planned } from '../event.ts';
import type { About } from '../notices/notice.ts';
import { readStanding } from '../notices/standing.server.ts';
import { isOfDate, whyNot } from '../notices/truth.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { type Registration, seatedOf } from '../registration/registration.ts';
import { CALL_MS, callList } from '../registration/seats.ts';
import { type Line, readLine } from '../registration/settle.server.ts';
import { openWho } from '../registration/words.server.ts';
import { type Answer, answersTo } from './answers.ts';
import { reachDate, type Reached } from './reach.server.ts';
import { mayBeCalled } from './seating.ts';
import { calls, type CallRow } from './store.server.ts';

/** Somebody in the line of a date whom a helper may call. */
export type Waiting = {
	readonly id: string;
	readonly tries: number;
	/** A seat is free for her, and for everybody before her who was not tried. */
	readonly isNext: boolean;
};

/** In the order of the line. Whoever left no way to be reached asks herself, with her code. */
export async function lineOf(db: Queryable, { of, room, all }: Line): Promise<Waiting[]> {
	const tries = await calls(db).triesInLine(of.id);
	const own = all.map((one) => ({
		...seatedOf(one),
		...{ isReachable: one.reachedBy !== 'none', tries: tries.get(one.id) ?? 0 },
	}));
	const next = mayBeCalled(room, own, instant());
	return callList(room, own, instant()).flatMap(({ id }) => {
		const one = own.find((other) => other.id === id);
		return one?.isReachable ? [{ id, tries: one.tries, isNext: next.has(id) }] : [];
	});
}

/** What she is told in a call. `notice` null: she is in the line, and a seat is free. */
export type ToSay = {
	readonly notice: string | null;
	readonly about: About;
	readonly was: Planned | null;
	readonly tries: number;
	readonly isNext: boolean;
	readonly answers: readonly Answer[];
};

/** A call as a helper makes it: one for each person, with all that she is to hear. */
export type Call = {
	readonly registrationId: string;
	readonly name: string;
	readonly contact: string;
	readonly language: string;
	readonly ticket: number;
	readonly seats: number;
	/** Of the part of a counselling day that is hers. */
	readonly startsAt: Date | null;
	readonly words: readonly ToSay[];
};

/** `instead`: the date that is held in place of this one. */
export type CallsOfDate = Reached & { readonly calls: readonly Call[]; readonly instead: Reached | null };

/** Whom to call about one date, with name and number: each reading stands in the audit. */
export async function callsOfDate(tx: Queryable, actor: StaffActor, id: string): Promise<CallsOfDate | null> {
	const reached = await reachDate(tx, actor, id);
	if (!reached) return null;
	await recordAudit(tx, actor, { action: 'read-numbers', subject: 'occurrence', subjectId: id });
	const due = await calls(tx).due([reached.series.organisationId], now());
	const own = due.filter(({ occurrenceId }) => occurrenceId === id);
	const instead = reached.of.replacedBy === null ? null : await reachDate(tx, actor, reached.of.replacedBy);
	return { ...reached, instead, calls: await callsIn(tx, await readLine(tx, reached.of), own) };
}

/** In the order of the line, whatever they are to hear: who may have a seat first is called first. */
async function callsIn(db: Queryable, line: Line, due: readonly CallRow[]): Promise<Call[]> {
	const words = new Map<string, ToSay[]>();
	const say = (id: string, word: Omit<ToSay, 'answers'>): void =>
		void words.set(id, [...(words.get(id) ?? []), { ...word, answers: answersTo(word.about) }]);
	for (const { id, registrationId, about, was, tries } of oneOfDate(await stillTrue(db, due)))
		say(registrationId, { notice: id, about, was, tries, isNext: true });
	for (const { id, tries, isNext } of await lineOf(db, line))
		say(id, { notice: null, about: 'offered', was: null, tries, isNext });
	return Promise.all(
		line.all.flatMap((person) => {
			const hers = words.get(person.id);
			return hers ? [callTo(line, person, inOrder(hers))] : [];
		}),
	);
}

async function callTo({ slots }: Line, person: Registration, words: readonly ToSay[]): Promise<Call> {
	const { id, language, ticket, seats, slotId } = person;
	const who = await openWho(person);
	return {
		...{ registrationId: id, name: who?.name ?? '', contact: who?.contact ?? '', language, ticket, seats, words },
		startsAt: slots?.find((slot) => slot.id === slotId)?.startsAt ?? null,
	};
}

/** What became of the date, then what she is asked about her seat, and last of what she is only reminded. */
function inOrder(words: readonly ToSay[]): ToSay[] {
	const rank = ({ about }: ToSay): number => (isOfDate(about) ? 0 : about === 'reminder' ? 2 : 1);
	return words.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Of several that tell one person what became of her date the last says it all, beside what she knew before the first; when
 * she has heard it, the others are known to her.
 */
function oneOfDate(due: readonly CallRow[]): CallRow[] {
	const ofDate = Map.groupBy(
		due.filter(({ about }) => isOfDate(about)),
		({ registrationId }) => registrationId,
	);
	return due.flatMap((call) => {
		const hers = isOfDate(call.about) ? (ofDate.get(call.registrationId) ?? [call]) : [call];
		return hers.at(-1) === call ? [{ ...call, was: hers[0]?.was ?? call.was }] : [];
	});
}

/** Word that is not true any more is brought to nobody. */
async function stillTrue(db: Queryable, due: readonly CallRow[]): Promise<CallRow[]> {
	const read = await Promise.all(due.map(async (call) => ({ call, standing: await readStanding(db, call) })));
	return read.flatMap(({ call, standing }) => {
		return standing && whyNot(call, standing.standing, now()) === null ? [call] : [];
	});
}

/** A date about which somebody must be called today: how many, and about what. No name and no number. */
export type DateToCall = Reached & { readonly abouts: readonly About[] };

export async function datesToCall(db: Queryable, actor: StaffActor): Promise<DateToCall[]> {
	const organisations = organisationsWhere(actor, 'runEvents');
	const due = await calls(db).due(organisations, now());
	const soon = await occurrences(db).between(organisations, now(), new Date(instant() + CALL_MS));
	const ids = new Set([...due.map(({ occurrenceId }) => occurrenceId), ...soon.map(({ id }) => id)]);
	const found = await Promise.all([...ids].map((id) => dateToCall(db, actor, { id, due })));
	return found
		.flatMap((one) => (one && one.abouts.length > 0 ? [one] : []))
		.sort((a, b) => a.of.startsAt.getTime() - b.of.startsAt.getTime());
}

async function dateToCall(
	db: Queryable,
	actor: StaffActor,
	{ id, due }: { id: string; due: readonly CallRow[] },
): Promise<DateToCall | null> {
	const reached = await reachDate(db, actor, id);
	if (!reached) return null;
	const line = await readLine(db, reached.of);
	const own = await stillTrue(
		db,
		due.filter((call) => call.occurrenceId === id),
	);
	const waiting = reached.of.state === 'planned' ? await lineOf(db, line) : [];
	return {
		...reached,
		abouts: [...oneOfDate(own).map(({ about }) => about), ...waiting.map(() => 'offered' as const)],
	};
}
