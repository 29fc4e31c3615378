import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Visit } from '../../bench/common/request.ts';
import type { Checks } from '../common/checks.ts';
import { elsewhere } from '../common/elsewhere.ts';
import type { Program } from '../common/program.ts';
import { patiently } from '../common/patiently.ts';
import { surely } from '../common/surely.ts';
import { openWith } from '../common/visitor.ts';
import { openedWith, type Sealed } from './attacker.ts';
import { canary, hasCanary } from './canary.ts';
import type { Era } from './era.ts';
import { keysIn } from './keys.ts';
import { isForgotten, isSwept } from './sweep.ts';

/**
 * Keystore and node are killed in the middle of forgetting and of a sweep: what goes is whole until it is dark, and
 * nothing of it comes back with the one that was killed.
 */
export async function strikeWhileForgetting(era: Era, blows: number, checks: Checks): Promise<void> {
	for (let blow = 0; blow < blows; blow += 1) {
		const doomed = blow % 2 === 0 ? era.network.keystore : era.network.nodes[0];
		if (doomed) await (blow % 4 < 2 ? strikeErasing : strikeSweep)(era, doomed, checks);
	}
}

const DAYS_KEPT = 30;
/** How far into the work of the keystore a blow falls. */
const LATEST_MS = 6;
const NEVER_MS = 20_000;

type Written = { readonly visit: Visit; readonly id: string; readonly sealed: readonly Sealed[] };

async function strikeErasing(era: Era, doomed: Program, checks: Checks): Promise<void> {
	const written = await write(era);
	const fallen = strikeAtWork(era, doomed);
	const answer = await written.visit.postForm('/ru/chat?/erase', {}).catch(() => null);
	checks.holds('a blow fell while a share was destroyed', await fallen);
	await checkHalves(era, written, checks);
	await startAgain(era, doomed);
	const isThere = (await rowsOf(era, written)) > 0;
	checks.holds('what was acknowledged as erased is gone', answer?.status !== 303 || !isThere);
	if (isThere) await surely(async () => (await written.visit.postForm('/ru/chat?/erase', {})).status === 303);
	checks.holds('the share is destroyed after all', await isForgotten(era));
	await checkDark(era, written, checks);
}

async function strikeSweep(era: Era, doomed: Program, checks: Checks): Promise<void> {
	const written = await write(era);
	const fallen = strikeAtWork(era, doomed);
	await era.turnTo(era.day + DAYS_KEPT + 1);
	checks.holds('a blow fell in the sweep', await fallen);
	await checkHalves(era, written, checks);
	await startAgain(era, doomed);
	checks.holds('the sweep is done after all', await isSwept(era));
	await checkDark(era, written, checks);
}

/** A conversation with three texts, and their seals as a backup of this moment would have them. */
async function write({ network }: Era): Promise<Written> {
	const visit = new Visit(network.nodes[0]?.address ?? '', '127.0.3.1');
	const key = randomUUID();
	await surely(async () => (await openWith(visit, key, canary(0))) === 303);
	for (const turn of [1, 2]) {
		const message = { clientId: randomUUID(), text: canary(turn) };
		await surely(async () => (await visit.postJson('/api/chat/messages', message)).status === 201);
	}
	const sealed = await network.sql<Sealed>(
		`select 'messages' as table, m.conversation_id as conversation, sealed as bytes
		from messages m join conversations c on c.id = m.conversation_id where c.start_key = $1`,
		[key],
	);
	const id = sealed[0]?.conversation;
	if (!id || sealed.length !== 3) throw new Error('a conversation was not written');
	return { visit, id, sealed };
}

/** Whoever works in the folder of keys has its lock: that is when the blow falls. */
async function strikeAtWork({ network }: Era, doomed: Program): Promise<boolean> {
	const isAtWork = await new Promise<boolean>((resolve) => {
		const watcher = fs.watch(path.join(network.folder, 'keys'), (_, name) => name === 'lock' && done(true));
		const timer = setTimeout(() => done(false), NEVER_MS);
		const done = (isSeen: boolean): void => {
			clearTimeout(timer);
			watcher.close();
			resolve(isSeen);
		};
	});
	await pause(Math.random() * LATEST_MS);
	await doomed.kill();
	return isAtWork;
}

/** What a killed worker had taken is taken up again after a minute. */
async function startAgain(era: Era, doomed: Program): Promise<void> {
	await doomed.start();
	await era.pass(2);
}

/** By the node that lives she sees all that she wrote, or nothing. */
async function checkHalves({ network }: Era, { visit }: Written, checks: Checks): Promise<void> {
	const living = elsewhere(visit, network.nodes[1]?.address ?? '');
	const answer = await patiently(() => living.get('/en/chat/save'));
	const seen = answer.body.toString().split('\n').filter(hasCanary).length;
	checks.holds('nothing is half alive', seen === 0 || seen === 3);
}

async function checkDark({ network }: Era, { visit, sealed }: Written, checks: Checks): Promise<void> {
	checks.holds(
		'nothing of it opens with the keys that are left',
		openedWith(keysIn(path.join(network.folder, 'keys')), sealed).length === 0,
	);
	for (const { address } of network.nodes) {
		const answer = await patiently(() => elsewhere(visit, address).get('/en/chat/save'));
		checks.holds('no node shows anything of it', answer.status === 404 && !hasCanary(answer.body.toString()));
	}
}

async function rowsOf({ network }: Era, { id }: Written): Promise<number> {
	return (await network.sql('select 1 from conversations where id = $1', [id])).length;
}
