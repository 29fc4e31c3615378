import http from 'node:http';
import pg from 'pg';

/** The floor: the least that can record something. One POST, one row, one commit with fsync; no rights, no codes, no page. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
await pool.query('create table if not exists contacts (client_id text primary key, body text not null)');

const server = http.createServer((request, response) => void take(request, response));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('the floor is ready\n'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

async function take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const body = Buffer.concat(chunks).toString();
	const clientId = new URLSearchParams(body).get('clientId');
	await pool.query({ name: 'add', text: 'insert into contacts values ($1, $2)', values: [clientId, body] });
	response.writeHead(303, { location: '/' }).end();
}
