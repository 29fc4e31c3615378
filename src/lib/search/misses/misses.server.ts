import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import { DatabaseDown, type Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { type Miss, misses } from './store.server.ts';

const WRITTEN_AFTER_MS = 5_000;
const MOST_WAITING = 1_000;
const MOST_REMEMBERED = 20_000;
const LONGEST = 80;
const SHOWN_DAYS = 90;
const KEPT_DAYS = 365;

const waiting = new Map<string, { query: string; lang: string; times: number }>();
let timer: NodeJS.Timeout | undefined;
let counted = { day: '', searches: new Set<string>() };

/**
 * Counts a search without an answer. `text` is what is left of it without numbers and names. A search never waits for
 * this: it is written a few seconds later, and lost if the process dies before. With `source` (the day's pseudonym of who
 * asks) somebody who asks again and again counts once a day, so that five times means more than one stubborn person.
 */
export function noteMiss(text: string, lang: string, source?: string): void {
	const query = text.trim();
	if (query === '' || query.length > LONGEST || isRepeated(JSON.stringify([query, lang, source]), source)) return;
	const key = JSON.stringify([query, lang]);
	const before = waiting.get(key);
	if (!before && waiting.size >= MOST_WAITING) return;
	waiting.set(key, { query, lang, times: (before?.times ?? 0) + 1 });
	timer ??= setTimeout(() => void writeMisses(), WRITTEN_AFTER_MS).unref();
}

function isRepeated(search: string, source: string | undefined): boolean {
	if (source === undefined) return false;
	if (counted.day !== today() || counted.searches.size >= MOST_REMEMBERED)
		counted = { day: today(), searches: new Set() };
	if (counted.searches.has(search)) return true;
	counted.searches.add(search);
	return false;
}

/** Writes down what was counted; when the site stops, and for tests. */
export async function writeMisses(): Promise<void> {
	clearTimeout(timer);
	timer = undefined;
	const all = [...waiting.values()];
	waiting.clear();
	if (all.length === 0) return;
	try {
		await misses(ground().db).add(all, monthOf(today()));
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('search-misses', error);
	}
}

/** What was looked for in vain at least five times in the last months and is not settled; most often first. */
export function missesToShow(db: Queryable): Promise<Miss[]> {
	return misses(db).toShow(shownSince());
}

/** Somebody gave it an alias or a guide, or decided that it needs none. It comes back if it goes on after this month. */
export const settleMiss = command({
	input: v.object({
		query: v.pipe(v.string('missing'), v.maxLength(LONGEST, 'missing')),
		lang: v.pipe(v.string('lang'), v.regex(/^[a-z]{2,3}$/, 'lang')),
	}),
	// Only what may be shown can be settled: else one could try out what others typed.
	load: async ({ query, lang }, { tx }: Within<StaffActor>) =>
		(await misses(tx).toShow(shownSince(), query, lang))[0] ?? null,
	allow: (_, { actor }) => may(actor).writeContent(),
	async run({ query, lang }, { tx, actor, audit }) {
		await misses(tx).settle(query, lang, actor.id, today());
		// Never the words: somebody typed them.
		await audit({ action: 'settle', subject: 'search-miss', subjectId: lang });
		return { query, lang };
	},
	present: (settled) => settled,
});

/** For the hourly sweep: what is older than a year. */
export async function deleteOldMisses(db: Queryable): Promise<number> {
	return misses(db).removeBefore(addDays(today(), -KEPT_DAYS));
}

const shownSince = (): string => monthOf(addDays(today(), -SHOWN_DAYS));

function monthOf(day: string): string {
	return `${day.slice(0, 7)}-01`;
}
