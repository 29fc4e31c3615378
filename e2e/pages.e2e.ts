import { brotliCompressSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { ask, browserOf, DESKTOP, PHONE } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { LANGUAGES, type Lang } from './support/words.ts';

const THIS_MONTH = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now()).slice(0, 7);
const THIS_YEAR = THIS_MONTH.slice(0, 4);

/** In groups, so that no single test is long on a busy machine. */
const GROUPS = {
	'first pages and services': [
		...['', '/services', '/services/kela-omakela', '/services/velkaneuvonta', '/services/rikosuhripaivystys'],
		...['/topics/money', '/help-near-you', '/projects', '/projects/digituki-arkeen'],
	],
	'search, chat and statements': [
		...['/search?q=kela', '/search?q=xyzzyx', '/search?q=jvfrtkf&municipality=Kuopio'],
		...[
			'/case',
			'/chat',
			'/chat?about=migri-kamu',
			'/chat?kind=accessibility',
			'/stuck?guide=suomifi-mandates&step=health',
		],
		...['/privacy', '/accessibility', '/about', '/no-such-page'],
		...['/volunteer', '/volunteer/application'],
	],
	'the calendar': [
		...['/events', '/events?how=online', `/events/digiklubi-${THIS_YEAR}`, `/events/month/${THIS_MONTH}`],
		'/events?municipality=Kuopio&language=fi',
	],
	'guides, terms and news': [
		...['/guides', '/guides?suits=no-codes', '/guides/suomifi-mandates', '/guides/moving/easy', '/guides/moving/print'],
		...['/terms', '/terms?by=topic', '/terms/yleistuki', '/changes', '/changes/yleistuki-replaces-two-benefits'],
		...['/materials', '/materials/first-shift-checklist', '/videos', '/for-helpers'],
	],
};
const PAGES = [...Object.values(GROUPS).flat(), '/catalogue'];
/** Pages that show other forms than the rest: enough to look at in the dark. */
const SAMPLE = [
	'',
	'/services/kela-omakela',
	'/guides/suomifi-mandates',
	'/help-near-you',
	'/events',
	'/search?q=kela',
	'/chat',
	'/projects/digituki-arkeen',
	'/no-such-page',
];
const PICTURED: Record<string, string> = {
	'': 'home',
	'/services/kela-omakela': 'card',
	'/projects/digituki-arkeen': 'project',
};
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const lang of LANGUAGES) {
	for (const [group, addresses] of Object.entries(GROUPS)) {
		test(`${group} in ${lang} on a phone stand before axe, and ask nothing of another host`, async ({
			browser,
		}, info) => {
			test.slow();
			const page = await (await browserOf(browser, { lang, viewport: PHONE })).newPage();
			const elsewhere = strangersOf(page);
			for (const address of addresses) {
				await visit(page, lang, address);
				await expectNoFaults(page);
				if (lang === 'ru') await picture(page, info, address, 'ru-phone');
			}
			expect(elsewhere).toEqual([]);
		});
	}
}

test('the whole catalogue on one page stands before axe', async ({ browser }) => {
	test.slow();
	const page = await (await browserOf(browser, { lang: 'en', viewport: PHONE })).newPage();
	await visit(page, 'en', '/catalogue');
	await expectNoFaults(page);
});

test('in the dark, on a wide screen, the pages stand before axe in each language', async ({ browser }, info) => {
	test.slow();
	for (const lang of LANGUAGES) {
		const page = await (await browserOf(browser, { lang, viewport: DESKTOP })).newPage();
		await page.emulateMedia({ colorScheme: 'dark' });
		for (const address of SAMPLE) {
			await visit(page, lang, address);
			await expectNoFaults(page);
			if (lang === 'fi') await picture(page, info, address, 'fi-desktop-dark');
		}
		await page.emulateMedia({ colorScheme: 'light' });
		if (lang === 'fi')
			for (const address of Object.keys(PICTURED)) {
				await visit(page, lang, address);
				await picture(page, info, address, 'fi-desktop');
			}
	}
});

test('no page is wider than a screen of 320 points, with text twice as large too', async ({ browser }) => {
	test.slow();
	for (const lang of LANGUAGES) {
		const page = await (await browserOf(browser, { lang, viewport: { width: 320, height: 640 } })).newPage();
		for (const address of PAGES) {
			await visit(page, lang, address);
			await expectNoSidewaysScroll(page, 'as it is');
			await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
			await expectNoSidewaysScroll(page, 'with text twice as large');
		}
	}
});

test('every page is whole without script, and none but the chat carries one', async ({ browser }) => {
	test.slow();
	for (const lang of LANGUAGES) {
		const page = await (await browserOf(browser, { lang, script: false })).newPage();
		for (const address of PAGES) {
			await visit(page, lang, address);
			// An unknown address is told in three languages, each with its heading.
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(
				address === '/no-such-page' ? LANGUAGES.length : 1,
			);
			// Data for search engines stands in an element of that name, and does nothing.
			await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
		}
	}
});

test('the chat’s one module goes over the line in 25 KB', async ({ browser, request }) => {
	const page = await (await browserOf(browser)).newPage();
	await ask(page, 'ytj', 'Добрый день');
	const modules = await page.locator('script[src]').evaluateAll((all) => all.map((one) => one.getAttribute('src')));
	expect(modules).toHaveLength(1);
	const module = await request.get(modules[0] ?? '');
	expect(brotliCompressSync(await module.body()).length).toBeLessThanOrEqual(25 * 1024);
});

test('every card opens in each language, and fits a narrow screen', async ({ browser }) => {
	test.slow();
	const page = await (await browserOf(browser, { viewport: { width: 320, height: 640 } })).newPage();
	await visit(page, 'ru', '/services');
	const links = await page
		.locator('main a[href^="/ru/services/"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const cards = [...new Set(links)].map((link) => link.replace('/ru', ''));
	expect(cards.length).toBeGreaterThanOrEqual(75);
	for (const card of cards) {
		await visit(page, 'ru', card);
		await expectNoSidewaysScroll(page, 'as it is');
		for (const lang of ['fi', 'en']) {
			const answer = await page.request.get(`/${lang}${card}`);
			expect(answer.status(), `/${lang}${card}`).toBe(200);
			expect(await answer.text()).toContain(`<html lang="${lang}"`);
		}
	}
});

async function visit(page: Page, lang: Lang, address: string): Promise<void> {
	const answer = await page.goto(`/${lang}${address}`);
	expect(answer?.status(), address).toBe(address === '/no-such-page' ? 404 : 200);
	await expect(page.locator('html'), address).toHaveAttribute('lang', lang);
}

async function expectNoFaults(page: Page): Promise<void> {
	const seen = await new AxeBuilder({ page })
		.options({ runOnly: { type: 'tag', values: RULES }, rules: { 'color-contrast-enhanced': { enabled: true } } })
		.analyze();
	const faults = seen.violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.slice(0, 3)
				.map(({ html }) => html.slice(0, 160))
				.join(' | ')}`,
	);
	expect(faults, page.url()).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, how: string): Promise<void> {
	const [inside, width] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth,
	]);
	expect(inside, `${page.url()} ${how}`).toBeLessThanOrEqual(width ?? 0);
}

/** Every request to another host, should there be one. */
function strangersOf(page: Page): string[] {
	const strangers: string[] = [];
	page.on('request', (request) => {
		const { hostname } = new URL(request.url());
		if (hostname !== 'localhost') strangers.push(request.url());
	});
	return strangers;
}

async function picture(page: Page, info: TestInfo, address: string, how: string): Promise<void> {
	const name = PICTURED[address];
	if (name) await screenOf(page, info, `${name}-${how}`);
}
