import * as v from 'valibot';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, isRefusal, type Within } from '#lib/platform/command.server.ts';
import { deskById, type DeskRow } from '#lib/network/index.server.ts';
import { correctClosing, closingWithin } from '../closings/closing.server.ts';
import type { ClosingCodes } from '../codes.ts';
import { recordContact } from '../contacts/record.server.ts';
import { batchSchema, tapSchema } from './schema.ts';
import { hands, tallies, type TapRow, taps } from './store.server.ts';
import { arrival, type Hand, type Taken, type Tally, type Tap, type TapRefusal } from './tally.ts';

type At = Within<StaffActor>;
type Loaded = { readonly tally: Tally; readonly desk: DeskRow };
type Counting = Loaded & {
	readonly topics: readonly string[];
	readonly hands: ReadonlyMap<string, Hand>;
	readonly known: Map<string, TapRow>;
};

/**
 * Takes what a phone has kept, each tap exactly once, and says of each what became of it. A tap is counted for the hand
 * that made it, whoever is signed in to bring it.
 */
export const takeTaps = command({
	input: batchSchema,
	load: async ({ tallyId }, { tx, actor }: At): Promise<Loaded | null> => {
		const tally = await tallies(tx).locked(tallyId, organisationsWhere(actor, 'helpAtDesk'));
		const desk = tally && (await deskById(tx, tally.deskId));
		return tally && desk ? { tally, desk } : null;
	},
	allow: () => true,
	run: async (loaded, at, { taps: sent, topics }) => {
		const counting = await prepare(loaded, at, { sent, topics });
		const taken: Taken[] = [];
		for (const raw of sent) taken.push(await take(counting, at, raw));
		const { id, closedOn } = loaded.tally;
		const hand = (await hands(at.tx).of(id, at.actor.id))?.id ?? null;
		if (isCarried(counting, taken, hand)) await at.audit({ action: 'carry-taps', subject: 'tally', subjectId: id });
		const isOver = arrival(loaded.tally, today()) === 'over';
		return { taken, hand, counts: await taps(at.tx).counts(id), isClosed: closedOn !== null, isOver };
	},
	present: (done) => done,
});

async function prepare(
	loaded: Loaded,
	{ tx }: At,
	{ sent, topics }: { sent: unknown[]; topics: string[] },
): Promise<Counting> {
	const known = await taps(tx).known(sent.map(idOf));
	const all = await hands(tx).onTally(loaded.tally.id);
	return {
		...{ ...loaded, topics },
		hands: new Map(all.map((hand) => [hand.id, hand])),
		known: new Map(known.map((row) => [row.clientId, row])),
	};
}

async function take(counting: Counting, at: At, raw: unknown): Promise<Taken> {
	const parsed = v.safeParse(tapSchema, raw);
	if (!parsed.success) return { id: idOf(raw), state: 'refused', reason: 'malformed' };
	const reason = await (counting.known.has(parsed.output.id) ? again : first)(counting, at, parsed.output);
	const { id } = parsed.output;
	return reason === null ? { id, state: 'stored' } : { id, state: 'refused', reason };
}

/** Not known yet: one contact, unless it was undone on the phone before it was ever heard of here. */
async function first(counting: Counting, { tx }: At, tap: Tap): Promise<TapRefusal | null> {
	const { tally, topics, known } = counting;
	const hand = counting.hands.get(tap.hand);
	const arrived = arrival(tally, today());
	if (arrived === 'early' || arrived === 'over') return arrived;
	if (!hand) return 'hand';
	if (!topics.includes(tap.topic)) return 'topic';
	const closingId = tap.isUndone ? null : await count(counting, { tx, hand }, tap);
	if (closingId === undefined) return 'elsewhere';
	const { id, hand: handId, ...codes } = tap;
	const row = { ...codes, clientId: id, tallyId: tally.id, handId, closingId, cameLate: arrived === 'late' };
	await taps(tx).add(row);
	known.set(id, row);
	return null;
}

/** Known: there is nothing to do but to undo it, once. */
async function again({ tally, known, hands }: Counting, { tx, audit }: At, tap: Tap): Promise<TapRefusal | null> {
	const row = known.get(tap.id);
	if (!row || row.tallyId !== tally.id) return 'elsewhere';
	if (!tap.isUndone || row.isUndone) return null;
	if (arrival(tally, today()) === 'over') return 'over';
	const hand = hands.get(row.handId);
	const closing = row.closingId && (await closingWithin(tx, row.closingId, [tally.organisationId]));
	if (!closing || !hand) return 'mended';
	const by = { closedBy: hand.accountId, helperRole: hand.helperRole };
	const undone = await correctClosing(tx, closing, by, { ...codesOf(row), outcome: 'not-a-contact' });
	if (isRefusal(undone)) return 'mended';
	await audit({ action: 'undo-tap', subject: 'closing', subjectId: closing.id });
	await taps(tx).setUndone(tap.id);
	row.isUndone = true;
	return null;
}

/** Gives the id of the closing; undefined when the client id was used for something else. */
async function count(
	{ tally, desk }: Counting,
	{ tx, hand }: { tx: At['tx']; hand: Hand },
	tap: Tap,
): Promise<string | undefined> {
	const where = {
		channel: tally.placeId === null ? 'event' : 'visit',
		placeId: tally.placeId,
		day: tally.day,
	} as const;
	const by = { closedBy: hand.accountId, helperRole: hand.helperRole, signed: '' };
	const happened = { ...where, ...by, desk, caseId: null, clientId: `tap:${tap.id}`, language: tap.language };
	const closing = await recordContact(tx, happened, codesOf(tap));
	return isRefusal(closing) ? undefined : closing.id;
}

function codesOf({
	topic,
	outcome,
	minutes,
	ageBand,
}: Pick<Tap, 'topic' | 'outcome' | 'minutes' | 'ageBand'>): ClosingCodes {
	return { topic, serviceId: null, outcome, minutes, ageBand, gender: null };
}

function idOf(raw: unknown): string {
	if (typeof raw !== 'object' || raw === null || !('id' in raw) || typeof raw.id !== 'string') return '';
	return /^[\w-]{1,64}$/.test(raw.id) ? raw.id : '';
}

/** Somebody brought what another's hand had tapped. */
function isCarried({ known }: Counting, taken: readonly Taken[], own: string | null): boolean {
	return taken.some(({ id, state }) => state === 'stored' && known.get(id)?.handId !== own);
}
