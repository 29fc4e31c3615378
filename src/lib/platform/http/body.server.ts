import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_CONTENT_POLICY, safetyHeaders } from './headers.ts';

/** Reads a small JSON body; null when it is too large, was broken off, or is no JSON object. */
export async function readJson(request: IncomingMessage, largest = 64_000): Promise<Record<string, unknown> | null> {
	const body = await readBytes(request, largest);
	return body && parsed(body.toString('utf8'));
}

/**
 * Reads a whole body; null when it is larger than it may be, or was broken off. What comes after that is thrown away as
 * it comes, so that the sender can hear the answer.
 */
export function readBytes(request: IncomingMessage, largest: number): Promise<Buffer | null> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size <= largest) chunks.push(chunk);
			else chunks.length = 0;
		});
		request.on('end', () => resolve(size <= largest ? Buffer.concat(chunks) : null));
		request.on('error', () => resolve(null));
		// When we break it off ourselves there is neither an end nor an error; when it was broken off before we began to
		// read, there is no word of it at all.
		request.on('close', () => resolve(null));
		if (request.closed) resolve(null);
	});
}

function parsed(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
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
