import http from 'node:http';
import pg from 'pg';

/**
 * The floor: the least that keeps the same promises about delivery. POST, acknowledged after a commit with fsync; the
 * same client id again gives the same number; numbers without gaps; streams that read on from a cursor. Plain text, no
 * masking, no sealing, no sessions, no rights. One writer puts everything that waits into one transaction.
 *
 * It asks the database as the reference did with which the goals were set, or, with `FLOOR=sharp`, as well as we can.
 */
const isSharp = process.env.FLOOR === 'sharp';

type Row = { id: number; conversation: string; seq: number; clientId: string; author: string; body: string };
type Waiting = Omit<Row, 'id' | 'seq'> & { answer(status: number, value: object): void };
type Reader = { cursor: number; response: http.ServerResponse };

const LARGEST_BATCH = 500;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
await pool.query(`create table if not exists floor (id bigint not null, conversation text, seq int, client_id text not null,
	author text not null, body text not null, at timestamptz not null default now(),
	primary key (conversation, seq), unique (conversation, client_id))`);
if (!isSharp) await pool.query('create unique index if not exists floor_id on floor (id)');
let lastId = Number((await pool.query('select coalesce(max(id), 0) as last from floor')).rows[0]?.last);
const writer = await pool.connect();
const lastSeq = new Map<string, number>();
const readers = new Map<string, Set<Reader>>();
const queue: Waiting[] = [];
let writing = false;

const server = http.createServer((request, response) => void route(request, response));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('the floor is ready\n'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

async function route(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://floor');
	const [, author = '', conversation = ''] = url.pathname.split('/');
	if (request.method !== 'POST') return stream(url, request, response);
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const { clientId, text } = JSON.parse(Buffer.concat(chunks).toString());
	const answer = (status: number, value: object): void => answerJson(response, status, value);
	queue.push({ conversation, clientId, author, body: text, answer });
	if (!writing) void write();
}

function answerJson(response: http.ServerResponse, status: number, value: object): void {
	const body = JSON.stringify(value);
	response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
	response.end(body);
}

async function write(): Promise<void> {
	writing = true;
	while (queue.length > 0) {
		const batch = queue.splice(0, LARGEST_BATCH);
		try {
			await writeBatch(batch);
		} catch (error) {
			lastSeq.clear();
			for (const waiting of batch) waiting.answer(503, { error: String(error) });
		}
	}
	writing = false;
}

async function writeBatch(batch: readonly Waiting[]): Promise<void> {
	const seqs = await knownOf(batch);
	const fresh: Row[] = [];
	for (const { conversation, clientId, author, body } of batch) {
		if (seqs.has(`${conversation} ${clientId}`)) continue;
		const seq = (await lastOf(conversation)) + 1;
		lastSeq.set(conversation, seq);
		seqs.set(`${conversation} ${clientId}`, seq);
		lastId += 1;
		fresh.push({ id: lastId, conversation, seq, clientId, author, body });
	}
	if (fresh.length > 0) await insert(fresh);
	for (const { conversation, clientId, answer } of batch) answer(201, { seq: seqs.get(`${conversation} ${clientId}`) });
	for (const row of fresh) for (const reader of readers.get(row.conversation) ?? []) give(reader, row);
}

type Statement = { name?: string; text: string };
type Statements = { known: Statement; insert: Statement };

/** Planned for each batch anew. */
const AS_THE_REFERENCE: Statements = {
	known: {
		text: `select conversation, client_id, seq from unnest($1::text[], $2::text[]) as sent (conversation, client_id)
			join floor using (conversation, client_id)`,
	},
	insert: {
		text: `insert into floor (id, conversation, seq, client_id, author, body)
			select * from unnest($1::bigint[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[])`,
	},
};
/** Planned once. One look at the index for each: planned while the table is young, a join reads all of it ever after. */
const SHARP: Statements = {
	known: {
		name: 'known',
		text: `select conversation, client_id, seq from unnest($1::text[], $2::text[]) as sent (conversation, client_id)
			cross join lateral (select seq from floor f
				where f.conversation = sent.conversation and f.client_id = sent.client_id limit 1) stored`,
	},
	insert: { name: 'insert', text: AS_THE_REFERENCE.insert.text },
};
const statements = isSharp ? SHARP : AS_THE_REFERENCE;

async function knownOf(batch: readonly Waiting[]): Promise<Map<string, number>> {
	const { rows } = await writer.query<{ conversation: string; client_id: string; seq: number }>({
		...statements.known,
		values: [batch.map(({ conversation }) => conversation), batch.map(({ clientId }) => clientId)],
	});
	return new Map(rows.map((row) => [`${row.conversation} ${row.client_id}`, row.seq]));
}

async function insert(rows: readonly Row[]): Promise<void> {
	await writer.query({
		...statements.insert,
		values: (['id', 'conversation', 'seq', 'clientId', 'author', 'body'] as const).map((name) =>
			rows.map((row) => row[name]),
		),
	});
}

async function lastOf(conversation: string): Promise<number> {
	const known = lastSeq.get(conversation);
	if (known !== undefined) return known;
	const { rows } = await pool.query('select coalesce(max(seq), 0) as last from floor where conversation = $1', [
		conversation,
	]);
	return Number(rows[0]?.last ?? 0);
}

/** `?open=ID:SEQ,ID:SEQ`: the steps of each after its number, then whatever comes. */
async function stream(url: URL, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	response.write('retry: 2000\n\n');
	for (const pair of (url.searchParams.get('open') ?? '').split(',')) {
		const [conversation = '', after] = pair.split(':');
		const reader = { cursor: Number(after), response };
		request.on('close', () => readers.get(conversation)?.delete(reader));
		await catchUp(conversation, reader);
	}
}

async function catchUp(conversation: string, reader: Reader): Promise<void> {
	readers.set(conversation, (readers.get(conversation) ?? new Set()).add(reader));
	const { rows } = await pool.query<Row>(
		`select id, conversation, seq, client_id as "clientId", author, body from floor where conversation = $1 and seq > $2 order by seq`,
		[conversation, reader.cursor],
	);
	for (const row of rows) give(reader, row);
}

function give(reader: Reader, { conversation, seq, clientId, author, body }: Row): void {
	if (seq <= reader.cursor) return;
	reader.cursor = seq;
	const data = JSON.stringify({ id: conversation, message: { seq, clientId, author, text: body } });
	reader.response.write(`id: ${seq}\ndata: ${data}\n\n`);
}
