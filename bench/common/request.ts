import http from 'node:http';

/** What a browser sends and gets, without the browser: kept connections, cookies, an origin. Loopback only. */
export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };
type Wanted = { body?: string | Buffer; headers?: Record<string, string>; from?: string };

/** Idle connections go before a server ends them (after 20 s): a request that meets the end is reset, nobody's fault. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1_000, timeout: 10_000 });

export function request(method: string, url: string, { body, headers = {}, from }: Wanted = {}): Promise<Answer> {
	const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
	return new Promise((resolve, reject) => {
		const options = { method, agent, headers: { ...headers, ...length }, localAddress: from, timeout: 30_000 };
		const sent = http.request(url, options, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
			);
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.on('timeout', () => sent.destroy(new Error(`no answer from ${url}`)));
		sent.end(body);
	});
}

/** One browser: keeps its cookies and says where its forms come from. */
export class Visit {
	readonly base: string;
	readonly from: string | undefined;
	readonly #cookies = new Map<string, string>();

	constructor(base: string, from?: string) {
		this.base = base;
		this.from = from;
	}

	async get(path: string): Promise<Answer> {
		return this.#keep(await request('GET', this.base + path, { headers: this.headers(), from: this.from }));
	}

	async postForm(path: string, fields: Record<string, string>): Promise<Answer> {
		const headers = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
		const body = new URLSearchParams(fields).toString();
		return this.#keep(await request('POST', this.base + path, { body, headers, from: this.from }));
	}

	async postJson(path: string, value: unknown): Promise<Answer> {
		const headers = { ...this.headers(), 'content-type': 'application/json' };
		return request('POST', this.base + path, { body: JSON.stringify(value), headers, from: this.from });
	}

	headers(): Record<string, string> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return { origin: this.base, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
	}

	#keep(answer: Answer): Answer {
		for (const line of answer.headers['set-cookie'] ?? []) {
			const [pair = ''] = line.split(';');
			const cut = pair.indexOf('=');
			this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
		}
		return answer;
	}
}

/** The JSON of an answer that must have the status. */
export function parsed<Shape>(answer: Answer, status: number): Shape {
	if (answer.status !== status)
		throw new Error(`${answer.status} instead of ${status}: ${answer.body.toString().slice(0, 300)}`);
	// The shape is what the endpoint promises; a wrong one shows as a lost message.
	return JSON.parse(answer.body.toString()) as Shape;
}
