import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { makeWorld, type World } from '../fields/world.ts';
import { type Canaries, makeCanaries } from './canaries.ts';
import { INPUTS, PUBLISHED } from './inputs.ts';
import { type Found, searchFolder } from './search.ts';

/**
 * P31: identity codes, accounts, cards and one-time codes are typed into everything; then the whole of what the site
 * leaves behind is searched for them: files of the database, its journal and log, keys, logs of the nodes, rows.
 */
type Kept = {
	readonly inputs: number;
	/** Rows that say that something was hidden in them. */
	readonly hidden: number;
	readonly numbers: number;
	readonly found: readonly string[];
};

/** Searches without an answer are written down a few seconds later. */
const WRITTEN_AFTER_MS = 6_000;
const MOST_TOLD = 12;
const LEAST_HIDDEN = 12;

/** `published` types one into a text of the site as well, which is kept as it is. */
export async function typeSecrets(network: Network, rounds: number, fault?: string): Promise<Outcome> {
	const canaries = makeCanaries();
	const inputs = fault === 'published' ? { ...INPUTS, ...PUBLISHED } : INPUTS;
	for (let round = 0; round < rounds; round += 1) {
		for (const { address } of network.nodes) await typeAll(await makeWorld(network, address), canaries, inputs);
	}
	await pause(WRITTEN_AFTER_MS);
	await writeOut(network);
	const found = [...searchFolder(network.folder, canaries.beginnings), ...(await searchRows(network, canaries))];
	const hidden = await network.sql(`select from messages where hidden <> '{}'`);
	return outcome({
		hidden: hidden.length,
		...{ inputs: Object.keys(inputs).length, numbers: canaries.made.length },
		found: found.map((one) => toldOf(one, canaries)),
	});
}

async function typeAll(world: World, canaries: Canaries, inputs: typeof INPUTS): Promise<void> {
	for (const [name, type] of Object.entries(inputs)) await type(world, canaries, name);
}

/** All that is still in memory of the database goes to its files, and the journal begins a new one. */
async function writeOut(network: Network): Promise<void> {
	await network.sql('checkpoint');
	await network.sql('select pg_switch_wal()');
	await network.sql('checkpoint');
}

/**
 * Long values lie packed in the files of a database; as rows they can be read. Bytes are left out here: what is sealed
 * would show six digits of any code by chance once it is written in hexadecimal (it did, in one run of many), and in the
 * files bytes are searched as they are. So are ids.
 */
async function searchRows(network: Network, { beginnings }: Canaries): Promise<Found[]> {
	const tables = await network.sql<{ name: string }>(
		`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
	);
	const found: Found[] = [];
	for (const { name } of tables) {
		const rows = await network.sql<{ row: string; word: string }>(
			`select row, word from "${name}" t, regexp_replace(t::text, $2, '…', 'g') row, unnest($1::text[]) word
			where strpos(row, word) > 0`,
			[beginnings, BYTES_AND_IDS],
		);
		found.push(...rows.map(({ row, word }) => ({ file: `rows of ${name}`, word, around: row.slice(0, 200) })));
	}
	return found;
}

const BYTES_AND_IDS = '\\\\+x[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Where it was found, and into what it was typed, if enough of it is left to say so. */
function toldOf({ file, word, around }: Found, { made }: Canaries): string {
	const from = made.find(({ number }) => around.includes(number) || around.includes(number.replaceAll(' ', '')));
	return `${file}: ${from ? `${from.kind} of ${from.input}` : `${word} in ${around}`}`;
}

/** A run in which nothing was stored proves nothing. */
function outcome({ inputs, numbers, hidden, found }: Kept): Outcome {
	const places = listed('found', [...new Set(found)].slice(0, MOST_TOLD));
	const line = `P31 secrets: ${numbers} numbers into ${inputs} inputs, ${hidden} times hidden, ${found.length} found${places}`;
	return { line, isGood: found.length === 0 && hidden >= LEAST_HIDDEN };
}
