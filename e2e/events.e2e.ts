import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { browserOf, PHONE, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { LANGUAGES, type Lang, say } from './support/words.ts';

const LARGEST = 12 * 1024;
const THIS_MONTH = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now()).slice(0, 7);

for (const lang of ['ru', 'fi'] as const) {
	test(`from the first page she finds what is on next, on a phone without script, in ${lang}`, async ({
		browser,
	}, info) => {
		const her = await visitor(browser, { lang, script: false, viewport: PHONE });
		await her.goto(`/${lang}`);
		await her
			.getByRole('contentinfo')
			.getByRole('link', { name: say(lang, 'site.foot.events') })
			.click();
		await expect(her.getByRole('heading', { level: 1 })).toHaveText(say(lang, 'events.list.title'));
		await screenOf(her, info, `events-${lang}-phone`);
		if (await isBetweenSeasons(her, lang)) return;
		const first = her.locator('main .date').first();
		const name = (await first.getByRole('link').innerText()).trim();
		await first.getByRole('link').click();
		await expect(her.getByRole('heading', { level: 1 })).toHaveText(name);
		await expect(her.locator('.when')).toHaveText(/\d/);
		await expect(her.getByText(say(lang, 'events.about.where'), { exact: true })).toBeVisible();
		await screenOf(her, info, `event-${lang}-phone`);
		// The series tells of the day as well.
		const day = new URL(her.url()).pathname;
		await her.getByRole('link', { name: say(lang, 'events.date.all') }).click();
		await expect(her.locator(`main a[href="${day}"]`)).toBeVisible();
	});
}

test('what she chooses stands in the address, in every language, and nowhere else', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	await her.goto('/ru/events');
	if (await isBetweenSeasons(her, 'ru')) return;
	await her.getByText(say('ru', 'events.choose.open')).click();
	await her.getByLabel(say('ru', 'events.choose.how')).selectOption('online');
	await her.getByRole('button', { name: say('ru', 'events.choose.button') }).click();
	const online = say('ru', 'events.how.online');
	await expect(her.getByRole('status')).toContainText(online);
	for (const date of await her.locator('main .date').all()) await expect(date).toContainText(online);
	await her.getByRole('link', { name: 'Suomi', exact: true }).click();
	await expect(her.getByRole('status')).toContainText(say('fi', 'events.how.online'));
	expect((await her.context().cookies()).filter(({ value }) => value.includes('online'))).toEqual([]);
});

test('where nothing suits her choice she is led to a person', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	await her.goto('/fi/events?municipality=Utsjoki&how=on-site');
	await expect(her.getByText(say('fi', 'events.none.chosen'))).toBeVisible();
	await her
		.getByRole('main')
		.getByRole('link', { name: say('fi', 'site.ask.button') })
		.click();
	await expect(her.getByLabel(say('fi', 'chat.first.label'))).toBeVisible();
});

test('a month comes out of the printer as one sheet for the wall', async ({ browser }, info) => {
	const her = await visitor(browser, { lang: 'fi' });
	await her.goto(`/fi/events/month/${THIS_MONTH}`);
	await screenOf(her, info, 'events-month-fi-phone');
	expect(pagesOf(await her.pdf({ preferCSSPageSize: true }))).toBe(1);
	await her.emulateMedia({ media: 'print' });
	await expect(her.getByRole('contentinfo')).toBeHidden();
	await expect(her.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(her.getByRole('img', { name: say('fi', 'events.month.qr') })).toBeVisible();
});

test('a month of twenty-five dates is one sheet, too', async ({ browser }) => {
	const her = await visitor(browser, { lang: 'ru' });
	await her.goto(`/ru/events/month/${THIS_MONTH}`);
	for (const [lines, size] of [
		[5, 'huge'],
		[10, 'large'],
		[16, 'middle'],
		[25, 'dense'],
	] as const) {
		if (!(await fill(her, lines, size))) return;
		expect(pagesOf(await her.pdf({ preferCSSPageSize: true })), size).toBe(1);
	}
});

test('whoever looks for a club finds it by its name in either language', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	for (const [lang, word] of [
		['ru', 'мероприятия'],
		['fi', 'tapahtumat'],
		['en', 'events'],
	] as const) {
		await her.goto(`/${lang}/search?q=${word}`);
		await expect(her.locator('main ol a').first()).toHaveAttribute('href', `/${lang}/events`);
	}
});

test('each page of the calendar goes over the line in 12 KB', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	for (const lang of LANGUAGES) {
		for (const address of await addresses(browser, lang)) {
			const answer = await her.request.get(address);
			expect(answer.status(), address).toBe(200);
			expect(brotliCompressSync(await answer.body()).length, address).toBeLessThanOrEqual(LARGEST);
		}
	}
	for (const none of ['/ru/events/no-such', '/ru/events/no-such/2026-01-01', '/ru/events/month/1999-01']) {
		expect((await her.request.get(none)).status(), none).toBe(404);
	}
});

/** The list, the month, and all that they lead to inside the calendar. */
async function addresses(browser: Browser, lang: Lang): Promise<string[]> {
	const page = await (await browserOf(browser, { lang, script: false })).newPage();
	const begin = [`/${lang}/events`, `/${lang}/events/month/${THIS_MONTH}`];
	const found = await Promise.all(
		begin.map(async (address) => {
			await page.request.get(address);
			const text = await (await page.request.get(address)).text();
			return [...text.matchAll(/href="(\/\w+\/events\/[a-z0-9/-]+)"/g)].map(([, href = '']) => href);
		}),
	);
	return [...new Set([...begin, ...found.flat()])];
}

/** The made-up season ends before Christmas, and the next one begins with the year. */
async function isBetweenSeasons(page: Page, lang: Lang): Promise<boolean> {
	return (await page.getByRole('heading', { name: say(lang, 'events.none.title') }).count()) > 0;
}

/** As if there were so many dates of the kind that there are; false where there is none. */
function fill(page: Page, lines: number, size: string): Promise<boolean> {
	return page.evaluate(
		([lines, size]) => {
			const table = document.querySelector('main table');
			const rows = [...document.querySelectorAll('main tbody tr')].filter((row) => row.querySelector('th'));
			if (!table || rows.length === 0) return false;
			const scope = [...table.classList].filter((name) => name.startsWith('svelte-'));
			table.className = [size, ...scope].join(' ');
			const many = Array.from({ length: lines }, (_, at) => rows[at % rows.length]?.cloneNode(true) ?? '');
			table.querySelector('tbody')?.replaceChildren(...many);
			return true;
		},
		[lines, size] as const,
	);
}

function pagesOf(pdf: Buffer): number {
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
