import { setTimeout as pause } from 'node:timers/promises';
import type { Checks } from '../common/checks.ts';
import { answerSurely, claim, type Helper, signIn, viewOf } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { deskScreen, type Screen, visitorScreen } from '../common/screen.ts';
import { isAcked, openVisitor, sendOnce, type Visitor } from '../common/visitor.ts';

const WORDS = 15;

/**
 * A visitor, whom the proxy sends anywhere, and a helper on the second node. In the middle of their talk the first node
 * is killed.
 */
export async function talkOverNodes(network: Network, checks: Checks): Promise<void> {
	const [first, second] = network.nodes;
	if (!first || !second) throw new Error('two nodes are needed');
	const helper = await signIn(second.address, 'adviser');
	const away = await signIn(first.address, 'volunteer');
	const visitor = await openVisitor(network.door.address, 'talker');
	const page = visitorScreen(network.door.address, () => visitor.visit.headers());
	const id = await queueOnBoth(checks, helper, away);
	const console_ = deskScreen(second.address, () => helper.headers(), id);
	await checks.comes('presence on one node is seen on the other', async () =>
		(await viewOf(away)).desks.some((desk) => desk.present > 0),
	);
	checks.holds('she can claim on her node', (await claim(helper, id)) === 200);
	await checks.comes('the claim is seen on the other node', async () =>
		(await viewOf(away)).others.some((row) => row.id === id),
	);
	await typingBothWays(checks, visitor, helper, id, page, console_);
	const said = Promise.all([visitorTalks(visitor), helperTalks(helper, id)]);
	await pause(700);
	await first.kill();
	await said;
	await checks.comes('all of the talk is on the page', () => wordsOn(page) === 2 * WORDS + 1, 20_000);
	await checks.comes('all of the talk is in the console', () => wordsOn(console_) === 2 * WORDS + 1, 20_000);
	await first.start();
	judgeTalk(checks, page, console_);
	page.close();
	console_.close();
}

/** Gives the id of the only conversation that waits. */
async function queueOnBoth(checks: Checks, helper: Helper, away: Helper): Promise<string> {
	const [here, there] = [await viewOf(helper), await viewOf(away)];
	const id = here.waiting.at(-1)?.id ?? '';
	checks.holds('the queue is the same on both nodes', JSON.stringify(here.waiting) === JSON.stringify(there.waiting));
	return id;
}

async function typingBothWays(
	checks: Checks,
	visitor: Visitor,
	helper: Helper,
	id: string,
	page: Screen,
	console_: Screen,
): Promise<void> {
	await checks.comes('typing of the visitor reaches the console', async () => {
		await visitor.visit.postJson('/api/chat/typing', {});
		return console_.signs.includes('typing');
	});
	await checks.comes('typing of the helper reaches the page', async () => {
		await helper.postJson('/staff/desk/typing', { id });
		return page.signs.includes('typing');
	});
}

async function visitorTalks(visitor: Visitor): Promise<void> {
	for (let word = 0; word < WORDS; word += 1) {
		while (!isAcked(await sendOnce(visitor, `talker-word-${word}`, `visitor ${word}`))) await pause(100);
		await pause(60);
	}
}

async function helperTalks(helper: Helper, id: string): Promise<void> {
	for (let word = 0; word < WORDS; word += 1) {
		await answerSurely(helper, id, `helper-word-${word}`, `helper ${word}`);
		await pause(80);
	}
}

const wordsOn = (screen: Screen): number => screen.shown.filter(({ kind }) => kind === 'text').length;

function judgeTalk(checks: Checks, page: Screen, console_: Screen): void {
	for (const who of ['visitor', 'helper'])
		for (const [where, screen] of [
			['page', page],
			['console', console_],
		] as const) {
			const words = screen.shown.filter(({ author, text }) => author === who && text?.startsWith(`${who} `));
			const wanted = Array.from({ length: WORDS }, (_, word) => `${who} ${word}`);
			checks.holds(
				`words of the ${who} are on the ${where} once and in order`,
				JSON.stringify(words.map(({ text }) => text)) === JSON.stringify(wanted),
			);
		}
	checks.holds('her page found the other node', page.lines > 1 || page.shown.length > 0);
}
