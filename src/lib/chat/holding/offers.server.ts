import { chosenNamesOf, helpersOf, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import {
	deskById,
	type DeskRow,
	desksOf,
	desksOutside,
	lastSeen,
	namesOfOrganisation,
} from '#lib/network/index.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Conversation } from '../conversation.ts';
import { textOfNote } from '../notes/notes.server.ts';
import { notes } from '../notes/store.server.ts';
import { may } from '../policy.ts';
import { conversations } from '../store.server.ts';
import { type HandoverRow, handovers } from './store.server.ts';

const HERE_MS = 60_000;

/** To whom a conversation can be handed over: colleagues, and whether they are here now; desks of the organisation. */
export type Colleagues = {
	readonly people: readonly { id: string; name: string; isHere: boolean }[];
	readonly desks: readonly { id: string; names: Texts }[];
	/** Desks of other organisations; empty when there is only one. */
	readonly outside: readonly { id: string; names: Texts; organisation: Texts }[];
};

export async function colleaguesFor(id: string, actor: StaffActor): Promise<Colleagues | Refusal> {
	const { db } = ground();
	const conversation = await conversations(db).reachable(id, organisationsWhere(actor, 'helpAtDesk'));
	if (!conversation) return refused('missing');
	if (!may(actor).handOver(conversation)) return refused('not-held');
	const helpers = (await helpersOf(db, conversation.organisationId)).filter((one) => one.id !== actor.id);
	const seen = await lastSeen(
		db,
		helpers.map((one) => one.id),
	);
	const isHere = (one: string): boolean => instant() - (seen.get(one)?.getTime() ?? 0) < HERE_MS;
	const people = helpers.map((one) => ({ id: one.id, name: one.chosenName, isHere: isHere(one.id) }));
	people.sort((a, b) => Number(b.isHere) - Number(a.isHere));
	const desks = await desksOf(db, [conversation.organisationId]);
	const outside = await Promise.all((await desksOutside(db, [conversation.organisationId])).map(outsideDesk));
	return { people, desks: desks.map(({ id, names }) => ({ id, names })), outside };
}

async function outsideDesk({ id, names, organisationId }: DeskRow): Promise<Colleagues['outside'][number]> {
	return { id, names, organisation: await namesOfOrganisation(ground().db, organisationId) };
}

/** What is offered to her: by whom, and the note that came with it. The conversation itself she reads when she has it. */
export type OfferedToHer = { readonly conversation: Conversation; readonly from: string; readonly note: string | null };

export async function offersTo(actor: StaffActor, deskIds: readonly string[]): Promise<OfferedToHer[]> {
	const { db } = ground();
	const rows = await handovers(db).offeredTo(actor.id, deskIds);
	const names = await namesOf(rows.map((row) => row.offeredBy));
	const found = await Promise.all(
		rows.map(async ({ conversationId, offeredBy, noteNumber }) => {
			const conversation = await conversations(db).byId(conversationId);
			const row = conversation && (await notes(db).byNumber(conversation.id, noteNumber));
			const note = row ? await textOfNote(conversation, row) : null;
			return conversation && { conversation, from: names.get(offeredBy) ?? '', note };
		}),
	);
	return found.filter((one) => one !== null);
}

/** What another organisation offers: that somebody who speaks this needs help with that, and no more. */
export type OfferedFromOutside = {
	readonly id: string;
	readonly language: string;
	readonly topic: string;
	readonly from: Texts;
};

export async function offersFromOutside(deskIds: readonly string[]): Promise<OfferedFromOutside[]> {
	const { db } = ground();
	const rows = await handovers(db).offeredFromOutside(deskIds);
	const found = await Promise.all(
		rows.map(async ({ conversationId, topic }) => {
			const conversation = await conversations(db).byId(conversationId);
			if (!conversation || conversation.endedAt) return null;
			const from = await namesOfOrganisation(db, conversation.organisationId);
			return { id: conversation.id, language: conversation.language, topic: topic ?? '', from };
		}),
	);
	return found.filter((one) => one !== null);
}

/** What became of the offers for what she holds. */
export type OfferedByHer = {
	readonly id: string;
	readonly to: { readonly name: string } | { readonly names: Texts };
	readonly outcome: HandoverRow['outcome'];
	/** What the visitor said, where she is asked. */
	readonly consent: HandoverRow['consent'];
	/** Who said no. */
	readonly settledBy: string | null;
};

export async function offersBy(actor: StaffActor): Promise<OfferedByHer[]> {
	const rows = await handovers(ground().db).newestOf(actor.id);
	const names = await namesOf(rows.flatMap(({ toAccount, settledBy }) => [toAccount, settledBy].filter(isSomebody)));
	return Promise.all(
		rows.map(async ({ conversationId, toAccount, toDesk, outcome, consent, settledBy }) => ({
			id: conversationId,
			to: toAccount ? { name: names.get(toAccount) ?? '' } : { names: await namesOfDesk(toDesk ?? '') },
			...{ outcome, consent },
			settledBy: settledBy && (names.get(settledBy) ?? null),
		})),
	);
}

const isSomebody = (id: string | null): id is string => id !== null;

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
	return ids.length > 0 ? chosenNamesOf(ground().db, ids) : new Map();
}

async function namesOfDesk(id: string): Promise<Texts> {
	return (await deskById(ground().db, id))?.names ?? {};
}
