import * as v from 'valibot';
import type { Actor } from './actor.ts';
import { type Deed, recordAudit } from './audit.server.ts';
import { isTwin, type Queryable } from './db/database.server.ts';
import { ground } from './ground.server.ts';
import { enqueue, type NewJob, pokeWorker } from './jobs.server.ts';

/**
 * A change of the world, always in the same five steps: parse → load through the actor → policy → one transaction
 * (change, audit, jobs) → present. A command without `allow` does not compile. What is expected to be refused is a
 * value, never an exception.
 */
export function command<Schema extends v.GenericSchema, A extends Actor, Loaded, Done, Shown>(parts: {
	input: Schema;
	/** Null means: out of this actor's reach or not there, which look the same from outside (404). */
	load: (input: v.InferOutput<Schema>, at: Within<A>) => Promise<Loaded | null>;
	allow: (loaded: Loaded, at: Within<A>, input: v.InferOutput<Schema>) => boolean | Refusal;
	run: (loaded: Loaded, at: Within<A>, input: v.InferOutput<Schema>) => Promise<Done | Refusal>;
	present: (done: Done) => Shown;
}) {
	return async (raw: unknown, actor: A): Promise<Shown | Refusal> => {
		const parsed = v.safeParse(parts.input, raw);
		if (!parsed.success) return malformed(parsed.issues);
		const announcements: [string, string][] = [];
		let poke = false;
		const result = await ground()
			.db.transaction(async (tx) => {
				const at: Within<A> = {
					tx,
					actor,
					audit: (deed) => recordAudit(tx, actor, deed),
					enqueue: async (job) => {
						poke = true;
						await enqueue(tx, job);
					},
					announce: (topic, id) => announcements.push([topic, id]),
				};
				const loaded = await parts.load(parsed.output, at);
				if (loaded === null) return stop(refused('missing'));
				const allowed = parts.allow(loaded, at, parsed.output);
				if (allowed !== true) return stop(allowed === false ? refused('forbidden') : allowed);
				const done = await parts.run(loaded, at, parsed.output);
				return isRefusal(done) ? stop(done) : { done };
			})
			.catch((error: unknown) => (error instanceof Stopped ? error.refusal : Promise.reject(error)));
		if (isRefusal(result)) return result;
		for (const [topic, id] of announcements) ground().bus.announce(topic, id);
		if (poke) pokeWorker();
		return parts.present(result.done);
	};
}

/** What `load`, `allow` and `run` may use. Announcements go out only after the commit. */
export type Within<A extends Actor> = {
	readonly tx: Queryable;
	readonly actor: A;
	audit(deed: Deed): Promise<void>;
	enqueue(job: NewJob): Promise<void>;
	announce(topic: string, id: string): void;
};

/** `reason` is a code that the reader's catalogue turns into a sentence; `fields` name what to mend. */
export type Refusal = { readonly refused: string; readonly fields: Readonly<Record<string, string>> };

export function refused(reason: string, fields: Record<string, string> = {}): Refusal {
	return { refused: reason, fields };
}

/** By the fields in which a schema found something. */
/** Of two who send the same at once one meets the other's row. It looks again, and finds what the other has made. */
export async function againAfterTwin<Done>(work: () => Promise<Done>): Promise<Done> {
	try {
		return await work();
	} catch (error) {
		if (!isTwin(error)) throw error;
		return work();
	}
}

export function malformed(issues: readonly v.BaseIssue<unknown>[]): Refusal {
	const fields = issues.map((issue) => [String(issue.path?.[0]?.key ?? ''), issue.message]);
	return refused('malformed', Object.fromEntries(fields));
}

export function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'refused' in value;
}

/** One place that says which HTTP status a refusal has. */
export function statusOf(refusal: Refusal): number {
	return STATUS[refusal.refused] ?? 409;
}

const STATUS: Record<string, number> = {
	malformed: 400,
	forbidden: 403,
	missing: 404,
	'too-large': 413,
	'wrong-kind': 415,
	'too-many': 429,
	'signed-out': 401,
	database: 503,
};

/** Rolls the transaction back and carries the refusal out of it. */
class Stopped extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

function stop(refusal: Refusal): never {
	throw new Stopped(refusal);
}
