import { randomUUID } from 'node:crypto';
import { Visit } from '../../bench/common/request.ts';
import type { Checks } from '../common/checks.ts';
import { elsewhere } from '../common/elsewhere.ts';
import type { Network } from '../common/network.ts';
import { openVisitor, openWith } from '../common/visitor.ts';

const TWINS = 20;
const JOBS = 40;

/** P06 and P08 over two nodes: what is sent to both at once acts once; each job is done once. */
export async function actOnce(network: Network, checks: Checks): Promise<void> {
	await openOnce(network, checks);
	await sayOnce(network, checks);
	await workOnce(network, checks);
}

/** Both nodes look for work at the same moments. */
async function workOnce(network: Network, checks: Checks): Promise<void> {
	await network.sql(
		`insert into jobs (id, kind, key, payload, run_at)
		select gen_random_uuid(), 'tidy', 'drill-' || n, '{}', now() from generate_series(1, ${JOBS}) n`,
	);
	const done = `select attempts from jobs where key like 'drill-%' and finished_at is not null`;
	await checks.comes('every job is done', async () => (await network.sql(done)).length === JOBS, 20_000);
	const tries = await network.sql<{ attempts: number }>(done);
	checks.holds(
		'each was taken once',
		tries.every(({ attempts }) => attempts === 1),
	);
}

async function openOnce(network: Network, checks: Checks): Promise<void> {
	const key = randomUUID();
	const opened = await Promise.all(
		network.nodes.map(({ address }, at) => openWith(new Visit(address, `127.0.1.${at + 1}`), key, 'once')),
	);
	const rows = await network.sql('select id from conversations where start_key = $1', [key]);
	checks.holds('a form sent to both nodes at once opens one conversation', rows.length === 1);
	checks.holds('one of them at least is told so', opened.includes(303));
}

async function sayOnce(network: Network, checks: Checks): Promise<void> {
	const { visit } = await openVisitor(network.door.address, 'twin');
	const ids = Array.from({ length: TWINS }, (_, at) => `twin-message-${at}`);
	const answers = await Promise.all(
		ids.flatMap((clientId) =>
			network.nodes.map(({ address }) =>
				elsewhere(visit, address).postJson('/api/chat/messages', { clientId, text: `twin says ${clientId}` }),
			),
		),
	);
	const seqs = answers.map(({ body }) => Number(JSON.parse(body.toString()).seq));
	checks.holds(
		'a message sent to both nodes at once gets one number on both',
		ids.every((_, at) => seqs[at * 2] !== undefined && seqs[at * 2] === seqs[at * 2 + 1] && (seqs[at * 2] ?? 0) > 0),
	);
	checks.holds('and is stored once', new Set(seqs).size === TWINS);
}
