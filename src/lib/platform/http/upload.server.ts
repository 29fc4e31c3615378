import type { IncomingMessage } from 'node:http';
import { readBytes } from './body.server.ts';

/** What a form adds around the file. */
const AROUND = 4_096;
/** Each holds a whole file in memory. */
const MOST_AT_ONCE = 12;
const LONGEST_MS = 150_000;
let reading = 0;

export type Upload = { readonly file: Uint8Array } | { readonly failed: 'too-large' | 'too-many' };

/**
 * Takes in one file: the body itself, or a plain form in which it is the first field, called `picture`. Nothing is read
 * of a body that says it is too large, or while many are being read already.
 */
export async function takeUpload(request: IncomingMessage, largest: number): Promise<Upload> {
	const most = largest + (isForm(request) ? AROUND : 0);
	if (Number(request.headers['content-length'] ?? 0) > most) return dropped(request, 'too-large');
	if (reading >= MOST_AT_ONCE) return dropped(request, 'too-many');
	reading += 1;
	// Whoever sends a byte a minute keeps a place from everybody else.
	const timer = setTimeout(() => request.destroy(), LONGEST_MS);
	try {
		const body = await readBytes(request, most);
		if (!body) return { failed: 'too-large' };
		return { file: isForm(request) ? firstFile(body, request.headers['content-type'] ?? '') : body };
	} finally {
		clearTimeout(timer);
		reading -= 1;
	}
}

export const isForm = ({ headers }: IncomingMessage): boolean =>
	headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Read on and thrown away, so that the sender can hear the answer. */
function dropped(request: IncomingMessage, failed: 'too-large' | 'too-many'): Upload {
	request.resume();
	return { failed };
}

/**
 * By searching for two marks: a reader of whole forms takes half a second for one that is made to cost. Empty when there
 * is no such file.
 */
export function firstFile(body: Buffer, type: string): Uint8Array {
	const [, boundary = ''] = /;\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*$/i.exec(type) ?? [];
	const head = body.subarray(0, AROUND).toString('latin1');
	const from = head.indexOf('\r\n\r\n') + 4;
	const isOurs = head.startsWith(`--${boundary}\r\n`) && /;\s*name="picture"/i.test(head.slice(0, from));
	const to = boundary !== '' && isOurs && from > 4 ? body.indexOf(`\r\n--${boundary}`, from - 2) : -1;
	return to < from ? new Uint8Array() : body.subarray(from, to);
}
