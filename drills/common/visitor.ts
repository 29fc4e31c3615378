import { randomUUID } from 'node:crypto';

/** A visitor as her browser would be: opens a conversation by the form, sends as the page's module does. */
export type Visitor = { readonly name: string; readonly cookie: string };
export type Acked = { readonly seq: number; readonly text: string };

const form = (address: string) => ({
	'content-type': 'application/x-www-form-urlencoded',
	origin: address,
	accept: 'text/html',
});

export async function openVisitor(address: string, name: string): Promise<Visitor> {
	const body = new URLSearchParams({ key: randomUUID(), kind: 'chat', text: `${name} begins`, about: '' });
	const answer = await fetch(`${address}/ru/chat?/open`, {
		method: 'POST',
		headers: form(address),
		body,
		redirect: 'manual',
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
	const cookie = cookies.find((one) => one.startsWith('silta_visitor=')) ?? '';
	if (answer.status !== 303 || !cookie) throw new Error(`opening a conversation was answered with ${answer.status}`);
	return { name, cookie };
}

/** Sends once; null when nothing is known of the outcome. */
export async function sendOnce(
	address: string,
	visitor: Visitor,
	clientId: string,
	text: string,
): Promise<Acked | null> {
	try {
		const answer = await fetch(`${address}/api/chat/messages`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: address, cookie: visitor.cookie },
			body: JSON.stringify({ clientId, text }),
			signal: AbortSignal.timeout(5_000),
		});
		const body: { seq?: number; text?: string } = await answer.json();
		return answer.status === 201 && body.seq !== undefined && body.text !== undefined
			? { seq: body.seq, text: body.text }
			: null;
	} catch {
		return null;
	}
}

/** What the visitor finds when she saves her conversation: the texts, in order. */
export async function savedTexts(address: string, visitor: Visitor): Promise<string[]> {
	const answer = await fetch(`${address}/en/chat/save`, { headers: { cookie: visitor.cookie } });
	return (await answer.text()).split('\n').filter((line) => line.startsWith(visitor.name));
}
