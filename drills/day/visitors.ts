import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Visit } from '../../bench/common/request.ts';
import { type Screen, visitorScreen } from '../common/screen.ts';
import { surely } from '../common/surely.ts';
import { isAcked, openWith, sendOnce } from '../common/visitor.ts';
import type { Sendings } from '../kill/judge.ts';

/** One who comes, asks, talks with whoever answers her, and stays on her page until the evening. */
export type Caller = {
	/** In every word of her conversation, and in no other. */
	readonly canary: string;
	readonly key: string;
	readonly visit: Visit;
	readonly sent: Sendings;
	readonly page: Screen;
};

const WORDS = 6;
const AT_ONE_ADDRESS = 20;

/** Letters alone: a row of digits could be taken for somebody's number, and hidden. */
export const letters = (count: number): string =>
	[...randomBytes(count)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** Opens her conversation, however often she has to try. Mixed up, her browser gets the page of another. */
export async function call(door: string, at: number, mixedUpWith?: Caller): Promise<Caller> {
	const visit = new Visit(door, `127.0.4.${1 + Math.floor(at / AT_ONE_ADDRESS)}`);
	const [key, canary] = [randomUUID(), `q${letters(16)}`];
	await surely(async () => (await openWith(visit, key, `${canary} begins`)) === 303);
	const page = visitorScreen(door, () => (mixedUpWith?.visit ?? visit).headers());
	return { canary, key, visit, page, sent: { acked: [], unknown: 0 } };
}

/** Says what she has to say, each word until it is acknowledged, and goes on as long as the worst is still to come. */
export async function talk(caller: Caller, isWorstOver: () => boolean, fault?: string): Promise<void> {
	for (let word = 0; word < WORDS || !isWorstOver(); word += 1) {
		await pause(200 + Math.random() * 600);
		await say(caller, `${caller.canary} says ${word}`, fault === 'new-id');
	}
}

async function say({ canary, visit, sent }: Caller, text: string, isNewId: boolean): Promise<void> {
	const id = randomUUID();
	await surely(async (tries) => {
		const clientId = isNewId && tries > 0 ? randomUUID() : id;
		const isStored = isAcked(await sendOnce({ name: canary, visit }, clientId, text));
		if (isStored) sent.acked.push(text);
		else sent.unknown += 1;
		return isStored;
	});
}
