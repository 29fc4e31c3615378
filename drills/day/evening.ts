import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../common/network.ts';
import { type Screen, visitorScreen } from '../common/screen.ts';
import { judge, type Verdict } from '../kill/judge.ts';
import type { Caller } from './visitors.ts';
import type { Desk } from './volunteers.ts';

/** What each has in the evening, compared with what each knows to be stored. */
export type Evening = {
	readonly said: Verdict;
	readonly answered: Verdict;
	/** Words of others on somebody's page. */
	readonly leaked: number;
};

const CAUGHT_UP_MS = 30_000;

export async function lookBack(network: Network, callers: readonly Caller[], desk: Desk): Promise<Evening> {
	const lasts = await lastsOf(network, callers);
	const fresh = callers.map(({ visit }) => visitorScreen(network.door.address, () => visit.headers()));
	const found = await Promise.all(fresh.map((screen, at) => wordsOn(screen, lasts[at] ?? 0)));
	const shown = await Promise.all(callers.map(({ page }, at) => wordsOn(page, lasts[at] ?? 0)));
	for (const screen of fresh) screen.close();
	const given = callers.map(({ canary }) => ({ acked: desk.answered.get(canary) ?? [], unknown: 0 }));
	return {
		said: judge(
			callers.map(({ sent }) => sent),
			only(found, ' says '),
			only(shown, ' says '),
		),
		answered: judge(given, only(found, ' answers '), only(shown, ' answers ')),
		leaked: callers.reduce((sum, { canary }, at) => sum + foreign(canary, [found[at], shown[at]]), 0),
	};
}

/** How far each conversation has come; all in one question, because a database has room for a hundred who ask. */
async function lastsOf({ sql }: Network, callers: readonly Caller[]): Promise<number[]> {
	const rows = await sql<{ key: string; last: number }>(
		'select start_key as key, last_seq as last from conversations where start_key = any($1)',
		[callers.map(({ key }) => key)],
	);
	const lasts = new Map(rows.map(({ key, last }) => [key, last]));
	return callers.map(({ key }) => lasts.get(key) ?? 0);
}

async function wordsOn(screen: Screen, last: number): Promise<string[]> {
	const end = performance.now() + CAUGHT_UP_MS;
	while ((screen.shown.at(-1)?.seq ?? 0) < last && performance.now() < end) await pause(20);
	return screen.shown.flatMap(({ kind, text }) => (kind === 'text' ? [text ?? ''] : []));
}

const only = (lists: readonly string[][], what: string): string[][] =>
	lists.map((texts) => texts.filter((text) => text.includes(what)));

function foreign(canary: string, lists: readonly (string[] | undefined)[]): number {
	return lists.flatMap((texts) => texts ?? []).filter((text) => !text.startsWith(canary)).length;
}
