import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pokeWorker } from '#lib/platform/jobs.server.ts';
import { tell, type Word } from '../notices/tell.server.ts';
import type { Registration } from './registration.ts';
import { isFull, type Line, lockLine, settledLine, type Told, writesOfChanged } from './settle.server.ts';
import { type ChangedRegistration, type NewRegistration, registrations } from './store.server.ts';
import { forgetWhoLater } from './words.server.ts';

/**
 * What one of them does at a date: sees the line as it is in its turn, and says how her row is afterwards. It asks neither
 * the database nor anybody else, so that many can be done under one lock.
 */
export type Deed = (line: Line) => Step | Refusal;
export type Step = {
	readonly row: ChangedRegistration;
	/** For a row that is not there yet. */
	readonly made?: Pick<NewRegistration, 'codeHash' | 'linkHash'>;
	readonly word?: Word;
	/** Her name and contact are of no use any more. */
	readonly forgets?: boolean;
};

/**
 * Does the deed in its turn, and resolves after the commit. Whoever comes to a date while another group is being written
 * waits for the next group: one lock, one commit and one look at the line for all of them (bench/registrations).
 */
export function inTurn(occurrenceId: string, deed: Deed): Promise<Registration | Refusal> {
	return new Promise((resolve, reject) => {
		const one: Waiting = { deed, resolve, reject };
		const others = waiting.get(occurrenceId);
		if (others) return void others.push(one);
		waiting.set(occurrenceId, [one]);
		void workOff(occurrenceId);
	});
}

type Waiting = {
	readonly deed: Deed;
	resolve(done: Registration | Refusal): void;
	reject(error: unknown): void;
};

const LARGEST_GROUP = 200;
/** In a rush they come back with the next form at once, and a group of many costs hardly more than a group of two. */
const RUSH_MS = 15;
const waiting = new Map<string, Waiting[]>();

async function workOff(occurrenceId: string): Promise<void> {
	for (;;) {
		const group = waiting.get(occurrenceId)?.splice(0, LARGEST_GROUP) ?? [];
		if (group.length === 0) break;
		await writeGroup(occurrenceId, group);
		if (group.length > 1) await sleep(RUSH_MS);
	}
	waiting.delete(occurrenceId);
}

async function writeGroup(occurrenceId: string, group: readonly Waiting[]): Promise<void> {
	try {
		const deeds = group.map(({ deed }) => deed);
		const { outcomes, forgets } = await ground().db.transactionOfWriter(
			{
				work: (tx) => doTogether(tx, occurrenceId, deeds),
				last: ({ writes }) => writes.map((write) => write()),
			},
			'seats',
		);
		group.forEach(({ resolve }, place) => resolve(outcomes[place] ?? refused('missing')));
		if (forgets) pokeWorker();
	} catch (error) {
		for (const { reject } of group) reject(error);
	}
}

/** One group at a locked date. */
type Course = {
	line: Line;
	readonly made: Map<string, Pick<NewRegistration, 'codeHash' | 'linkHash'>>;
	readonly changed: Map<string, ChangedRegistration>;
	readonly words: Told[];
	readonly forgotten: Registration[];
};

/** For deeds that are part of a transaction of another kind: a text message that came in. */
export async function doInTurn(tx: Queryable, occurrenceId: string, deed: Deed): Promise<Registration | Refusal> {
	const { outcomes, writes } = await doTogether(tx, occurrenceId, [deed]);
	for (const write of writes) await write();
	return outcomes[0] ?? refused('missing');
}

/** `writes`: what is to be written of it, in this order; whoever sends all at once pays one journey to the database. */
type Done = {
	readonly outcomes: readonly (Registration | Refusal)[];
	readonly writes: readonly Write[];
	readonly forgets: boolean;
};
type Write = () => Promise<unknown>;

async function doTogether(tx: Queryable, occurrenceId: string, deeds: readonly Deed[]): Promise<Done> {
	const line = await lockLine(tx, occurrenceId);
	if (!line) return { outcomes: [], writes: [], forgets: false };
	const course: Course = { line, made: new Map(), changed: new Map(), words: [], forgotten: [] };
	settleCourse(course);
	const done = deeds.map((deed) => doOne(course, deed));
	settleCourse(course);
	const rows = new Map(course.line.all.map((one) => [one.id, one]));
	return {
		outcomes: done.map((one) => (isRefusal(one) ? one : (rows.get(one.id) ?? one))),
		writes: writesOf(tx, course, line),
		forgets: course.forgotten.length > 0,
	};
}

function settleCourse(course: Course): void {
	const { line, changed, words } = settledLine(course.line);
	course.line = line;
	for (const one of changed) course.changed.set(one.id, { ...course.changed.get(one.id), ...one });
	course.words.push(...words);
}

function doOne(course: Course, deed: Deed): Registration | Refusal {
	const step = deed(course.line);
	if (isRefusal(step)) return step;
	const { row, made, word, forgets } = step;
	const before = course.line.all.find(({ id }) => id === row.id);
	if (before === row) return row;
	const { all } = course.line;
	// Whoever is new is the last: the line stays in its order.
	course.line = { ...course.line, all: before ? all.map((one) => (one === before ? row : one)) : [...all, row] };
	if (made) course.made.set(row.id, made);
	course.changed.set(row.id, { ...course.changed.get(row.id), ...row });
	if (word) course.words.push({ to: row, word });
	if (forgets && before?.sealed) course.forgotten.push(before);
	return row;
}

function writesOf(tx: Queryable, { line, made, changed, words, forgotten }: Course, before: Line): Write[] {
	const rows = [...changed.values()];
	const isFullNow = isFull(line);
	return [
		...writesOfChanged(
			tx,
			rows.filter(({ id }) => !made.has(id)),
		),
		...writesOfMade(tx, rows, made),
		...words.map(
			({ to, word }) =>
				() =>
					tell(tx, to, word),
		),
		...forgotten.map((one) => () => forgetWhoLater(tx, one)),
		...(isFullNow === before.of.isFull ? [] : [() => registrations(tx).setFull(line.of.id, isFullNow)]),
	];
}

function writesOfMade(tx: Queryable, rows: readonly ChangedRegistration[], made: Course['made']): Write[] {
	const added = rows.flatMap((row) => {
		const hashes = made.get(row.id);
		return hashes ? [{ ...row, ...hashes, knownBy: row.knownBy ?? null }] : [];
	});
	const [first] = added;
	if (!first) return [];
	const lastTurn = Math.max(...added.map(({ turn }) => turn));
	return [() => registrations(tx).setLastTurn(first.occurrenceId, lastTurn), () => registrations(tx).addAll(added)];
}
