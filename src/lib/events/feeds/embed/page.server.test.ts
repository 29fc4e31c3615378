import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { framedHeaders, safetyHeaders } from '#lib/platform/http/headers.ts';
import { today } from '#lib/platform/clock.ts';
import { readCalendar } from '../../calendar.server.ts';
import { buildOrganisers, planned } from '../../testing.ts';
import { answerEmbedded } from './page.server.ts';

const at = onGround();

function ask(query: string, headers: Record<string, string> = {}): Response {
	const url = new URL(`https://silta.example/embed/events${query}`);
	return answerEmbedded({ request: new Request(url, { headers }), url });
}

beforeAll(async () => {
	await buildOrganisers();
	const names = { ru: '<b>"Клуб"</b>', fi: 'Kerho', en: 'Club' };
	const { dates } = await planned({ id: 'near-club', names, from: today(1), until: today(60) });
	await planned({ id: 'far-club', organisationId: 'far', from: today(1), until: today(60) });
	await at.ground.db.query("update occurrences set state = 'cancelled', cause = 'staff' where id = $1", [dates[0]?.id]);
	await readCalendar();
});

test('the next dates stand on it, as many as asked, and what was cancelled says so', async () => {
	const page = await ask('?lang=fi&organisation=near&limit=3').text();
	expect(page.match(/<li>/g)).toHaveLength(3);
	expect(page).toContain('<html lang="fi"');
	expect(page).toMatch(/<s>[^<]+<\/s>[\s\S]*Peruttu/);
	expect(page).not.toContain('far-club');
	expect(await ask('?organisation=nobody').text()).not.toContain('<li>');
});

test('made-up dates say that they are', async () => {
	const note = 'Nämä tapahtumat';
	expect(await ask('?lang=fi').text()).not.toContain(note);
	await at.ground.db.query("update organisations set is_demonstration = true where id = 'near'");
	await at.ground.db.query("update series set revision = revision + 1 where id = 'near-club'");
	await readCalendar();
	expect(await ask('?lang=fi&organisation=near').text()).toContain(note);
});

test('it takes its language from the browser where none is named', async () => {
	expect(await ask('', { 'accept-language': 'en-GB' }).text()).toContain('<html lang="en"');
	expect(await ask('?lang=xx', { 'accept-language': 'fi' }).text()).toContain('<html lang="fi"');
});

test('links lead out of the frame, and a title is never more than text', async () => {
	const page = await ask('?lang=ru').text();
	const links = page.match(/<a [^>]*>/g) ?? [];
	expect(links.length).toBeGreaterThan(1);
	for (const link of links)
		expect(link).toMatch(/^<a href="https:\/\/silta\.example\/ru\/[^"]*" target="_top" rel="noopener">$/);
	expect(page).not.toMatch(/<b>|<script|<form| style=/);
});

test('only this answer may be shown inside another page, and only its own style is let in', async () => {
	const response = ask('');
	const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(await response.text()) ?? [];
	const policy = response.headers.get('content-security-policy') ?? '';
	expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
	expect(policy).toContain('frame-ancestors *');
	expect(response.headers.get('set-cookie')).toBeNull();
	expect(framedHeaders(true)).not.toHaveProperty('x-frame-options');
	expect(Object.keys(safetyHeaders(true)).filter((name) => !(name in framedHeaders(true)))).toEqual([
		'x-frame-options',
	]);
});

test.each(['?limit=0', '?limit=21', '?limit=x', '?place=A', '?organisation=%00'])('%s is refused', (query) => {
	expect(ask(query).status).toBe(400);
});
