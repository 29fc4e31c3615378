import { randomInt, randomUUID } from 'node:crypto';
import type { Visit } from '../../bench/common/request.ts';
import { today } from '../../src/lib/platform/clock.ts';
import { elsewhere } from '../common/elsewhere.ts';
import { signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { surely } from '../common/surely.ts';
import { bring, type Fault, FATES, type Phone, tap, undoOne } from './phone.ts';

/**
 * A counselling day on four phones of two helpers, over two nodes of which one is killed in the middle: they tap, undo,
 * lose answers, send twice and to both nodes at once, and go out. In the end the ledger holds what was tapped.
 */
const HELPERS = ['volunteer', 'adviser'];
const PHONES_EACH = 2;

export async function countDay(network: Network, steps: number, fault?: string): Promise<Outcome> {
	const tally = randomUUID();
	const phones = await makePhones(network, tally);
	const planted = fault === 'new-id' || fault === 'forgetful' ? fault : undefined;
	const wanted = await live(network, phones, { steps, planted });
	for (const phone of phones) await surely(() => bring(phone, 'well', planted));
	const found = await minutesOn(network, tally);
	const wrong = differences(
		[...wanted.values()],
		found.map(({ minutes }) => minutes),
	);
	const otherDay = found.filter(({ day }) => day !== today()).length;
	const told = `tally: ${steps} steps on ${phones.length} phones, ${wanted.size} people, ${wrong.length} wrong`;
	return {
		line: `${told}, ${otherDay} on another day${listed('minutes of', wrong)}`,
		isGood: wrong.length === 0 && otherDay === 0 && wanted.size > steps / 5,
	};
}

async function makePhones(network: Network, tally: string): Promise<Phone[]> {
	const phones: Phone[] = [];
	for (const name of HELPERS) {
		const visit = await signIn(network.door.address, name);
		const hand = await handOf(visit, tally);
		const site = network.nodes.map(({ address }) => elsewhere(visit, address));
		for (let phone = 0; phone < PHONES_EACH; phone += 1) phones.push({ site, tally, hand, kept: new Map() });
	}
	return phones;
}

/** The first helper opens the tally, the second joins. */
async function handOf(visit: Visit, tally: string): Promise<string> {
	const form = { key: tally, deskId: 'demo-kuopio', placeId: '', event: 'Drill', day: today() };
	if ((await visit.get(`/staff/tally/${tally}`)).status === 404) await visit.postForm('/staff/tally?/open', form);
	else await visit.postForm(`/staff/tally/${tally}?/join`, {});
	const page = (await visit.get(`/staff/tally/${tally}`)).body.toString();
	const hand = /data-hand="([0-9a-f-]{36})"/.exec(page)?.[1];
	if (!hand) throw new Error('the page of the tally gives no hand');
	return hand;
}

/** Gives the minutes of everybody who should be counted; no two have the same. */
async function live(
	network: Network,
	phones: readonly Phone[],
	{ steps, planted }: { steps: number; planted?: Fault | undefined },
): Promise<Map<string, number>> {
	const wanted = new Map<string, number>();
	let restarted: Promise<void> = Promise.resolve();
	for (let step = 0; step < steps; step += 1) {
		const phone = phones[randomInt(0, phones.length)];
		if (!phone) continue;
		const dice = randomInt(0, 10);
		if (dice < 5) wanted.set(tap(phone, 1 + (step % 1_440)), 1 + (step % 1_440));
		else if (dice < 7) wanted.delete(undoOne(phone, planted) ?? '');
		else await bring(phone, FATES[randomInt(0, FATES.length)] ?? 'well', planted);
		if (step === Math.floor(steps / 2)) restarted = killOne(network);
	}
	await restarted;
	return wanted;
}

async function killOne({ nodes: [, node] }: Network): Promise<void> {
	await node?.kill();
	await node?.start();
}

async function minutesOn({ sql }: Network, tally: string): Promise<{ minutes: number; day: string }[]> {
	return sql(
		`select f.minutes, to_char(f.occurred_on, 'YYYY-MM-DD') as day
		from taps t join closings c on c.id = t.closing_id join facts f on f.id = c.fact_id
		where t.tally_id = $1 and not exists (select 1 from facts r where r.reverses = f.id)`,
		[tally],
	);
}

/** What is in one and not in the other, each as often as that. */
function differences(wanted: readonly number[], found: readonly number[]): string[] {
	const more = new Map<number, number>();
	for (const minutes of found) more.set(minutes, (more.get(minutes) ?? 0) + 1);
	for (const minutes of wanted) more.set(minutes, (more.get(minutes) ?? 0) - 1);
	return [...more].flatMap(([minutes, count]) => (count === 0 ? [] : [`${minutes}: ${count > 0 ? '+' : ''}${count}`]));
}
