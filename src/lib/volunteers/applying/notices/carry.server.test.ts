import { expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import { buildStaff } from '../../testing.ts';
import { herApplication } from '../hers.server.ts';
import { declineApplication } from '../steps.server.ts';
import { expireApplications } from '../rounds.server.ts';
import { buildApplication } from '../testing.ts';
import { mailOfApplications, sendApplicationNotices } from './carry.server.ts';

onGround();

function postbox() {
	const sent: Outgoing[] = [];
	const post = { send: async (mail: Outgoing) => (sent.push(mail), 'sent' as const), close: () => {} };
	const email = mailOfApplications({ post, ours: 'desk@silta.example', site: 'https://silta.example/' });
	return { sent, email };
}

test('a mail in her language leads to her page, says nothing of the answer, and goes once', async () => {
	const { token, row } = await buildApplication({ contact: 'olga@example.org', language: 'fi' });
	await declineApplication({ id: row.id, answer: 'not-now' }, await buildStaff('coordinator'));
	const { sent, email } = postbox();
	await sendApplicationNotices({ email });
	await sendApplicationNotices({ email });
	expect(sent).toHaveLength(1);
	expect(sent[0]).toMatchObject({ to: 'olga@example.org', language: 'fi', subject: 'Vastaus hakemukseesi' });
	expect(sent[0]?.text).toContain(`https://silta.example/fi/volunteer/application/${token}`);
	expect(sent[0]?.text).not.toMatch(/Ольга|Juuri nyt emme/);
});

test('whoever gave a number waits for a text message, which is not sent where none can be, and her page tells all', async () => {
	const { token, row } = await buildApplication();
	await declineApplication({ id: row.id, answer: 'full' }, await buildStaff('coordinator'));
	const { sent, email } = postbox();
	await sendApplicationNotices({ email });
	expect(sent).toEqual([]);
	expect(await herApplication(token)).toMatchObject({ state: 'declined', answer: 'full' });
});

test('where nothing carries it for a week it is given up, and her number with it; a younger one waits', async () => {
	const { db } = ground();
	const rows = [await buildApplication(), await buildApplication()].map(({ row }) => row);
	const coordinator = await buildStaff('coordinator');
	for (const { id } of rows) await declineApplication({ id, answer: 'full' }, coordinator);
	const older = `update application_notices set made_at = made_at - interval '8 days' where application_id = $1`;
	await db.query(older, [rows[0]?.id]);
	await expireApplications();
	const read = 'select state, sealed is null as empty from application_notices where application_id = $1';
	const found = await Promise.all(rows.map(async ({ id }) => (await db.query(read, [id]))[0]));
	expect(found).toEqual([
		{ state: 'failed', empty: true },
		{ state: 'waiting', empty: false },
	]);
});
