import { randomUUID } from 'node:crypto';
import { parsed, Visit } from '../../bench/common/request.ts';
import { type Helper, signIn } from '../common/helper.ts';
import { openWith } from '../common/visitor.ts';
import type { Era } from '../shred/era.ts';
import type { Codes, Contact, dice, Happened, Waited } from './happened.ts';
import { dayOf } from './recount.ts';

/** Hours between two who come: a hundred make a month. */
const HOURS_BETWEEN = 14;
/** Between who comes and what happens next; the clock of the drill goes on a little by itself. */
const WAITS = [0, 3, 10, 40, 300, 2_000];
const SERVICES = ['kela-omakela', 'vero-omavero', ''];
const OUTCOMES = ['solved-together', 'solved-by-person', 'referred', 'not-solved', 'emergency', 'not-a-contact'];
const TOPICS = ['benefits', 'tax', 'housing'];
const HAND_CHANNELS = ['phone', 'visit', 'video', 'event', 'email', 'sms'];

export type Month = {
	readonly era: Era;
	readonly chance: ReturnType<typeof dice>;
	/** Steps of guides, as the closing names them, with the place of the step in its guide. */
	readonly steps: readonly { readonly at: string; readonly number: number }[];
	readonly happened: Happened;
	readonly deskId: string;
};

/** So many come, one after the other, by chat or by whatever other way; some closings are mended. */
export async function liveMonth(month: Month, count: number): Promise<void> {
	for (let at = 0; at < count; at += 1) {
		await month.era.pass(month.chance.upTo(2 * HOURS_BETWEEN * 60));
		if (month.chance.upTo(1) === 0) await byHand(month, await adviser(month));
		else await byChat(month, at);
		if (month.chance.upTo(4) === 0) await mendOne(month, await coordinator(month));
	}
}

/** Each at another node, and anew each time: a session does not outlive the hours between. */
const adviser = ({ era }: Month): Promise<Helper> => signIn(era.network.nodes[0]?.address ?? '', 'adviser');
const coordinator = ({ era }: Month): Promise<Helper> => signIn(era.network.nodes[1]?.address ?? '', 'coordinator');

async function byChat(month: Month, at: number): Promise<void> {
	const { era, chance, happened } = month;
	const visit = new Visit(chance.of(era.network.nodes).address, `127.2.${Math.floor(at / 200)}.${1 + (at % 200)}`);
	const key = randomUUID();
	const status = await openWith(visit, key, `month ${at}`);
	if (status !== 303) throw new Error(`opening was answered with ${status}`);
	const talk = { visit, ...(await beganOf(month, key)) };
	const wait: Waited = { began: talk.began, channel: talk.kind === 'chat' ? 'chat' : 'question', became: 'abandoned' };
	happened.waits.push(wait);
	await era.pass(chance.of(WAITS));
	if (chance.upTo(5) === 0)
		return void (await must(visit.postForm(`/ru/chat?/${chance.of(['end', 'erase'])}`, {}), 303));
	await claimed(month, talk, wait);
}

type Talk = { readonly id: string; readonly visit: Visit };

async function claimed(month: Month, talk: Talk, wait: Waited): Promise<void> {
	const { chance, era, happened } = month;
	const one = await adviser(month);
	const path = `/staff/conversations/${talk.id}`;
	wait.became = await tookUp(month, one, talk.id, wait.began);
	let holder = one;
	if (chance.upTo(2) === 0) {
		await must(one.postJson(`${path}/release`, {}), 200);
		await era.pass(chance.of(WAITS));
		holder = await coordinator(month);
		await must(holder.postJson(`${path}/claim`, {}), 200);
	}
	if (chance.upTo(7) === 0) {
		await must(holder.postJson(`${path}/block`, {}), 200);
		wait.became = 'blocked';
		return;
	}
	happened.contacts.push(await closed(month, holder, path));
	if (chance.upTo(3) === 0) await comesBack(month, talk);
}

/** She writes again after the end, and waits anew. */
async function comesBack(month: Month, talk: Talk): Promise<void> {
	const { era, chance, happened } = month;
	await must(
		talk.visit.postForm('/ru/chat?/send', { text: 'once more', clientId: randomUUID(), key: randomUUID() }),
		303,
	);
	const [row] = await era.network.sql<{ began: Date | null; kind: string }>(
		'select waiting_since as began, kind from conversations where id = $1',
		[talk.id],
	);
	if (!row?.began) throw new Error('she wrote again and does not wait');
	const wait: Waited = {
		began: row.began.getTime(),
		channel: row.kind === 'chat' ? 'chat' : 'question',
		became: 'abandoned',
	};
	happened.waits.push(wait);
	await era.pass(chance.of(WAITS));
	const helper = await coordinator(month);
	wait.became = await tookUp(month, helper, talk.id, wait.began);
	happened.contacts.push(await closed(month, helper, `/staff/conversations/${talk.id}`));
}

/** How long she had waited; the moment is the one that the conversation itself tells. */
async function tookUp({ era }: Month, helper: Helper, id: string, began: number): Promise<number> {
	await must(helper.postJson(`/staff/conversations/${id}/claim`, {}), 200);
	const [row] = await era.network.sql<{ at: Date }>(
		'select max(claimed_at) as at from claims where conversation_id = $1',
		[id],
	);
	return (row?.at.getTime() ?? began) - began;
}

async function beganOf({ era }: Month, key: string): Promise<{ id: string; kind: string; began: number }> {
	const [row] = await era.network.sql<{ id: string; kind: string; opened: Date }>(
		'select id, kind, opened_at as opened from conversations where start_key = $1',
		[key],
	);
	if (!row) throw new Error('the conversation is not there');
	return { id: row.id, kind: row.kind, began: row.opened.getTime() };
}

async function closed(month: Month, helper: Helper, path: string): Promise<Contact> {
	const codes = codesBy(month);
	const done = parsed<{ closingId: string }>(await helper.postJson(`${path}/closure`, codes), 200);
	return { ...codes, closingId: done.closingId, channel: 'chat', language: 'ru', day: await today(month) };
}

async function byHand(month: Month, helper: Helper): Promise<void> {
	const codes = codesBy(month);
	const channel = month.chance.of(HAND_CHANNELS);
	const language = month.chance.of(['ru', 'fi', 'en']);
	const step = month.steps.find(({ at }) => at === codes.stuckAt);
	const answer = await helper.postForm('/staff/cases/contact', {
		...{ clientId: randomUUID(), deskId: month.deskId, channel, language, topic: codes.topic, outcome: codes.outcome },
		...{ minutes: String(codes.minutes), serviceId: codes.serviceId, guideMissing: codes.guideMissing ? 'on' : '' },
		...{ stuckGuide: codes.stuckAt.split('#')[0] ?? '', stuckStep: step ? String(step.number) : '' },
	});
	const closingId = /recorded=([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1];
	if (!closingId) throw new Error(`a contact was answered with ${answer.status}`);
	month.happened.contacts.push({ ...codes, closingId, channel, language, day: await today(month) });
}

/** The codes of some contact were wrong: what counted is taken back, and the right ones count on its day. */
async function mendOne({ chance, happened, steps }: Month, helper: Helper): Promise<void> {
	if (happened.contacts.length === 0) return;
	const at = chance.upTo(happened.contacts.length - 1);
	const wrong = happened.contacts[at];
	if (!wrong) return;
	const codes = codesBy({ chance, steps });
	const { guideMissing, ...fields } = { ...codes, minutes: String(codes.minutes) };
	const form = { ...fields, ...(guideMissing && { guideMissing: 'on' }), ageBand: '', gender: '', referredTo: '' };
	const answer = await helper.postForm(`/staff/closings/${wrong.closingId}`, form);
	const closingId = /mended=([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1];
	if (!closingId) throw new Error(`mending was answered with ${answer.status}`);
	happened.contacts[at] = { ...wrong, ...codes, closingId };
}

function codesBy({ chance, steps }: Pick<Month, 'chance' | 'steps'>): Codes {
	return {
		...{ topic: chance.of(TOPICS), serviceId: chance.of(SERVICES), outcome: chance.of(OUTCOMES) },
		...{ stuckAt: chance.upTo(1) === 0 ? chance.of(steps).at : '', minutes: chance.upTo(60) },
		guideMissing: chance.upTo(5) === 0,
	};
}

/** The site's day: its clock is turned, ours is not. */
async function today({ era }: Month): Promise<string> {
	return dayOf(Date.now() + era.ahead());
}

async function must(answering: Promise<{ status: number }>, status: number): Promise<void> {
	const answer = await answering;
	if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}`);
}
