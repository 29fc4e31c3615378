import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_CONTENT_POLICY, safetyHeaders } from './headers.ts';

/** Reads a small JSON body; null when it is too large or no JSON object. */
export async function readJson(request: IncomingMessage, largest = 64_000): Promise<Record<string, unknown> | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > largest) return null;
		chunks.push(chunk);
	}
	try {
		const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
	} catch {
		return null;
	}
}

export function answerJson(response: ServerResponse, status: number, value: unknown, secure: boolean): void {
	const body = JSON.stringify(value);
	response.writeHead(status, {
		...safetyHeaders(secure),
		'content-security-policy': NO_CONTENT_POLICY,
		'content-type': 'application/json; charset=utf-8',
		'content-length': Buffer.byteLength(body),
		'cache-control': 'no-store',
	});
	response.end(body);
}
