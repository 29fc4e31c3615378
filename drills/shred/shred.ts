import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Checks, makeChecks } from '../common/checks.ts';
import { surely } from '../common/surely.ts';
import { openedWith, type Sealed, sealedIn } from './attacker.ts';
import { strikeWhileForgetting } from './blows.ts';
import { canary } from './canary.ts';
import { type Copy, restore, sizeOf, takeCopy } from './copies.ts';
import { beginEra, type Era } from './era.ts';
import { keysIn } from './keys.ts';
import { expiryOf, isAlive, LAST_DAY, live, type Person, plan } from './people.ts';
import { openRestored } from './restored.ts';
import { isForgotten, isSwept } from './sweep.ts';
import { tamper } from './tamper.ts';
import { tracesIn } from './traces.ts';

/**
 * P32: sixty days of a site, with copies of everything at some of them. At the end somebody has all copies and today's
 * keys. What has expired, was moved or erased must be dark in all of them; what has not must open, or she did not try.
 */
const COPY_DAYS = [1, 10, 36] as const;
const TAMPERINGS = 1_000;
const LONG = 100;
const BLOWS = { short: 3, long: 50 };

type Scene = {
	readonly era: Era;
	readonly folder: string;
	readonly checks: Checks;
	readonly people: readonly Person[];
	readonly taken: readonly Taken[];
};
type Taken = { readonly day: number; readonly copy: Copy; readonly sealed: readonly Sealed[] };

/** With `words-in-log` a program has talked, with `keys-put-back` an operator has "saved" the keys of a past day. */
export async function shredOldBackups(count: number, fault?: string): Promise<{ line: string; isGood: boolean }> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-copies-'));
	fs.chmodSync(folder, 0o755);
	const era = await beginEra();
	try {
		const scene = await sixtyDays(era, folder, plan(count));
		if (fault === 'words-in-log') fs.appendFileSync(path.join(folder, '36/0.log'), canary(3));
		if (fault === 'keys-put-back') putBack(scene.taken[2]?.copy.keys ?? '', keysOf(scene));
		search(scene);
		const figures = attack(scene);
		return await goOn(scene, figures, count >= LONG ? BLOWS.long : BLOWS.short);
	} finally {
		await era.end();
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
	}
}

/** What only a site that was not caught already needs to be asked. */
async function goOn(scene: Scene, figures: Figures, blows: number): Promise<{ line: string; isGood: boolean }> {
	const { era, checks, people } = scene;
	if (checks.missed.length === 0) {
		const gone = await forgetTwo(scene);
		const left = people.filter((person) => !gone.includes(person) && (expiryOf(person, LAST_DAY) ?? 0) >= LAST_DAY);
		const { tampered, opened, isWhole } = await tamper(
			era.network,
			left.map(({ id }) => id),
			TAMPERINGS,
		);
		Object.assign(figures, { tampered, blows });
		checks.holds(`nothing that was tampered with opens (${opened} did)`, opened === 0);
		checks.holds('put right again it opens', isWhole);
		await strikeWhileForgetting(era, blows, checks);
	}
	return outcome(scene, figures);
}

async function sixtyDays(era: Era, folder: string, people: readonly Person[]): Promise<Scene> {
	const checks = makeChecks();
	const taken: Taken[] = [];
	let next = 0;
	for (const day of [...COPY_DAYS, LAST_DAY]) {
		await live(era, people, next, day);
		checks.holds(`the sweep of day ${day} was done`, await isSwept(era));
		taken.push(await take(era, path.join(folder, String(day))));
		next = day + 1;
	}
	return { era, folder, checks, people, taken };
}

async function take(era: Era, folder: string): Promise<Taken> {
	const copy = await takeCopy(era.network, folder);
	const server = await restore(copy, `${folder}-restored`);
	try {
		return { day: era.day, copy, sealed: await sealedIn(server.url) };
	} finally {
		await server.stop();
		fs.rmSync(`${folder}-restored`, { recursive: true, force: true });
	}
}

/** (a) No word stands anywhere, in whatever clothes. */
function search({ folder, checks }: Scene): void {
	const traces = tracesIn(folder);
	checks.holds(`no word in any copy: ${traces.slice(0, 3).join(', ')}`, traces.length === 0);
}

type Figures = { dark: number; readable: number; tampered: number; blows: number };

/** (b) Today's keys open what is alive and nothing else; (c) with a copy of the keys of its day they open all. */
function attack(scene: Scene): Figures {
	const { checks, taken } = scene;
	const keys = keysIn(keysOf(scene));
	const figures = { dark: 0, readable: 0, tampered: 0, blows: 0 };
	for (const { day, sealed } of taken) {
		const opened = openedWith(keys, sealed);
		const alive = sealed.filter(({ conversation }) => isMeantToOpen(scene, conversation, day));
		checks.holds(`of the copy of day ${day} what is alive opens, and nothing else`, isSame(opened, alive));
		figures.readable += opened.length;
		figures.dark += sealed.length - opened.length;
	}
	const [, then] = taken;
	if (!then) throw new Error('there is no copy for the control');
	const all = openedWith(keysIn(then.copy.keys), then.sealed);
	checks.holds('with the keys of its own day everything opens', all.length > 0 && isSame(all, then.sealed));
	return figures;
}

const isSame = (some: readonly Sealed[], others: readonly Sealed[]): boolean =>
	some.length === others.length && new Set([...some, ...others]).size === others.length;

function isMeantToOpen({ people }: Scene, conversation: string, copied: number): boolean {
	const person = people.find(({ id }) => id === conversation);
	return person !== undefined && isAlive(person, copied, LAST_DAY);
}

/** (d) One erases her conversation; for another, the copy itself still has to. Gives both. */
async function forgetTwo(scene: Scene): Promise<Person[]> {
	const { era, checks, people, taken } = scene;
	const last = taken.find(({ day }) => day === 36);
	const [erased, due, readable] = people.filter((person) => isAlive(person, 36, LAST_DAY));
	if (!last || !erased || !due || !readable) throw new Error('too few are alive for this drill');
	await surely(async () => (await erased.visit?.postForm('/ru/chat?/erase', {}))?.status === 303);
	checks.holds('what she erased is forgotten', await isForgotten(era));
	const opened = openedWith(keysIn(keysOf(scene)), last.sealed);
	const others = last.sealed.filter(
		({ conversation }) => conversation !== erased.id && isMeantToOpen(scene, conversation, 36),
	);
	checks.holds('what she erased is dark in the old copy at once, and nothing else is', isSame(opened, others));
	const dark = people.filter((person) => person === erased || isDarkIn(person, 36));
	await openRestored(era, last.copy, { dark, readable, due }, checks);
	return [erased, due];
}

const isDarkIn = (person: Person, copied: number): boolean =>
	expiryOf(person, copied) !== null && !isAlive(person, copied, LAST_DAY);

const keysOf = ({ era }: Scene): string => path.join(era.network.folder, 'keys');

/** The files of days that are gone come back. */
function putBack(from: string, to: string): void {
	fs.cpSync(from, to, { recursive: true, force: false });
}

function outcome({ folder, checks, people, taken }: Scene, figures: Figures): { line: string; isGood: boolean } {
	const size = Math.round(sizeOf(folder) / 2 ** 20);
	const { dark, readable, tampered, blows } = figures;
	const missed = checks.missed.map((what) => `\n  missed: ${what}`).join('');
	const line =
		`P32 old-backups: ${people.length} conversations, ${taken.length} copies (${size} MB), ${dark} texts dark, ` +
		`${readable} alive, ${tampered} tampered with, ${blows} blows, ${checks.count} checks, ` +
		`${checks.missed.length} missed${missed}`;
	return { line, isGood: checks.missed.length === 0 };
}
