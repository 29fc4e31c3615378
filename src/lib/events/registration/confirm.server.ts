import * as v from 'valibot';
import { now } from '#lib/platform/clock.ts';
import { isRefusal, malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import { gathered } from '#lib/platform/gathered.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { type Limit, secondsToWait, sourceOf } from '#lib/platform/http/limits.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { inWriting } from '../notices/tell.server.ts';
import { HOLD_MS, type Registration, seatedOf } from './registration.ts';
import { type Confirming, confirmSchema, tokenSchema } from './schema.ts';
import { type SeatState, stateOfNew } from './seats.ts';
import type { Line } from './settle.server.ts';
import { bookedSlots } from './slots.server.ts';
import { registrations } from './store.server.ts';
import { type Deed, inTurn, type Step } from './turns.server.ts';
import { hashOfContact, hashOfToken } from './ways.server.ts';
import { sealWho } from './words.server.ts';

/** Whoever sends what the form asks; gives the registration as it is then. */
export async function confirmRegistration(raw: unknown): Promise<Registration | Refusal> {
	const parsed = v.safeParse(confirmSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const found = await byToken(parsed.output.token);
	if (!found) return refused('missing');
	const { contact, reachedBy } = parsed.output;
	if (isNamedTooOften(contact)) return refused('malformed', { [reachedBy === 'email' ? 'email' : 'number']: 'often' });
	// Sealed before her turn: nobody behind her waits for the keystore.
	const sealed = await sealWho(found, { name: mask(parsed.output.name).text, contact });
	const knownBy = reachedBy === 'sms' ? await hashOfContact(contact) : null;
	return inTurn(found.occurrenceId, confirmingDeed(found, parsed.output, { sealed, knownBy }));
}

/** A course and more. Whoever types the number of somebody else over and over must not make it ring. */
const NAMED: Limit = { tries: 20, perMs: 86_400_000 };

function isNamedTooOften(contact: string): boolean {
	return contact !== '' && secondsToWait('registered', sourceOf(contact.toLowerCase()), NAMED) > 0;
}

/** Ten minutes more, once. */
export async function keepHold(raw: unknown): Promise<Registration | Refusal> {
	return byWay(raw, (one) => {
		if (one.state !== 'held' || one.heldUntil === null) return refused('hold-over');
		if (one.isLengthened) return { row: one };
		return { row: { ...one, isLengthened: true, heldUntil: new Date(one.heldUntil.getTime() + HOLD_MS) } };
	});
}

/** Does what her own page offers her. */
export async function byWay(
	raw: unknown,
	act: (one: Registration, line: Line) => Step | Refusal,
): Promise<Registration | Refusal> {
	const parsed = v.safeParse(tokenSchema, raw);
	const found = parsed.success ? await byToken(parsed.output.token) : null;
	return found ? inTurn(found.occurrenceId, ofOne(found.id, act)) : refused('missing');
}

/** A deed at her own row, while the date is still to come. */
export function ofOne(id: string, act: (one: Registration, line: Line) => Step | Refusal): Deed {
	return (line) => {
		const one = line.all.find((other) => other.id === id);
		if (!one) return refused('missing');
		return isComing(line) ? act(one, line) : refused('over');
	};
}

export const byToken = (token: string): Promise<Registration | null> => byLink(hashOfToken(token).toString('hex'));

const byLink = gathered((hashes) => registrations(ground().db).byLinks(hashes));

export const isComing = ({ of }: Pick<Line, 'of'>): boolean => of.state === 'planned' && of.startsAt > now();

type Sealed = { readonly sealed: Buffer | null; readonly knownBy: Buffer | null };

function confirmingDeed(found: Registration, given: Confirming, { sealed, knownBy }: Sealed): Deed {
	return ofOne(found.id, (one, line) => {
		// Sent twice, or from two tabs: what came first holds.
		if (one.filledAt !== null && one.state !== 'offered') return isSeated(one) ? { row: one } : refused('hold-over');
		// The date was moved in this moment, and what was sealed lies under another day.
		if (one.eraseOn !== found.eraseOn) return refused('again');
		const state = stateAfter(one, line);
		if (isRefusal(state)) return state;
		const { needs, reachedBy } = given;
		const row = { ...one, state, needs, reachedBy, sealed, filledAt: now(), heldUntil: null, offeredUntil: null };
		const about = state === 'waiting' ? 'waiting' : 'confirmed';
		return { row: { ...row, knownBy }, ...inWriting(row, { about, key: about }) };
	});
}

const isSeated = ({ state }: Registration): boolean => state === 'confirmed' || state === 'waiting';

/** Whose ten minutes are over gets the seat all the same, if nobody has asked for it meanwhile. */
function stateAfter(one: Registration, line: Line): SeatState | Refusal {
	if (one.state === 'held' || one.state === 'offered') return 'confirmed';
	if (one.state === 'waiting') return 'waiting';
	if (one.state !== 'expired') return refused('hold-over');
	const others = line.all.filter(({ id }) => id !== one.id);
	const isFree = stateOfNew(line.room, others.map(seatedOf), one.seats) === 'held';
	const hasSlot = line.slots === null || (one.slotId !== null && !bookedSlots(others).has(one.slotId));
	return isFree && hasSlot ? 'confirmed' : refused('hold-over');
}
