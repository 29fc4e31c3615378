import { randomInt, randomUUID } from 'node:crypto';
import { parsed } from '../../bench/common/request.ts';
import type { Elsewhere } from '../common/elsewhere.ts';

/** A phone as the page of a tally makes it: what it has kept, and what it thinks the site knows. */
export type Phone = {
	readonly site: readonly Elsewhere[];
	readonly tally: string;
	readonly hand: string;
	readonly kept: Map<string, Kept>;
};
type Kept = { readonly minutes: number; isUndone: boolean; at: 'here' | 'tried' | 'there' };
type Answer = { taken: { id: string; state: string; reason?: string }[] };

/** `new-id`: sends again under another id. `forgetful`: undoes what was sent without telling the site. */
export type Fault = 'new-id' | 'forgetful';
/** `killed`: the phone goes out after sending, and all it knows is what it had written down before. */
export const FATES = ['well', 'twice', 'two-nodes-at-once', 'lost', 'killed'] as const;
export type Fate = (typeof FATES)[number];

const TOPICS = ['tax', 'health', 'work', 'housing'];

export function tap({ kept }: Phone, minutes: number): string {
	const id = randomUUID();
	kept.set(id, { minutes, isUndone: false, at: 'here' });
	return id;
}

/** Gives what is no longer wanted; null when there was nothing to undo. */
export function undoOne({ kept }: Phone, fault?: Fault): string | null {
	const holding = [...kept].filter(([, { isUndone }]) => !isUndone);
	const [id, one] = holding[randomInt(0, holding.length || 1)] ?? [];
	if (!id || !one) return null;
	if (one.at === 'here' || fault === 'forgetful') kept.delete(id);
	else one.isUndone = true;
	return id;
}

/** True when nothing is left to bring. */
export async function bring(phone: Phone, fate: Fate, fault?: Fault): Promise<boolean> {
	const waiting = [...phone.kept].filter(([, { at, isUndone }]) => at !== 'there' || isUndone).slice(0, 50);
	if (waiting.length === 0) return true;
	const isAgain = waiting.some(([, { at }]) => at === 'tried');
	for (const [, one] of waiting) one.at = one.at === 'here' ? 'tried' : one.at;
	const names = new Map(waiting.map(([id]) => [fault === 'new-id' && isAgain ? randomUUID() : id, id]));
	const taps = [...names].map(([sent, id]) => asSent(phone, sent, id));
	const [one, other] = phone.site;
	const post = async (to?: Elsewhere) => (await to?.postJson(`/staff/tally/${phone.tally}/taps`, { taps })) ?? null;
	const answer = await post(randomInt(0, 2) === 0 ? one : other).catch(() => null);
	if (fate === 'twice') await post(one).catch(() => null);
	if (fate === 'two-nodes-at-once') await Promise.allSettled([post(one), post(other)]);
	if (answer?.status !== 200 || fate === 'lost' || fate === 'killed') return false;
	const { taken } = parsed<Answer>(answer, 200);
	for (const { id, state, reason } of taken) {
		if (state !== 'stored') throw new Error(`a tap was refused: ${reason}`);
		const known = phone.kept.get(names.get(id) ?? '');
		if (known?.isUndone) phone.kept.delete(names.get(id) ?? '');
		else if (known) known.at = 'there';
	}
	return false;
}

/** With a clock that is a day wrong, and said so: the site asks no phone what day it is. */
function asSent({ hand, kept }: Phone, id: string, known: string) {
	const { minutes = 0, isUndone = false } = kept.get(known) ?? {};
	const codes = { topic: TOPICS[minutes % TOPICS.length], outcome: 'solved-together', language: 'ru', ageBand: null };
	return { ...codes, id, hand, minutes, isUndone, day: '2020-02-30', at: '2035-01-01T00:00:00Z' };
}
