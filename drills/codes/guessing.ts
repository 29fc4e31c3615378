import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../../bench/common/figures.ts';
import type { Network } from '../common/network.ts';
import type { Outcome } from '../common/outcome.ts';
import { guessNear, mistyped, openLive, sourceAt, type Tried, tryCode } from './codes.ts';

/**
 * P30: a thousand places guess return codes while many live. Nobody gets in, wrong ones are made to wait, and the owners,
 * who mistype once first, get in as quickly as ever, also from a place that guesses.
 */
type Guessed = {
	readonly guesses: number;
	readonly live: number;
	readonly hits: number;
	/** Guesses that were made to wait. */
	readonly slowed: number;
	/** Of one place, beyond its hour's worth, and not made to wait. */
	readonly unslowed: number;
	readonly owners: number;
	readonly shutOut: number;
	/** Of a right code: in quiet, and while others guess. */
	readonly quietMs: number;
	readonly stormMs: number;
};

const PLACES = 1_000;
const STUBBORN = 20;
const STUBBORN_TRIES = 40;
const FREE_TRIES = 30;
const WAIT_MS = 1_900;
const OWNERS = 40;
const OPENED_AT_ONCE = 8;
/** Within this time all have begun. */
const BEGINNING_MS = 3_000;

/** `few-codes` tells those who guess a live one in a hundred times; `slow-owners` makes every new session slow. */
export async function guessCodes(network: Network, count: number, fault?: string): Promise<Outcome> {
	const address = network.nodes[0]?.address ?? '';
	const live = await openMany(address, Math.max(100, Math.min(10_000, Math.floor(count / 20))));
	await refusePlainCodes(network, live);
	if (fault === 'slow-owners') await network.sql(PLANT);
	try {
		return outcome(await storm(address, { live, count, fault }));
	} finally {
		if (fault === 'slow-owners') await network.sql('drop trigger planted on visitor_sessions; drop function planted()');
	}
}

const PLANT = `create function planted() returns trigger language plpgsql as $$ begin
	perform pg_sleep(2); return new; end $$;
	create trigger planted before insert on visitor_sessions for each row execute function planted()`;

async function openMany(address: string, wanted: number): Promise<string[]> {
	const numbers = Array.from({ length: wanted }, (_, number) => number);
	const codes: string[] = [];
	const openEach = async (): Promise<void> => {
		for (let at = numbers.pop(); at !== undefined; at = numbers.pop()) codes.push(await openLive(address, at));
	};
	await Promise.all(Array.from({ length: OPENED_AT_ONCE }, openEach));
	return codes;
}

/** What a stolen database holds must be of no use without the keystore. */
async function refusePlainCodes(network: Network, live: readonly string[]): Promise<void> {
	const found = await network.sql(
		`select from return_codes, unnest($1::text[]) code
		where code_hash in (sha256(code::bytea), sha512(code::bytea), md5(code)::bytea, code::bytea)`,
		[live],
	);
	if (found.length > 0) throw new Error('codes can be found in the database without a key');
}

type Storm = { readonly live: readonly string[]; readonly count: number; readonly fault?: string };

async function storm(address: string, { live, count, fault }: Storm): Promise<Guessed> {
	const quiet = await comeIn(address, live);
	const guess = (): string => (fault === 'few-codes' && Math.random() < 0.01 ? (live[0] ?? '') : guessNear(live));
	const each = Math.max(1, Math.ceil((count - STUBBORN * STUBBORN_TRIES) / (PLACES - STUBBORN)));
	const places = Array.from({ length: PLACES }, (_, place) =>
		guessFrom(address, place, place < STUBBORN ? Math.max(each, STUBBORN_TRIES) : each, guess),
	);
	// The first free tries are over by then.
	await pause(BEGINNING_MS + 500);
	const owners = await comeIn(address, live);
	const tried = await Promise.all(places);
	const all = tried.flat();
	return {
		...{ guesses: all.length, live: live.length, owners: owners.length },
		hits: all.filter(({ isIn }) => isIn).length,
		slowed: all.filter(({ ms }) => ms > WAIT_MS).length,
		unslowed: tried.flatMap((of) => of.slice(FREE_TRIES + 3)).filter(({ ms }) => ms < WAIT_MS).length,
		shutOut: [...quiet, ...owners].filter(({ isIn }) => !isIn).length,
		quietMs: median(quiet.map(({ ms }) => ms)),
		stormMs: median(owners.map(({ ms }) => ms)),
	};
}

/** A line that breaks under so many is no answer, and no way in. */
async function guessFrom(address: string, place: number, tries: number, guess: () => string): Promise<Tried[]> {
	await pause((place / PLACES) * BEGINNING_MS);
	const tried: Tried[] = [];
	for (let at = 0; at < tries; at += 1) {
		const one = await tryCode(address, guess(), { from: sourceAt(place), who: 'guesser' }).catch(() => null);
		if (one) tried.push(one);
	}
	return tried;
}

/** One after the other; each mistypes first, and comes from a place where somebody guesses. */
async function comeIn(address: string, live: readonly string[]): Promise<Tried[]> {
	const came: Tried[] = [];
	for (const [at, code] of live.slice(0, OWNERS).entries()) {
		const from = sourceAt(at);
		const slip = await tryCode(address, mistyped(code), { from, who: 'owner' });
		const right = await tryCode(address, code, { from, who: 'owner' });
		came.push({ isIn: right.isIn && !slip.isIn, ms: right.ms });
	}
	return came;
}

/** A right code may take as long as the machine lets it, but is not made to wait as a wrong one is. */
function outcome({ hits, slowed, unslowed, shutOut, quietMs, stormMs, ...counts }: Guessed): Outcome {
	const asked = `${counts.guesses} guesses at ${counts.live} codes, ${hits} hits, ${slowed} made to wait, ${unslowed} not`;
	const owners = `${counts.owners} owners, ${shutOut} shut out, in within ${stormMs.toFixed(0)} ms (${quietMs.toFixed(0)} in quiet)`;
	const isGood = hits + unslowed + shutOut === 0 && slowed > 0 && stormMs < WAIT_MS;
	return { line: `P30 codes: ${asked}; ${owners}`, isGood };
}
