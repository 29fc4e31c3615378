import { afterEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { addDays, instant, instantAt, today, turnClock } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { buildStaff } from '../testing.ts';
import { apply } from './apply.server.ts';
import { herApplication, tokenOfApplication, withdrawApplication } from './hers.server.ts';
import { expireApplications } from './rounds.server.ts';
import { applying, buildApplication, rowOf } from './testing.ts';
import { forgetApplication, openApplicant } from './words.server.ts';

onGround();
let back: (() => void) | undefined;
afterEach(() => back?.());

function turnTo(moment: number): void {
	back?.();
	back = turnClock(() => moment);
}

test('what she tells lies sealed, and her page by link or code shows how it stands', async () => {
	const { token, row } = await buildApplication({ works: ['events', 'chat', 'events'] });
	const hers = await herApplication(token);
	expect(hers).toMatchObject({ state: 'asked', name: 'Ольга', contact: '…567', works: ['events', 'chat'] });
	expect(await tokenOfApplication(hers?.code ?? '')).toBe(token);
	const [stored] = await ground().db.query<{ text: string }>(
		'select a::text as text from applications a where id = $1',
		[row.id],
	);
	expect(stored?.text).not.toMatch(/Ольга|пенсии|4567|40123/);
	expect(stored?.text).not.toContain(token);
	expect(stored?.text).not.toContain(hers?.code.replaceAll(' ', ''));
});

test('the same form sent twice is one application; an hour later it is refused and shows nobody the other one', async () => {
	const sent = applying();
	await buildStaff('coordinator');
	const [one, two] = await Promise.all([apply(sent), apply(sent)]);
	expect(two).toEqual(one);
	expect(await apply({ ...sent, name: 'Somebody else' })).toEqual(one);
	turnTo(instant() + 3_600_000);
	expect(await apply(sent)).toMatchObject({ refused: 'sent-before' });
});

test.each([
	['no name', { name: ' ' }, { name: 'name' }],
	['no contact', { contact: '' }, { contact: 'number.empty' }],
	['half an address', { contact: 'olga@' }, { contact: 'address' }],
	['words for a number', { contact: 'позвоните' }, { contact: 'number.letters' }],
	['no language', { languages: [] }, { languages: 'languages' }],
	['a very long text', { text: 'x'.repeat(1_001) }, { text: 'text' }],
	['an organisation that takes nobody', { organisationId: 'nobody-leads-here' }, { organisationId: 'organisation' }],
])('%s is told by its field', async (_, wrong, fields) => {
	expect(await apply(applying(wrong))).toMatchObject({ refused: 'malformed', fields });
});

test('of an address her page shows the beginning and the house, of a short one too', async () => {
	const { token } = await buildApplication({ contact: 'olga@example.org' });
	expect(await herApplication(token)).toMatchObject({ contact: 'ol…@example.org' });
	const short = await buildApplication({ contact: 'o@example.org' });
	expect(await herApplication(short.token)).toMatchObject({ contact: 'o…@example.org' });
});

test('an identity code that she types is not kept', async () => {
	const { row } = await buildApplication({ text: 'мой код 010190-900P' });
	expect((await openApplicant(row))?.text).not.toContain('900P');
});

test('she takes it back: her words are erased at once, their key with them, and it stays taken back', async () => {
	const { token, row } = await buildApplication();
	expect(await withdrawApplication({ token })).toEqual({ token });
	expect(await rowOf(token)).toMatchObject({ state: 'withdrawn', sealed: null });
	await workThrough({ 'forget-application': forgetApplication });
	expect(await openApplicant(row)).toBeNull();
	expect(await withdrawApplication({ token })).toEqual({ token });
	expect(await herApplication(token)).toMatchObject({ state: 'withdrawn', name: '', contact: '', text: '' });
	expect(await withdrawApplication({ token: 'x'.repeat(22) })).toMatchObject({ refused: 'missing' });
});

test('after its last day it is gone, the key of the day first', async () => {
	const { token, row } = await buildApplication();
	expect(row.keptUntil).toBe(today(DAYS_CASE_KEPT));
	turnTo(instantAt(row.keptUntil, '23:00').getTime());
	await expireApplications();
	expect(await herApplication(token)).not.toBeNull();
	turnTo(instantAt(addDays(row.keptUntil, 1), '00:01').getTime());
	expect(await expireApplications()).toMatchObject({ keyDays: expect.arrayContaining([row.keptUntil]) });
	expect(await herApplication(token)).toBeNull();
	expect(await openApplicant(row)).toBeNull();
});
