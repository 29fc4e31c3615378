import fs from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { PHONE, visitor } from './support/people.ts';
import { say } from './support/words.ts';

/** Somebody at the console, without script. */
async function signedIn(browser: Browser, who: string, path: string): Promise<Page> {
	const page = await visitor(browser, { script: false, lang: 'ru' });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(path)}`);
	await page.locator(`button[name=demo][value=${who}]`).click();
	return page;
}

const press = (page: Page, key: string): Promise<void> =>
	page.getByRole('button', { name: say('ru', key), exact: true }).click();
const shown = async (page: Page): Promise<string> => (await page.locator('code.address').textContent()) ?? '';

async function newLink(page: Page): Promise<string> {
	const first = page.getByRole('button', { name: say('ru', 'own.link.make'), exact: true });
	const again = page.getByRole('button', { name: say('ru', 'own.link.renew'), exact: true });
	await first.or(again).click();
	return shown(page);
}

test('by her link, on a telephone without script and without signing in, she deals with her shifts; ended, it says so', async ({
	browser,
}) => {
	const console = await signedIn(browser, 'volunteer', '/staff/shifts/link');
	const link = await newLink(console);
	expect(new URL(link).pathname).toMatch(/^\/ru\/own\/[\w-]{43}$/);
	await console.goto('/staff/shifts/link');
	await expect(console.getByText(link)).toHaveCount(0);

	const phone = await visitor(browser, { viewport: PHONE, script: false, lang: 'ru' });
	await phone.goto(link);
	await expect(phone).toHaveURL(/\/ru\/own$/);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'own.title'));
	const open = phone.getByRole('list', { name: say('ru', 'own.open.title') }).getByRole('button');
	const take = open.and(phone.getByRole('button', { name: say('ru', 'taking.do.take'), exact: true })).first();
	const about = await take.getAttribute('aria-describedby');
	await take.click();
	await expect(phone.getByRole('status')).toHaveText(say('ru', 'taking.done.taken'));
	const hers = phone.getByRole('list', { name: say('ru', 'own.hers.title') });
	const ofIt = hers.getByRole('listitem').filter({ has: phone.locator(`[id="${about}"]`) });
	await ofIt.getByRole('button', { name: say('ru', 'taking.do.give-on'), exact: true }).click();
	await expect(phone.getByRole('status')).toHaveText(say('ru', 'taking.done.given-on'));
	await ofIt.getByRole('button', { name: say('ru', 'taking.do.keep'), exact: true }).click();
	await expect(phone.getByRole('status')).toHaveText(say('ru', 'taking.done.kept'));

	await phone.getByRole('link', { name: say('ru', 'own.hours.link') }).click();
	await phone.locator('#work').selectOption('travel');
	await phone.locator('#hours').fill('1');
	await press(phone, 'hours.log.button');
	await expect(phone.getByRole('status')).toHaveText(say('ru', 'own.done.log'));

	await console.goto('/staff/shifts/link');
	await press(console, 'own.link.end');
	await expect(console.getByRole('status')).toHaveText(say('ru', 'own.link.ended'));
	for (const path of ['/ru/own', link]) {
		expect((await phone.goto(path))?.status()).toBe(404);
		await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'own.gone.title'));
	}
	expect((await phone.goto(link.replace('/ru/', '/fi/')))?.status()).toBe(404);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say('fi', 'own.gone.title'));
});

test('her calendar is read by whoever has its address, until she ends it', async ({ browser }) => {
	const page = await signedIn(browser, 'adviser', '/staff/shifts/link');
	await page
		.getByRole('region', { name: say('ru', 'own.feed.heading') })
		.locator('button')
		.first()
		.click();
	const address = await shown(page);
	const stranger = await visitor(browser);
	const file = await stranger.request.get(address);
	expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	expect(file.headers()['x-robots-tag']).toContain('noindex');
	expect(await file.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/);
	await press(page, 'own.feed.end');
	expect((await stranger.request.get(address)).status()).toBe(404);
	expect((await stranger.request.get(`${new URL(address).origin}/calendar/own/${'x'.repeat(43)}.ics`)).status()).toBe(
		404,
	);
});

/** Every address that somebody decided to keep for others (checks/routes.json), with ids that could be anybody's. */
function closedRoutes(): { method: string; path: string }[] {
	const all = JSON.parse(fs.readFileSync('checks/routes.json', 'utf8')) as Record<string, string>;
	const open = ['public', 'link', 'gateway'];
	return Object.entries(all).flatMap(([route, who]) => {
		const [method = '', path = ''] = route.split(' ');
		const isWayIn = /^\/staff\/(sign-in|sign-out)/.test(path);
		return open.includes(who) || isWayIn ? [] : [{ method, path: filled(path) }];
	});
}

const filled = (path: string): string =>
	path
		.replace('[lang=lang]', 'ru')
		.replace(/\[(day|month)\]/g, '2026-03-10')
		.replace(/\[[^\]]+\]/g, '00000000-0000-4000-8000-000000000000');

test('the link opens nothing of anybody else: no page of the console, no stream, no form, no wrong cell', async ({
	browser,
}) => {
	test.setTimeout(180_000);
	// The one of a coordinator, who may almost everything when she signs in.
	const console = await signedIn(browser, 'coordinator', '/staff/shifts/link');
	const link = await newLink(console);
	const [phone, stranger] = [await visitor(browser, { script: false }), await visitor(browser, { script: false })];
	await phone.goto(link);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'own.title'));
	const cells = closedRoutes();
	const wrong: string[] = [];
	for (const cell of cells) {
		const [byLink, byNobody] = [await answerTo(phone, cell), await answerTo(stranger, cell)];
		if (byLink !== byNobody) wrong.push(`${cell.method} ${cell.path}: ${byLink}, a stranger: ${byNobody}`);
	}
	expect(cells.length).toBeGreaterThan(200);
	expect(wrong).toEqual([]);
});

/** What somebody gets there: whoever has the link is a stranger everywhere else. */
async function answerTo({ request }: Page, { method, path }: { method: string; path: string }): Promise<string> {
	const origin = process.env.SILTA_E2E_URL ?? `http://localhost:${process.env.SILTA_E2E_PORT}`;
	const answer = await request.fetch(path, {
		...{ method, maxRedirects: 0, headers: { origin } },
		...(method === 'GET' ? {} : { form: { id: '00000000-0000-4000-8000-000000000000' } }),
	});
	return `${answer.status()} ${answer.headers().location ?? ''}`;
}
