import type { StaffActor } from '#lib/identity/index.ts';
import { deskById, makeDesk } from '#lib/network/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Conversation } from './conversation.ts';
import { openConversation } from './open.server.ts';
import { conversations } from './store.server.ts';

/** Factories for the tests of this area: each builds what it needs beneath it. */
export async function buildDesk(organisationId = 'test-association'): Promise<string> {
	const { db } = ground();
	await db.query(
		`insert into organisations (id, kind, names) values ($1, 'association', '{}') on conflict do nothing`,
		[organisationId],
	);
	const id = `desk-of-${organisationId}`;
	await makeDesk(db, { id, organisationId, names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null });
	return (await deskById(db, id))?.id ?? '';
}

export async function buildHelper(
	organisationId = 'test-association',
	role: 'volunteer' | 'adviser' = 'adviser',
): Promise<StaffActor> {
	const id = newId();
	const chosenName = `Helper ${id.slice(-4)}`;
	await ground().db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, $3, 'fi', now())`,
		[id, id, chosenName],
	);
	const memberships = [{ organisationId, role }];
	return {
		kind: 'staff',
		id,
		chosenName,
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
		memberships,
	};
}

export async function buildConversation(
	text = 'Здравствуйте',
): Promise<Conversation & { code: string; token: string }> {
	await buildDesk();
	const opened = await openConversation(
		{ startKey: newId(), text, language: 'ru', kind: 'chat', page: null },
		{ kind: 'visitor', id: null },
	);
	if (isRefusal(opened)) throw new Error(`not opened: ${opened.refused}`);
	if (!opened.came) throw new Error('the conversation was opened in a case that was there');
	return { ...(await fresh(opened.conversationId)), ...opened.came };
}

export async function fresh(id: string): Promise<Conversation> {
	const found = await conversations(ground().db).byId(id);
	if (!found) throw new Error('the conversation is not there');
	return found;
}
