import { expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import { buildStaff } from '../../testing.ts';
import { herApplication } from '../hers.server.ts';
import { declineApplication } from '../steps.server.ts';
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
