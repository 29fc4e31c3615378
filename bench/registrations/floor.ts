import http from 'node:http';
import pg from 'pg';

/**
 * The floor: the least that can give a seat to one after the other. One POST: the row of the date is locked, seats are
 * counted, a row is written, one commit with fsync. No form, no line, no code, no page.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('create table if not exists dates (id int primary key, capacity int not null, taken int not null)');
await pool.query('create table if not exists seats (client_id text primary key, state text not null)');

const server = http.createServer((request, response) => void take(request, response));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('the floor is ready\n'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

async function take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const clientId = new URLSearchParams(Buffer.concat(chunks).toString()).get('clientId');
	await seat(clientId ?? '');
	response.writeHead(303, { location: '/' }).end();
}

async function seat(clientId: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		const { rows } = await client.query({
			...{ name: 'lock', text: 'select capacity > taken as "isFree" from dates where id = 1 for update' },
		});
		const state = rows[0]?.isFree ? 'confirmed' : 'waiting';
		await client.query({ name: 'add', text: 'insert into seats values ($1, $2)', values: [clientId, state] });
		if (state === 'confirmed')
			await client.query({ name: 'take', text: 'update dates set taken = taken + 1 where id = 1' });
		await client.query('commit');
	} finally {
		client.release();
	}
}
