import pg from 'pg';
import { Away } from '../away.ts';
import { logError, logWarning } from '../log.server.ts';
import { inPipeline, inTransaction, type Queryable, run, type Writing } from './transaction.server.ts';

export type { Queryable } from './transaction.server.ts';

export interface Database extends Queryable {
	/** One transaction; rolled back when `work` throws. Resolves only after COMMIT was acknowledged. */
	transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
	/** The same on connections of their own: writers never wait behind readers, nor one kind of them behind another. */
	transactionOfWriter<T>(writing: Writing<T>, writers?: Writers): Promise<T>;
	/** False from the first failed contact until the next good one. */
	isUp(): boolean;
	close(): Promise<void>;
}

/** Who writes for many at once. */
export type Writers = 'messages' | 'seats';

/** The database cannot be reached; nothing of the request has been stored unless said otherwise. */
export class DatabaseDown extends Away {
	override name = 'DatabaseDown';
}

const SESSION =
	'-c statement_timeout=10000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC';

/** Dates stay text (`YYYY-MM-DD`): a calendar day has no zone. Counts, sequences and quarters of hours fit a number. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export function openDatabase(url: string, connections = 10): Database {
	const pool = makePool(url, connections);
	const writers = { messages: makePool(url, WRITERS, KEPT), seats: makePool(url, WRITERS, PIPELINED) };
	const all = [pool, ...Object.values(writers)];
	// P02, P42: without these listeners a killed server would take the node down with it.
	for (const one of all) {
		one.on('error', () => note(false));
		one.on('connect', (client) => client.on('error', () => note(false)));
	}

	let up = true;
	const note = (reached: boolean): void => {
		if (up !== reached) logWarning(reached ? 'database-back' : 'database-lost');
		up = reached;
	};
	const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
		try {
			const result = await work();
			note(true);
			return result;
		} catch (error) {
			if (!isUnreachable(error)) throw error;
			note(false);
			throw new DatabaseDown('the database cannot be reached', { cause: error });
		}
	};

	return {
		query: (text, values) => guarded(() => run(pool, text, values)),
		transaction: (work) => guarded(() => inTransaction(pool, work)),
		transactionOfWriter: (writing, kind = 'messages') => guarded(() => inPipeline(writers[kind], writing)),
		isUp: () => up,
		close: async () => void (await Promise.all(all.map((one) => one.end()))),
	};
}

function makePool(url: string, connections: number, more: pg.PoolConfig = {}): pg.Pool {
	return new pg.Pool({
		connectionString: url,
		max: connections,
		options: SESSION,
		connectionTimeoutMillis: 2_500,
		keepAlive: true,
		application_name: 'silta',
		...more,
	});
}

const LISTENER = { application_name: 'silta-bus', keepAlive: true, connectionTimeoutMillis: 2_500 };

/** A connection of one's own for LISTEN; the caller ends it. */
export async function openListener(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url, ...LISTENER });
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

/** A unique index refused a row: somebody else has just stored the same. */
export function isTwin(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === '23505';
}

/** A text with a NUL in it, or a 31st of February: nothing of ours has one, so whoever sends it means nothing of ours (P20). */
export function isUnstorable(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22008');
}

const WRITERS = 2;
/** Few statements, planned once: planning them anew for each message took as long as carrying them out. */
const PIPELINED: pg.PoolConfig = { pipeline: true, options: `${SESSION} -c plan_cache_mode=force_generic_plan` };
/** Kept also in quiet hours: a message should not wait for a connection. */
const KEPT: pg.PoolConfig = { ...PIPELINED, idleTimeoutMillis: 0 };
const UNREACHABLE = new Set([
	...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
	...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', '53300', '25006'],
]);

function isUnreachable(error: unknown): boolean {
	if (error instanceof DatabaseDown) return true;
	if (error instanceof AggregateError) return error.errors.some(isUnreachable);
	if (!(error instanceof Error)) return false;
	if ('code' in error && typeof error.code === 'string') return UNREACHABLE.has(error.code);
	// The last: a request that is still on its way while the node stops.
	const lost =
		/Connection terminated|connection timeout|timeout exceeded|Client has encountered a connection error|after calling end on the pool/i;
	if (lost.test(error.message)) return true;
	if (error.message.includes('not queryable')) logError('database-client', error);
	return error.message.includes('not queryable');
}
