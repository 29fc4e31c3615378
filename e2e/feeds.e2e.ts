import http from 'node:http';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { expect, test } from './support/errand.ts';
import { say } from './support/words.ts';

/** A partner's site: another address, and no page of ours. */
let partner = '';
const server = http.createServer((request, response) => {
	const inside = new URL(request.url ?? '/', 'http://x').searchParams.get('inside') ?? '';
	response.setHeader('content-type', 'text/html; charset=utf-8');
	response.end(
		`<!doctype html><h1>Partner</h1><iframe title="list" src="${inside}" width="320" height="500"></iframe>`,
	);
});

test.beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	partner = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?inside=`;
});
test.afterAll(() => {
	server.close();
});

for (const lang of ['ru', 'fi'] as const) {
	test(`${lang}: a partner's page shows the next dates, and a press leads out of the frame to the date's page`, async ({
		page,
		baseURL,
	}) => {
		await page.goto(partner + encodeURIComponent(`${baseURL}/embed/events?lang=${lang}&limit=3`));
		const list = page.frameLocator('iframe');
		await expect(list.getByRole('heading', { name: say(lang, 'events.list.title') })).toBeVisible();
		await expect(list.getByRole('listitem')).toHaveCount(3);
		const width = await list.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
		expect(width).toBe(0);
		await list.getByRole('listitem').first().getByRole('link').click();
		await expect(page).toHaveURL(new RegExp(`^${baseURL}/${lang}/events/[a-z0-9-]+/\\d{4}-\\d\\d-\\d\\d$`));
		expect(await page.context().cookies()).toEqual([]);
	});
}

test('no other page of the site can be shown inside a foreign one', async ({ page, baseURL }) => {
	await page.goto(partner + encodeURIComponent(`${baseURL}/ru/events`));
	await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveCount(0);
});

test('a calendar to subscribe to is a calendar, and whoever has it is told that nothing changed', async ({
	request,
}) => {
	const first = await request.get('/ru/events.ics');
	const events = new ICAL.Component(ICAL.parse(await first.text())).getAllSubcomponents('vevent');
	expect(events.length).toBeGreaterThan(0);
	const again = await request.get('/ru/events.ics', { headers: { 'if-none-match': first.headers().etag ?? '' } });
	expect(again.status()).toBe(304);
});
