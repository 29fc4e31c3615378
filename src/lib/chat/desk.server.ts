import { type DeskRow, type DeskState, desksOf, helpersPresent, stateOf } from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { organisationsWhere } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Conversation } from './conversation.ts';
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

export type DeskView = {
	readonly desks: readonly { id: string; names: Texts; state: DeskState; present: number }[];
	readonly waiting: readonly Listed[];
	readonly mine: readonly Listed[];
	readonly others: readonly Listed[];
};

/** One truth for everybody at the desk. */
export async function deskView(actor: StaffActor): Promise<DeskView> {
	const { db } = ground();
	const organisationIds = organisationsWhere(actor, 'helpAtDesk');
	const own = await desksOf(db, organisationIds);
	return {
		desks: await Promise.all(own.map(viewOfDesk)),
		waiting: (await conversations(db).waiting(organisationIds)).map(listed),
		mine: (await conversations(db).heldBy(actor.id)).map(listed),
		others: (await conversations(db).heldByOthers(actor.id, organisationIds)).map(listed),
	};
}

async function viewOfDesk(desk: DeskRow): Promise<DeskView['desks'][number]> {
	const { db } = ground();
	const [state, present] = [await stateOf(db, desk), await helpersPresent(db, desk.id)];
	return { id: desk.id, names: desk.names, state, present };
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
