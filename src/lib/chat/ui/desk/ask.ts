/** One request to the server. A refusal is a value; `offline` means that nothing is known of the outcome. */
export type Refused = { readonly refused: string; readonly fields: Readonly<Record<string, string>> };

export function isRefused(answer: unknown): answer is Refused {
	return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** What the answers of our own server look like is held by its types, so they are taken by their name here. */
export async function ask<Answer>(
	method: 'GET' | 'POST',
	path: string,
	body?: object,
	{ keepalive = false } = {},
): Promise<Answer | Refused> {
	try {
		const response = await fetch(path, {
			method,
			keepalive,
			headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const answer: Answer | Refused = await response.json();
		return response.ok || isRefused(answer) ? answer : passing(response.status);
	} catch {
		return { refused: 'offline', fields: {} };
	}
}

/** Says something small that may be lost. */
export function tell(path: string, body: object): void {
	void ask('POST', path, body);
}

function passing(status: number): Refused {
	return { refused: status === 503 ? 'database' : 'fault', fields: {} };
}
