import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId, randomToken } from '#lib/platform/randomness.server.ts';
import { claimConversation } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { attendedBy, type Attended, enterAsClerk } from './come.server.ts';
import { inviteClerk } from './invite.server.ts';

export const NOBODY = { kind: 'clerk', id: null } as const;
export type Held = Conversation & { readonly caseId: string; readonly token: string; readonly holder: string };

/** A conversation in Russian that a volunteer holds. */
export async function buildHeld(text?: string): Promise<{ conversation: Held; helper: StaffActor }> {
	const helper = await buildHelper('test-association', 'volunteer');
	const opened = await buildConversation(text);
	await claimConversation({ id: opened.id }, helper);
	const conversation = { ...opened, ...(await fresh(opened.id)), token: opened.token, holder: helper.id };
	return { conversation, helper };
}

export async function linkFor(id: string, helper: StaffActor, more: object = {}): Promise<string> {
	const invited = await inviteClerk({ id, language: 'fi', ...more }, helper);
	if (isRefusal(invited)) throw new Error(`not invited: ${invited.refused}`);
	return invited.link;
}

export const enter = (link: string, browser: string, more: object = {}) =>
	enterAsClerk({ link, office: 'Kela', name: 'Minna', browser, ...more }, NOBODY);

/** The same conversation with a clerk in it, who writes Finnish. */
export async function buildAttended(more: object = {}) {
	const { conversation, helper } = await buildHeld();
	const browser = randomToken();
	await enter(await linkFor(conversation.id, helper, more), browser);
	return { conversation, helper, browser, clerk: (await mustAttend(browser)).clerk, sendId: newId };
}

export async function mustAttend(browser: string): Promise<Attended> {
	const attended = await attendedBy(browser);
	if (!attended) throw new Error('the clerk is not there');
	return attended;
}
