import http from 'node:http';
import type { Order } from './order.server.ts';
import type { KeystorePlace } from './place.ts';

/** Where a keystore's process is, and the secret that it wants to hear. */
export type Address = { readonly to: KeystorePlace; readonly secret: string; readonly agent: http.Agent };
type Answer = { readonly status: number; readonly body: Buffer };

const LARGEST_ANSWER = 65_536;

/** Gives one order; rejects when nothing is known of the outcome after `ms`. */
export function exchange({ to, secret, agent }: Address, order: Order, ms: number): Promise<Answer> {
	const body = JSON.stringify(order);
	const headers = { authorization: `Bearer ${secret}`, 'content-length': Buffer.byteLength(body) };
	return new Promise((resolve, reject) => {
		const request = http.request({ ...to, agent, method: 'POST', path: '/', headers }, (response) => {
			collect(response).then(resolve, reject);
		});
		const timer = setTimeout(() => request.destroy(new Error('no answer in time')), ms);
		request.on('error', reject);
		request.on('close', () => clearTimeout(timer));
		request.end(body);
	});
}

/** The bytes of a key are blanked where they are not needed any more. */
function collect(response: http.IncomingMessage): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		response.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > LARGEST_ANSWER) response.destroy(new Error('too long an answer'));
			else chunks.push(chunk);
		});
		response.on('error', reject);
		response.on('close', () => {
			if (!response.complete) reject(new Error('the answer broke off'));
		});
		response.on('end', () => {
			const body = Buffer.alloc(size);
			let at = 0;
			for (const chunk of chunks) {
				at += chunk.copy(body, at);
				chunk.fill(0);
			}
			resolve({ status: response.statusCode ?? 0, body });
		});
	});
}
