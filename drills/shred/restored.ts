import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Checks } from '../common/checks.ts';
import { elsewhere } from '../common/elsewhere.ts';
import type { Node } from '../common/network.ts';
import { patiently } from '../common/patiently.ts';
import { hasCanary } from './canary.ts';
import { type Copy, restore } from './copies.ts';
import type { Era } from './era.ts';
import { keysIn } from './keys.ts';
import type { Person } from './people.ts';

/** People of the copy, by what must be found of them in the restored site. */
export type Expected = { readonly dark: readonly Person[]; readonly readable: Person; readonly due: Person };

/**
 * P34: a site is started on an old copy of the database and today's keystore. Before it lets anybody in, what is past
 * its day is deleted, and what the copy still had to forget is forgotten.
 */
export async function openRestored(era: Era, copy: Copy, expected: Expected, checks: Checks): Promise<void> {
	const cluster = await restore(copy, path.join(path.dirname(copy.folder), 'reopened'));
	const node = await era.network.another({ DATABASE_URL: cluster.url });
	try {
		checks.holds('the copy has rows past their day', (await rowsPast(cluster.url, era)) > 0);
		await leaveUndone(cluster.url, expected.due);
		await node.start();
		checks.holds('no row past its day is there when it opens', (await rowsPast(cluster.url, era)) === 0);
		checks.holds('what was still to be forgotten is, when it opens', !hasShare(era, expected.due));
		await checkReading(node, expected, checks);
	} finally {
		await node.stop();
		await cluster.stop();
	}
}

async function checkReading(node: Node, { dark, readable, due }: Expected, checks: Checks): Promise<void> {
	const seen = async ({ visit }: Person): Promise<boolean> => {
		const answer = visit && (await patiently(() => elsewhere(visit, node.address).get('/en/chat/save')));
		return answer !== null && hasCanary(answer.body.toString());
	};
	for (const person of [...dark, due]) checks.holds('who is past her day reads nothing', !(await seen(person)));
	checks.holds('who is not reads on', await seen(readable));
}

async function rowsPast(url: string, { dayOf, day }: Era): Promise<number> {
	const rows = await ask(url, 'select 1 from conversations where expires_on < $1', [dayOf(day)]);
	return rows.length;
}

/** As it stands in a copy that was taken between the erasing and the destruction of the share. */
async function leaveUndone(url: string, { id }: Person): Promise<void> {
	await ask(
		url,
		`insert into jobs (id, kind, key, payload, run_at)
		select $1, 'forget', id || '/' || expires_on, jsonb_build_object('id', id, 'expiresOn', expires_on::text), opened_at
		from conversations where id = $2`,
		[randomUUID(), id],
	);
}

function hasShare({ network }: Era, { id }: Person): boolean {
	return keysIn(path.join(network.folder, 'keys')).shares.some(([subject]) => subject === id);
}

async function ask(url: string, text: string, values: unknown[]): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(text, values)).rows;
	} finally {
		await client.end();
	}
}
