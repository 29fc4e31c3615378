import { factById, type NewFact, recordFact, reverseFact } from '#lib/ledger/index.server.ts';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { deskById, type DeskRow } from '#lib/network/index.server.ts';
import { type Channel, type ClosingCodes, isCounted } from '../codes.ts';
import { contacts } from '../contacts/store.server.ts';
import { type ClosingRow, closings } from './store.server.ts';

/** A contact that ends: where, by whom, over which channel. Its id is made for the closing: it leads back to no conversation. */
export type EndedContact = {
	readonly contactId: string;
	readonly desk: DeskRow;
	readonly channel: Channel;
	readonly language: string;
	readonly closedBy: string;
	readonly helperRole: string;
	/** The day of the contact; today, unless an old closing is mended. */
	readonly day: string;
	/** By which a contact that is sent twice is known again; without it each is one of its own. */
	readonly clientId?: string | null;
	/** The service point where it was. */
	readonly placeId?: string | null;
	/** The organisation that sent her. */
	readonly referredBy?: string | null;
};

/** The one door from the private world to the figures: writes the closing, and its fact if it is counted. */
export async function recordClosing(tx: Queryable, contact: EndedContact, codes: ClosingCodes): Promise<ClosingRow> {
	return write(tx, contact, isCounted(codes.outcome) ? factOf(contact, codes) : null);
}

async function write(tx: Queryable, contact: EndedContact, fact: NewFact | null): Promise<ClosingRow> {
	const factId = fact ? await recordFact(tx, fact) : null;
	const closing = {
		id: newId(),
		contactId: contact.contactId,
		deskId: contact.desk.id,
		organisationId: contact.desk.organisationId,
		channel: contact.channel,
		language: contact.language,
		closedOn: contact.day,
		closedBy: contact.closedBy,
		factId,
		clientId: contact.clientId ?? null,
		placeId: contact.placeId ?? null,
	};
	await closings(tx).add(closing);
	return closing;
}

/**
 * Mends a wrong closing: its fact is reversed by another, and a new closing stands in its place. Codes that the one who
 * mends was not asked for stay as they were, and the contact in her case says what the new closing says.
 */
export async function correctClosing(
	tx: Queryable,
	wrong: ClosingRow,
	by: Pick<EndedContact, 'closedBy' | 'helperRole'>,
	codes: ClosingCodes,
): Promise<ClosingRow | Refusal> {
	const desk = await deskById(tx, wrong.deskId);
	if (!desk) return refused('missing');
	const before = wrong.factId ? await factById(tx, wrong.factId) : null;
	const reversed = wrong.factId ? await reverseFact(tx, wrong.factId) : null;
	if (isRefusal(reversed)) return reversed;
	const { contactId, channel, language, closedOn, placeId } = wrong;
	const contact = { contactId, desk, channel, language, day: closedOn, placeId, ...by };
	const fact = isCounted(codes.outcome) ? { ...factOf(contact, codes), ...keptOf(before, codes) } : null;
	const right = await write(tx, contact, fact);
	await closings(tx).markCorrected(wrong.id, right.id);
	await contacts(tx).setCodes(wrong.id, {
		...{ closingId: right.id, minutes: codes.minutes, topic: codes.topic, serviceId: codes.serviceId },
		...{ outcome: codes.outcome, ...(codes.referredTo !== undefined && { referredTo: codes.referredTo }) },
	});
	return right;
}

/** The closing that holds, locked for mending, if it belongs to one of the organisations. */
export const closingWithin = (
	tx: Queryable,
	id: string,
	organisationIds: readonly string[],
): Promise<ClosingRow | null> => closings(tx).current(id, organisationIds);

/** What was recorded before with the same client id, also a moment ago; P03: a contact that is sent twice is one. */
export async function closingOfClient(tx: Queryable, clientId: string): Promise<ClosingRow | null> {
	await closings(tx).lockClient(clientId);
	return closings(tx).ofClient(clientId);
}

/** The newest closings that hold, newest first. */
export const latestClosings = (
	db: Queryable,
	organisationIds: readonly string[],
	limit: number,
): Promise<ClosingRow[]> => closings(db).recent(organisationIds, limit);

const NOT_ALWAYS_ASKED = ['need', 'stuckAt', 'referredTo', 'guideMissing', 'followedUp'] as const;

function keptOf(before: NewFact | null, codes: ClosingCodes): Partial<NewFact> {
	if (!before) return {};
	const kept = NOT_ALWAYS_ASKED.filter((code) => codes[code] === undefined).map((code) => [code, before[code]]);
	return { ...Object.fromEntries(kept), referredBy: before.referredBy ?? null };
}

function factOf(contact: EndedContact, codes: ClosingCodes): NewFact {
	return {
		occurredOn: contact.day,
		organisationId: contact.desk.organisationId,
		projectId: contact.desk.projectId,
		planLine: contact.desk.planLine,
		unit: 'contact',
		quantity: 1,
		basis: 'counted',
		channel: contact.channel,
		form: contact.channel === 'visit' || contact.channel === 'event' ? 'local' : 'remote',
		topic: codes.topic,
		serviceId: codes.serviceId,
		language: contact.language,
		outcome: codes.outcome,
		minutes: codes.minutes,
		ageBand: codes.ageBand,
		gender: codes.gender,
		helperRole: contact.helperRole,
		placeId: contact.placeId ?? null,
		stuckAt: codes.stuckAt ?? null,
		need: codes.need ?? null,
		referredTo: codes.referredTo ?? null,
		referredBy: contact.referredBy ?? null,
		guideMissing: codes.guideMissing ?? false,
		followedUp: codes.followedUp ?? null,
	};
}
