import { ground } from '#lib/platform/ground.server.ts';
import type { LinkActor } from './account.ts';
import { accountById } from './store.server.ts';

/** Whoever came by a personal link of this account; null once it is closed. */
export async function linkActorOf(accountId: string): Promise<LinkActor | null> {
	const account = await accountById(ground().db, accountId);
	if (!account) return null;
	const { id, chosenName, language, memberships } = account;
	return { kind: 'link', id, chosenName, language, memberships };
}
