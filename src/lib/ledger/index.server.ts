import { today } from '#lib/platform/clock.ts';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Count, Dimension, FactFilter, ListedFact, NewFact, PartCount } from './fact.ts';
import type { Unit } from './quantity.ts';
import {
	factKind,
	insertFact,
	insertReversal,
	lastNumber,
	selectFact,
	selectFacts,
	sumFacts,
	sumParts,
} from './store.server.ts';

export { BASES, CHANNELS, DIMENSIONS, FORMS } from './fact.ts';
export type { Basis, Channel, Count, Dimension, FactFilter, Form, ListedFact, NewFact, Part } from './fact.ts';
export { type Unit, UNITS } from './quantity.ts';

/** Writes a fact for ever, in the transaction of what caused it; gives its id. */
export async function recordFact(tx: Queryable, fact: NewFact): Promise<string> {
	const id = newId();
	await insertFact(tx, id, today(), fact);
	return id;
}

/**
 * Writes the opposite of a fact: same day, same codes, negated quantity; gives the id of the new fact. Refused with
 * `missing`, `already-reversed`, or `is-reversal` (what was taken back is recorded anew, never restored).
 */
export async function reverseFact(tx: Queryable, factId: string): Promise<string | Refusal> {
	const id = newId();
	if (await insertReversal(tx, id, today(), factId)) return id;
	const kind = await factKind(tx, factId);
	if (kind === null) return refused('missing');
	return refused(kind === 'fact' ? 'already-reversed' : 'is-reversal');
}

/** The fact with all its codes, as it was recorded; null for a reversal. */
export function factById(db: Queryable, id: string): Promise<NewFact | null> {
	return selectFact(db, id);
}

/** Sums of quantities and minutes, by unit and by the given codes. Groups that come to nothing are left out. */
export function countFacts<U extends Unit = Unit>(
	db: Queryable,
	query: Asked & { readonly unit?: U },
): Promise<Count<U>[]> {
	// The store was asked for this unit alone.
	return sumFacts(db, query.by, query) as Promise<Count<U>[]>;
}

/** The parts of which these facts are made (ages, languages …), each dimension by itself. */
export function countParts(db: Queryable, query: Asked): Promise<PartCount[]> {
	return sumParts(db, query.by, query);
}

/** The facts behind a figure, newest first, reversed ones and reversals included. */
export function listFacts(db: Queryable, filter: FactFilter, limit = 500): Promise<ListedFact[]> {
	return selectFacts(db, filter, limit);
}

/** Changes whenever anything was recorded: for the key of kept pages that show figures. */
export function ledgerRevision(db: Queryable): Promise<number> {
	return lastNumber(db);
}

type Asked = FactFilter & { readonly by: readonly Dimension[] };
