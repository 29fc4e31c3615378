import { afterEach, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { layGround } from '#lib/platform/ground.server.ts';
import { enqueue, workThrough } from '#lib/platform/jobs.server.ts';
import { type Keystore, KeystoreDown } from '#lib/platform/keystore/keystore.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { eraseEverything } from './end.server.ts';
import { forget } from './forget.server.ts';
import { startLive } from './live.server.ts';
import { readConversation } from './read.server.ts';
import { buildConversation, fresh } from './testing.ts';
import { visitorOf } from './visitor.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
const undo: (() => void)[] = [];
afterEach(() => {
	for (const back of undo.splice(0).reverse()) back();
});

const say = (conversationId: string, text: string, clientId = newId()) =>
	sendMessage({ conversationId, clientId, text, by: { author: 'visitor' } });

/** The keystore as it is, but for what is given. */
function withKeystore(part: Partial<Keystore>): () => void {
	const whole = at.ground;
	layGround({ ...whole, keystore: { ...whole.keystore, ...part } });
	return () => layGround(whole);
}

const away = () => Promise.reject(new KeystoreDown('away'));
const takeAway = () => withKeystore({ makeKey: away, findKey: away, forget: away });

test('while the keystore is away nothing is written and nothing read; afterwards the same message is stored once', async () => {
	const { id } = await buildConversation();
	const comesBack = takeAway();
	undo.push(comesBack);
	const key = newId();
	// The key of a conversation may be in memory for a minute, so words are asked of one that is not.
	await expect(buildConversation()).rejects.toBeInstanceOf(KeystoreDown);
	await expect(readConversation(await fresh(id))).rejects.toBeInstanceOf(KeystoreDown);
	expect(at.ground.db.isUp()).toBe(true);
	comesBack();
	await say(id, 'раз', key);
	const again = await say(id, 'раз', key);
	if (isRefusal(again)) throw new Error(again.refused);
	expect((await readConversation(await fresh(id))).map((m) => m.text)).toEqual(['Здравствуйте', 'раз']);
});

test('an erased share that could not be destroyed is destroyed soon after the keystore is back', async () => {
	const { id, caseId, expiresOn } = await buildConversation();
	const comesBack = takeAway();
	undo.push(comesBack);
	await eraseEverything({}, visitorOf(caseId));
	for (let tries = 0; tries < 12; tries += 1) {
		await workThrough({ forget });
		undo.push(turnClock(() => Date.now() + (tries + 1) * 5_000));
	}
	comesBack();
	await workThrough({ forget });
	expect(await at.ground.keystore.findKey({ keyClass: 'chat', day: expiresOn, subject: id })).toBeNull();
});

test('what another node forgot is dropped from memory here: the next word asks the keystore anew', async () => {
	undo.push(startLive());
	const { id } = await buildConversation();
	const asked: string[] = [];
	const { makeKey } = at.ground.keystore;
	undo.push(
		withKeystore({
			makeKey: (of) => {
				asked.push(of.subject);
				return makeKey(of);
			},
		}),
	);
	await say(id, 'раз');
	expect(asked).toEqual([]);
	for (const topic of ['forgotten', 'gone', 'resync']) {
		at.ground.bus.announce(topic, topic === 'resync' ? '' : id);
		await say(id, topic);
	}
	expect(asked).toEqual([id, id, id]);
});

test('a key in memory is asked for again after a minute', async () => {
	const { id } = await buildConversation();
	let asked = 0;
	const { makeKey } = at.ground.keystore;
	undo.push(withKeystore({ makeKey: (of) => ((asked += 1), makeKey(of)) }));
	const real = Date.now();
	undo.push(turnClock(() => real + 59_000));
	await say(id, 'раз');
	expect(asked).toBe(0);
	undo.push(turnClock(() => real + 61_500));
	await say(id, 'два');
	expect(asked).toBe(1);
});

test('a job that waits for the keystore does not sleep for an hour', async () => {
	await at.ground.db.transaction((tx) => enqueue(tx, { kind: 'waits', key: 'x' }));
	let tries = 0;
	const waits = () => ((tries += 1), away());
	for (let seconds = 0; seconds <= 60; seconds += 6) {
		const soon = Date.now() + seconds * 1_000;
		undo.push(turnClock(() => soon));
		await workThrough({ waits });
	}
	expect(tries).toBeGreaterThan(8);
});
