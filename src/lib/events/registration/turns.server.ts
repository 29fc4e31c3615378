import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pokeWorker } from '#lib/platform/jobs.server.ts';
import { tell, type Word } from '../notices/tell.server.ts';
import type { Registration } from './registration.ts';
import { isFull, type Line, lockLine, saveChanged, settledLine, type Told } from './settle.server.ts';
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
const waiting = new Map<string, Waiting[]>();

async function workOff(occurrenceId: string): Promise<void> {
	for (;;) {
		const group = waiting.get(occurrenceId)?.splice(0, LARGEST_GROUP) ?? [];
		if (group.length === 0) break;
		await writeGroup(occurrenceId, group);
	}
	waiting.delete(occurrenceId);
}

async function writeGroup(occurrenceId: string, group: readonly Waiting[]): Promise<void> {
	try {
		const deeds = group.map(({ deed }) => deed);
		const outcomes = await ground().db.transaction((tx) => doTogether(tx, occurrenceId, deeds));
		group.forEach(({ resolve }, place) => resolve(outcomes[place] ?? refused('missing')));
		pokeWorker();
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
	const [outcome] = await doTogether(tx, occurrenceId, [deed]);
	return outcome ?? refused('missing');
}

async function doTogether(
	tx: Queryable,
	occurrenceId: string,
	deeds: readonly Deed[],
): Promise<(Registration | Refusal)[]> {
	const line = await lockLine(tx, occurrenceId);
	if (!line) return deeds.map(() => refused('missing'));
	const course: Course = { line, made: new Map(), changed: new Map(), words: [], forgotten: [] };
	settleCourse(course);
	const done = deeds.map((deed) => doOne(course, deed));
	settleCourse(course);
	await write(tx, course, line);
	return done.map((one) => (isRefusal(one) ? one : (course.line.all.find(({ id }) => id === one.id) ?? one)));
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
	const all = course.line.all.filter(({ id }) => id !== row.id);
	course.line = { ...course.line, all: [...all, row].sort((a, b) => a.turn - b.turn) };
	if (made) course.made.set(row.id, made);
	course.changed.set(row.id, { ...course.changed.get(row.id), ...row });
	if (word) course.words.push({ to: row, word });
	if (forgets && before?.sealed) course.forgotten.push(before);
	return row;
}

async function write(tx: Queryable, { line, made, changed, words, forgotten }: Course, before: Line): Promise<void> {
	const rows = [...changed.values()];
	await saveChanged(
		tx,
		rows.filter(({ id }) => !made.has(id)),
	);
	await addMade(tx, rows, made);
	for (const { to, word } of words) await tell(tx, to, word);
	for (const one of forgotten) await forgetWhoLater(tx, one);
	if (isFull(line) !== before.of.isFull) await registrations(tx).setFull(line.of.id, isFull(line));
}

async function addMade(tx: Queryable, rows: readonly ChangedRegistration[], made: Course['made']): Promise<void> {
	const added = rows.flatMap((row) => {
		const hashes = made.get(row.id);
		return hashes ? [{ ...row, ...hashes, knownBy: row.knownBy ?? null }] : [];
	});
	const [first] = added;
	if (!first) return;
	await registrations(tx).setLastTurn(first.occurrenceId, Math.max(...added.map(({ turn }) => turn)));
	await registrations(tx).addAll(added);
}
