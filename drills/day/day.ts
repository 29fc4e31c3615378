import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../common/network.ts';
import { surely } from '../common/surely.ts';
import { isFaultless } from '../kill/judge.ts';
import { makeVolunteers } from '../nodes/claims.ts';
import { type Evening, lookBack } from './evening.ts';
import { isWorstOver, noneStruck, type Struck, strikeOn } from './strikes.ts';
import { call, type Caller, talk } from './visitors.ts';
import { type Desk, work } from './volunteers.ts';

/**
 * A busy day on two nodes: people come one after the other, volunteers answer and close, and meanwhile everything is
 * killed in turn. In the evening each has what she said and what was answered her, once, in order, and no word of
 * anybody else; each closing counts once.
 */
const CALLERS_FOR_EACH = 4;
const MOST_VOLUNTEERS = 20;
const COMES_WITHIN_MS = 800;

export async function busyDay(
	network: Network,
	count: number,
	fault?: string,
): Promise<{ line: string; isGood: boolean }> {
	const volunteers = Math.min(MOST_VOLUNTEERS, Math.ceil(count / CALLERS_FOR_EACH));
	const desk: Desk = {
		...{ door: network.door.address, isOpen: true },
		...{ answered: new Map(), closings: { acked: 0, unknown: 0 } },
	};
	// Whoever still waits since another drill is no caller of today.
	await network.sql('update conversations set waiting_since = null where waiting_since is not null');
	const before = await countedIn(network);
	const working = (await makeVolunteers(network, volunteers)).map((token) => work(desk, token));
	const { callers, struck } = await live(network, count, fault);
	await untilAllClosed(network, callers);
	desk.isOpen = false;
	await Promise.all(working);
	const evening = await lookBack(network, callers, desk);
	for (const { page } of callers) page.close();
	const after = await countedIn(network);
	const counted = { closings: after.closings - before.closings, facts: after.facts - before.facts };
	return outcome({ people: `${count} callers, ${volunteers} volunteers`, struck, evening, desk, counted });
}

async function live(network: Network, count: number, fault?: string): Promise<{ callers: Caller[]; struck: Struck }> {
	const state = { isOver: false };
	const struck = noneStruck();
	const striking = strikeOn(network, struck, () => state.isOver);
	const callers: Caller[] = [];
	const talks: Promise<void>[] = [];
	for (let at = 0; at < count; at += 1) {
		const caller = await call(network.door.address, at, fault === 'mixed-up' && at === 1 ? callers[0] : undefined);
		callers.push(caller);
		talks.push(talk(caller, () => isWorstOver(struck), fault));
		await pause(Math.random() * COMES_WITHIN_MS);
	}
	await Promise.all(talks);
	state.isOver = true;
	await striking;
	return { callers, struck };
}

/** Who wrote after her conversation was closed waits again, and is answered again. */
async function untilAllClosed({ sql }: Network, callers: readonly Caller[]): Promise<void> {
	const keys = callers.map(({ key }) => key);
	await surely(async () => {
		const rows = await sql('select 1 from conversations where start_key = any($1) and ended_at is not null', [keys]);
		return rows.length === callers.length;
	});
}

type Counted = { closings: number; facts: number };

async function countedIn({ sql }: Network): Promise<Counted> {
	let counted: Counted | undefined;
	await surely(async () => {
		[counted] = await sql<Counted>(
			`select (select count(*)::int from closings) as closings,
				(select coalesce(sum(quantity), 0)::int from facts where unit = 'contact') as facts`,
		);
		return counted !== undefined;
	});
	return counted ?? { closings: 0, facts: 0 };
}

type Day = { people: string; struck: Struck; evening: Evening; desk: Desk; counted: Counted };

function outcome({ people, struck, evening, desk, counted }: Day): { line: string; isGood: boolean } {
	const { said, answered, leaked } = evening;
	const { acked, unknown } = desk.closings;
	const isCounted =
		counted.facts === counted.closings && counted.closings >= acked && counted.closings <= acked + unknown;
	const sums = (['lost', 'doubled', 'disordered', 'unlike'] as const).map(
		(what) => `${said[what] + answered[what]} ${what}`,
	);
	const blows = Object.entries(struck).map(([what, times]) => `${what} ${times}`);
	const line =
		`busy day: ${people}; struck: ${blows.join(', ')}; ${said.acked} said, ${answered.acked} answered, ` +
		`${said.unknown} sent again, ${sums.join(', ')}, ${leaked} leaked, ` +
		`${counted.closings} closings (${acked} acknowledged), ${counted.facts} counted`;
	const isEnough = said.acked > 20 && answered.acked > 20 && isWorstOver(struck);
	return { line, isGood: isEnough && isCounted && leaked === 0 && isFaultless(said) && isFaultless(answered) };
}
