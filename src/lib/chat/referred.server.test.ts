import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { referClient, referralsSent } from '#lib/cases/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from './claim.server.ts';
import { closeConversation } from './close.server.ts';
import { openConversation } from './open.server.ts';
import { buildDesk, buildHelper } from './testing.ts';

const at = onGround();
const isAny = () => true;
const known = { isTopic: isAny, isService: isAny, isPlace: isAny, isStep: isAny, stepOf: () => null };

test('a client whom an office sent comes over the chat: the office reads that she was helped, the fact who sent her', async () => {
	const deskId = await buildDesk();
	const helper = await buildHelper();
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('office', 'authority', '{}')`);
	const clerk = { ...(await buildHelper()), memberships: [{ organisationId: 'office', role: 'clerk' as const }] };
	const sent = await referClient(known)(
		{ clientId: newId(), deskId, organisationId: 'office', how: 'here', topic: 'benefits', language: 'ru', text: '' },
		clerk,
	);
	if (isRefusal(sent)) throw new Error(sent.refused);

	const opened = await openConversation(
		{ startKey: newId(), text: 'Меня направили к Вам', language: 'ru', kind: 'chat', page: null },
		{ kind: 'visitor', id: sent.id },
	);
	if (isRefusal(opened)) throw new Error(opened.refused);
	const id = opened.conversationId;
	await claimConversation({ id }, helper);
	const codes = { topic: 'benefits', serviceId: '', outcome: 'solved-together', minutes: 9, ageBand: '', gender: '' };
	expect(await closeConversation({ id, ...codes }, helper)).not.toHaveProperty('refused');

	expect(await referralsSent(clerk)).toMatchObject([{ caseId: sent.id, state: 'helped' }]);
	const facts = await at.ground.db.query<{ office: string }>('select referred_by as office from facts');
	expect(facts).toEqual([{ office: 'office' }]);
});
