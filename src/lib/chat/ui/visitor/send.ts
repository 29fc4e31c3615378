import type { Acknowledged, Pending } from './outbox.ts';

/** One text to the server; throws when nothing is known of the outcome. */
export async function post(
	address: string,
	{ id, text, hidden = [], notSecret = false }: Pending,
): Promise<Acknowledged | { refused: string; seconds?: number }> {
	const answer = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientId: id, text, alreadyHidden: hidden, notSecret }),
	});
	const body = await answer.json();
	return body.refused === 'malformed' ? { refused: body.fields?.text ?? 'other' } : body;
}

export function makeId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
