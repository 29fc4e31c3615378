import type { StaffActor } from '#lib/identity/index.ts';
import { may, organisationsWhere } from '#lib/identity/index.ts';
import { type DeskRow, desksOf, type DeskState, helpersPresent, openedUntil } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { shiftUntil } from '#lib/volunteers/index.server.ts';
import { wallTimeOf } from '#lib/platform/clock.ts';
import type { Conversation } from './conversation.ts';
import {
	type OfferedByHer,
	type OfferedFromOutside,
	offersBy,
	offersFromOutside,
	offersTo,
} from './holding/offers.server.ts';
import { notes } from './notes/store.server.ts';
import { deskState } from './room/room.server.ts';
import { ratingsOf } from './ratings/rate.server.ts';
import type { Shown } from './ratings/rating.ts';
import { conversations } from './store.server.ts';

/** What the console shows of a conversation in its lists: never a word of it. */
export type Listed = Pick<
	Conversation,
	'id' | 'kind' | 'language' | 'page' | 'dueOn' | 'endedBy' | 'lastSeq' | 'helperRead'
> & {
	readonly openedAt: string;
	readonly waitingSince: string | null;
	readonly ended: boolean;
};

export type DeskShown = {
	readonly id: string;
	readonly names: Texts;
	readonly state: DeskState;
	readonly present: number;
	/** Wall times: until when her shift runs, and until when she has opened it herself. */
	readonly yours: { readonly shift: string | null; readonly opened: string | null };
	readonly ratings: Shown | null;
};

export type DeskView = {
	readonly desks: readonly DeskShown[];
	readonly waiting: readonly Listed[];
	readonly mine: readonly Listed[];
	readonly others: readonly Listed[];
	/** What colleagues offer to her. */
	readonly offers: readonly (Listed & { readonly from: string; readonly note: string | null })[];
	/** What other organisations offer to her desks: no word, and nothing of its history. */
	readonly fromOutside: readonly OfferedFromOutside[];
	/** What became of what she offered. */
	readonly offered: readonly OfferedByHer[];
	/** For those who answer for the desk: where a colleague is not sure. */
	readonly doubts: readonly (Listed & { readonly number: number; readonly signed: string })[];
};

/** One truth for everybody at the desk. */
export async function deskView(actor: StaffActor): Promise<DeskView> {
	const { db } = ground();
	const organisationIds = organisationsWhere(actor, 'helpAtDesk');
	const own = await desksOf(db, organisationIds);
	const ids = own.map(({ id }) => id);
	return {
		desks: await Promise.all(own.map((desk) => viewOfDesk(desk, actor))),
		waiting: (await conversations(db).waiting(organisationIds)).map(listed),
		mine: (await conversations(db).heldBy(actor.id)).map(listed),
		others: (await conversations(db).heldByOthers(actor.id, organisationIds)).map(listed),
		offers: await offersFor(actor, ids),
		fromOutside: await offersFromOutside(ids),
		offered: await offersBy(actor),
		doubts: await doubtsFor(actor),
	};
}

async function offersFor(actor: StaffActor, deskIds: readonly string[]): Promise<DeskView['offers']> {
	const offers = await offersTo(actor, deskIds);
	return offers.map(({ conversation, from, note }) => ({ ...listed(conversation), from, note }));
}

async function doubtsFor(actor: StaffActor): Promise<DeskView['doubts']> {
	const { db } = ground();
	const organisationIds = organisationsWhere(actor, 'correctClosings');
	const doubts = organisationIds.length > 0 ? await notes(db).openDoubts(organisationIds) : [];
	const rows = await Promise.all(
		doubts.map(async ({ conversationId, number, signed }) => {
			const conversation = await conversations(db).byId(conversationId);
			return conversation && { ...listed(conversation), number, signed };
		}),
	);
	return rows.filter((row) => row !== null);
}

async function viewOfDesk(desk: DeskRow, actor: StaffActor): Promise<DeskShown> {
	const { db } = ground();
	const [state, present] = [await deskState(db, desk), await helpersPresent(db, desk.id)];
	const until = await shiftUntil(db, actor.id, desk.id);
	const yours = { shift: until && wallTimeOf(until, desk.zone), opened: await openedUntil(db, desk, actor.id) };
	const ratings = may(actor).correctClosings(desk.organisationId) ? await ratingsOf(desk.id) : null;
	return { id: desk.id, names: desk.names, state, present, yours, ratings };
}

function listed(conversation: Conversation): Listed {
	const { id, kind, language, page, dueOn, endedBy, lastSeq, helperRead } = conversation;
	return {
		...{ id, kind, language, page, dueOn, endedBy, lastSeq, helperRead },
		openedAt: conversation.openedAt.toISOString(),
		waitingSince: conversation.waitingSince?.toISOString() ?? null,
		ended: conversation.endedAt !== null,
	};
}
