import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { makeCase } from '#lib/cases/index.server.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { deskById } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { buildConversation, buildDesk, buildHelper } from '../testing.ts';
import { keptDaysFor } from './keptDays.server.ts';

const at = onGround();

async function overseer(organisationId: string, role: Role = 'coordinator'): Promise<StaffActor> {
	return { ...(await buildHelper(organisationId)), memberships: [{ organisationId, role }] };
}

async function caseAt(deskId: string, expiresOn: string): Promise<void> {
	const desk = await deskById(at.ground.db, deskId);
	if (desk) await at.ground.db.transaction((tx) => makeCase(tx, desk, { language: 'ru', expiresOn }));
}

test('a case that came by letter or phone is counted on its own day, beside the conversations', async () => {
	const { deskId, expiresOn } = await buildConversation();
	const later = today(183);
	await caseAt(deskId, later);
	await caseAt(deskId, later);
	const elsewhere = await buildDesk('elsewhere');
	await caseAt(elsewhere, later);

	const talk = { deskId, day: expiresOn, conversations: 1, cases: 1 };
	const letters = { deskId, day: later, conversations: 0, cases: 2 };
	expect(await keptDaysFor(await overseer('test-association'))).toEqual([talk, letters]);
	expect(await keptDaysFor(await overseer('elsewhere'))).toEqual([
		{ deskId: elsewhere, day: later, conversations: 0, cases: 1 },
	]);
	expect(await keptDaysFor(await overseer('elsewhere', 'admin'))).toHaveLength(3);
});
