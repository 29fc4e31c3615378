import { catalogue } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { helpersOf } from '#lib/identity/index.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Conversation } from '../conversation.ts';
import type { HandoverRow } from './store.server.ts';

type To = { readonly toAccount: string | null; readonly toDesk: string | null; readonly topic: string | null };
export type Address = Pick<HandoverRow, 'toAccount' | 'toDesk' | 'toOrganisation' | 'topic' | 'consent'>;

/** One address: a colleague who may help there, and not oneself, or a desk, of whatever organisation. */
export async function addressOf(
	tx: Queryable,
	of: Conversation,
	actor: StaffActor,
	to: To,
): Promise<Address | Refusal> {
	const within = { toAccount: to.toAccount, toDesk: to.toDesk, toOrganisation: null, topic: null, consent: null };
	if (to.toDesk && !to.toAccount) {
		const desk = await deskById(tx, to.toDesk);
		if (!desk) return WRONG;
		return desk.organisationId === of.organisationId ? within : outside(to, desk.organisationId);
	}
	const helpers = to.toAccount && !to.toDesk ? await helpersOf(tx, of.organisationId) : [];
	return helpers.some(({ id }) => id === to.toAccount && id !== actor.id) ? within : WRONG;
}

/** Another organisation is told a topic of the list and no word of hers; and nothing before she has agreed. */
function outside({ toDesk, topic }: To, toOrganisation: string): Address | Refusal {
	const isTopic = catalogue().topics.some(({ id }) => id === topic);
	if (!isTopic) return refused('malformed', { topic: 'topic' });
	return { toAccount: null, toDesk, toOrganisation, topic, consent: 'asked' };
}

const WRONG = refused('malformed', { to: 'to' });
