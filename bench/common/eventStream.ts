import http from 'node:http';

type Event = { name: string; data: string };
type Wanted = { headers?: Record<string, string>; from?: string };

/** Reads a stream of events until the returned function is called; resolves when its first bytes are there. */
export function openEvents(url: string, wanted: Wanted, hear: (event: Event) => void): Promise<() => void> {
	return new Promise((resolve, reject) => {
		const options = {
			agent: false,
			headers: { accept: 'text/event-stream', ...wanted.headers },
			localAddress: wanted.from,
		};
		const sent = http.get(url, options, (response) => {
			if (response.statusCode !== 200) return reject(new Error(`${url} answers ${response.statusCode}`));
			const take = eventsOf(hear);
			response.setEncoding('utf8');
			response.once('data', () => resolve(() => sent.destroy()));
			response.on('data', take);
			response.on('error', () => undefined);
		});
		sent.on('error', reject);
	});
}

/** Takes a stream in pieces, wherever it was cut, and gives its events. */
export function eventsOf(hear: (event: Event) => void): (chunk: string) => void {
	let rest = '';
	return (chunk) => {
		rest += chunk;
		for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
			const event = eventIn(rest.slice(0, end));
			rest = rest.slice(end + 2);
			if (event) hear(event);
		}
	};
}

function eventIn(frame: string): Event | null {
	let name = 'message';
	let data: string | null = null;
	for (const line of frame.split('\n')) {
		if (line.startsWith('event: ')) name = line.slice(7);
		else if (line.startsWith('data: ')) data = line.slice(6);
	}
	return data === null ? null : { name, data };
}
