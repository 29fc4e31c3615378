import { Away } from '../away.ts';
import { instant, now } from '../clock.ts';
import { DatabaseDown } from '../db/database.server.ts';
import { logError, logWarning } from '../log.server.ts';
import { type GivenUp, type Later, type Outcome, pauseAfter, type Waiting } from './outbox.ts';

/** Where an area keeps what it has to tell. */
export type Outbox<Row extends Waiting, End extends Outcome> = {
	/** For the log. */
	readonly name: string;
	/** The next one of these kinds that is due, kept from all other nodes until then. */
	take(kinds: readonly Row['kind'][], held: Held): Promise<Row | null>;
	/** Once: what is settled stays as it is. */
	settle(id: string, end: End | GivenUp, at: Date): Promise<void>;
	delay(id: string, until: Date): Promise<void>;
	/** So much went to whom it is for since then that this one waits. */
	isEnough(row: Row, since: Date): Promise<boolean>;
};
export type Held = { readonly until: Date; readonly now: Date };

/** Carries one word to whom it is for. Called again for the same one it must look the same to whoever receives it. */
export type CarrierOf<Row, End extends Outcome> = (row: Row) => Promise<End | Later>;
export type CarriersOf<Row extends Waiting, End extends Outcome> = Partial<Record<Row['kind'], CarrierOf<Row, End>>>;

type Round<Row extends Waiting, End extends Outcome> = {
	readonly outbox: Outbox<Row, End>;
	readonly carriers: CarriersOf<Row, End>;
};

/** Longer than a carrier may take, so that no other node begins with the same one. */
const HELD_MS = 120_000;
const DAY_MS = 86_400_000;
/** Then word of it is of no use any more. */
const GIVEN_UP_MS = 7 * DAY_MS;
/** Tried again each hour, until the day of the others is over. */
const LATER_MS = 3_600_000;

/** Of each kind that was tried, whether its carrier could be reached. */
export type Reached = ReadonlyMap<string, boolean>;

/** Sends what is due, one after the other, until there is nothing left; of a kind whose carrier is away, one. */
export async function sendWaiting<Row extends Waiting, End extends Outcome>(
	outbox: Outbox<Row, End>,
	carriers: CarriersOf<Row, End>,
): Promise<Reached> {
	// Its keys are the kinds that have a carrier.
	const kinds = new Set(Object.keys(carriers) as Row['kind'][]);
	const take = () => outbox.take([...kinds], { now: now(), until: new Date(instant() + HELD_MS) });
	const reached = new Map<string, boolean>();
	try {
		for (let next = await take(); next; next = await take()) {
			const became = await sendOne({ outbox, carriers }, next);
			if (became !== 'unknown') reached.set(next.kind, became === 'reached');
			if (became === 'away') kinds.delete(next.kind);
		}
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError(outbox.name, error);
	}
	return reached;
}

/** Whether its carrier could be reached; unknown when it was not asked. */
async function sendOne<Row extends Waiting, End extends Outcome>(
	{ outbox, carriers }: Round<Row, End>,
	row: Row,
): Promise<'reached' | 'away' | 'unknown'> {
	try {
		const isEnough = await outbox.isEnough(row, new Date(instant() - DAY_MS));
		const carry = carriers[row.kind as Row['kind']];
		const end = isEnough || !carry ? ({ state: 'later' } as const) : await carry(row);
		await settle(outbox, row, end);
		return end.state === 'sent' || end.state === 'failed' ? 'reached' : 'unknown';
	} catch (error) {
		if (error instanceof DatabaseDown) throw error;
		if (!(error instanceof Away)) logError(outbox.name, error, { kind: row.kind, tries: row.tries });
		await again(outbox, row);
		return error instanceof Away ? 'away' : 'unknown';
	}
}

async function again<Row extends Waiting, End extends Outcome>(outbox: Outbox<Row, End>, row: Row): Promise<void> {
	const isTooLate = instant() - row.madeAt.getTime() > GIVEN_UP_MS;
	if (isTooLate) return settle(outbox, row, { state: 'failed', reason: 'given-up' });
	await outbox.delay(row.id, new Date(instant() + pauseAfter(row.tries)));
}

async function settle<Row extends Waiting, End extends Outcome>(
	outbox: Outbox<Row, End>,
	{ id, kind }: Row,
	end: End | GivenUp | Later,
): Promise<void> {
	if (end.state === 'later') return outbox.delay(id, new Date(instant() + LATER_MS));
	// Nothing but `later` has another state than those of an end.
	const settled = end as End | GivenUp;
	if (settled.state === 'failed') logWarning(`${outbox.name}-failed`, { kind, reason: settled.reason });
	await outbox.settle(id, settled, now());
}
