import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { endOfNumber } from '#lib/platform/sms/number.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { calendar } from '../calendar.server.ts';
import { stageOf } from '../public/moments.ts';
import { dateTold } from '../public/told.ts';
import { eventsView } from '../public/view.server.ts';
import { series } from '../series/store.server.ts';
import { openDate } from './ask.server.ts';
import { groupedRegistrationCode, readRegistrationCode } from './code.ts';
import { byToken } from './confirm.server.ts';
import type { Entry, HerRegistration } from './hers.ts';
import { type Registration, seatedOf } from './registration.ts';
import { MOST_BY_HERSELF } from './schema.ts';
import { freeSeats, offerEnds } from './seats.ts';
import { isFull, type Line, readLine } from './settle.server.ts';
import { freeSlots } from './slots.server.ts';
import { registrations } from './store.server.ts';
import { hashOfCode, waysOf } from './ways.server.ts';
import { openWho } from './words.server.ts';

/** Null for a link that leads nowhere, or nowhere any more. */
export async function herRegistration(token: string, lang: string): Promise<HerRegistration | null> {
	const one = await byToken(token);
	const of = one && (await occurrences(ground().db).byId(one.occurrenceId));
	const its = of && (await series(ground().db).byId(of.seriesId));
	if (!one || !of || !its) return null;
	const line = await readLine(ground().db, of);
	const who = await openWho(one);
	const { ticket, seats, state, heldUntil, isLengthened, offeredUntil, reachedBy, eraseOn } = asItIs(one);
	return {
		...{ ticket, seats, state, heldUntil, isLengthened, offeredUntil, reachedBy, eraseOn },
		date: dateTold(eventsView(lang), { of: its, date: of }),
		isFilled: one.filledAt !== null,
		isOpen: one.filledAt === null && (state === 'held' || state === 'waiting'),
		slotAt: line.slots?.find(({ id }) => id === one.slotId)?.startsAt ?? null,
		code: groupedRegistrationCode((await waysOf(one.id)).code),
		...{ name: who?.name ?? '', contact: endOfContact(who?.contact ?? '') },
		hasBegun: of.startsAt <= now(),
		link: state === 'confirmed' ? linkNow(of, its) : null,
	};
}

/** The token of the registration whose code was typed. Wrong and unknown ones are alike: null. */
export async function tokenOfCode(typed: string): Promise<string | null> {
	const code = readRegistrationCode(typed);
	const found = code && (await registrations(ground().db).byCode(await hashOfCode(code)));
	return found ? (await waysOf(found.id)).token : null;
}

/** Null where nobody registers. */
export async function entryOf(seriesId: string, originalDay: string, lang: string): Promise<Entry | null> {
	const its = calendar().series.get(seriesId);
	const id = openDate({ series: seriesId, day: originalDay });
	const of = id && (await occurrences(ground().db).byId(id));
	if (!its || !of) return null;
	const line = await readLine(ground().db, of);
	return {
		...{ date: dateTold(eventsView(lang), { of: its, date: of }), room: roomNow(line) },
		...{ times: line.slots && freeSlots(line).map(({ startsAt }) => startsAt) },
		mostSeats: line.slots ? 1 : Math.min(MOST_BY_HERSELF, seatsEver(line)),
		isCalled: offerEnds(line.room, now().getTime()) <= now().getTime(),
	};
}

function linkNow(of: Occurrence, its: Series): string | null {
	const isOpen = of.state === 'planned' && ['near', 'running'].includes(stageOf(of, now()));
	return isOpen && of.mode !== 'on-site' ? (of.link ?? its.link) : null;
}

const FEW = 3;

function roomNow(line: Line): Entry['room'] {
	const { of, room, all } = line;
	if (of.state !== 'planned' || of.startsAt <= now()) return 'over';
	if (isFull(line)) return 'line';
	const free = freeSeats(room, all.map(seatedOf));
	return free !== null && free <= FEW ? 'few' : 'free';
}

const seatsEver = ({ room }: Line): number =>
	room.capacity === null ? MOST_BY_HERSELF : Math.max(1, room.capacity - room.reserve);

/** The clock goes on between two rounds: what is over is shown as over. */
function asItIs(one: Registration): Registration {
	const until = one.heldUntil ?? one.offeredUntil;
	return until !== null && until <= now() ? { ...one, state: 'expired' } : one;
}

/** The end of a number; of an address its beginning and its house. */
function endOfContact(contact: string): string {
	const at = contact.lastIndexOf('@');
	if (at > 0) return `${contact.slice(0, 2)}…${contact.slice(at)}`;
	return contact === '' ? '' : `…${endOfNumber(contact)}`;
}
