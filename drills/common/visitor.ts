import { randomUUID } from 'node:crypto';
import { Visit } from '../../bench/common/request.ts';

/** A visitor as her browser would be: opens a conversation by the form, sends as the page's module does. */
export type Visitor = { readonly name: string; readonly visit: Visit };

/** As many from one address as in a library; opening is counted by address. */
const AT_ONE_ADDRESS = 40;
let opened = 0;

export async function openVisitor(address: string, name: string): Promise<Visitor> {
	const visit = new Visit(address, `127.0.0.${10 + Math.floor(opened / AT_ONE_ADDRESS)}`);
	opened += 1;
	const answer = await openWith(visit, randomUUID(), `${name} begins`);
	if (answer !== 303) throw new Error(`opening a conversation was answered with ${answer}`);
	return { name, visit };
}

export async function openWith(visit: Visit, key: string, text: string): Promise<number> {
	return (await visit.postForm('/ru/chat?/open', { key, kind: 'chat', text, about: '' })).status;
}

export type Acked = { readonly seq: number; readonly text: string };
export type Outcome = Acked | { readonly refused: string } | null;

/** Sends once; null when nothing is known of the outcome. */
export async function sendOnce({ visit }: Visitor, clientId: string, text: string): Promise<Outcome> {
	try {
		const answer = await visit.postJson('/api/chat/messages', { clientId, text });
		const body: { seq?: number; text?: string; refused?: string } = JSON.parse(answer.body.toString());
		if (answer.status === 201 && body.seq && body.text) return { seq: body.seq, text: body.text };
		return { refused: body.refused ?? String(answer.status) };
	} catch {
		return null;
	}
}

export const isAcked = (outcome: Outcome): outcome is Acked => outcome !== null && 'seq' in outcome;
