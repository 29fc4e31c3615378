import net from 'node:net';

/**
 * Asks for one page over kept connections, one request at a time on each, and prints how many answers came.
 * Arguments: port, path, milliseconds, connections. A socket and no HTTP client, so that the server is what is busy.
 */
const [port = 0, ms = 1_000, connections = 16] = [2, 4, 5].map((place) => Number(process.argv[place]));
const path = process.argv[3] ?? '/';
const asked = Buffer.from(
	[
		`GET ${path} HTTP/1.1`,
		`host: 127.0.0.1:${port}`,
		'user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
		'accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
		'accept-language: ru,fi;q=0.8,en;q=0.5',
		'accept-encoding: gzip, deflate, br',
		'connection: keep-alive',
		'\r\n',
	].join('\r\n'),
);
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const end = performance.now() + ms;
let answers = 0;

await Promise.all(Array.from({ length: connections }, ask));
process.stdout.write(String(answers));
process.exit(0);

function ask(): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = net.connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(asked));
		let wanted = 0;
		socket.on('data', (chunk) => {
			if (wanted === 0) wanted = lengthOf(chunk);
			wanted -= chunk.length;
			if (wanted > 0) return;
			answers++;
			if (performance.now() < end) socket.write(asked);
			else resolve();
		});
		socket.on('error', reject);
		socket.on('close', () => reject(new Error('the connection was closed')));
	});
}

/** Bytes of the whole answer: its head comes with the first chunk. */
function lengthOf(chunk: Buffer): number {
	const head = chunk.subarray(0, chunk.indexOf(END_OF_HEAD)).toString('latin1');
	const length = /^HTTP\/1\.1 200.*\r\ncontent-length: (\d+)/is.exec(head)?.[1];
	if (!length) throw new Error(`no answer of a known length: ${head}`);
	return head.length + END_OF_HEAD.length + Number(length);
}
