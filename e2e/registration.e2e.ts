import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };

/** The last date of the made-up season for which people register, so that nothing there depends on the day of the run. */
async function lastDate(page: Page, lang: Lang, series: string): Promise<string> {
	await page.goto(`/${lang}/events/${series}-${new Date().getFullYear()}`);
	const links = await page
		.getByRole('main')
		.locator(`a[href*="/events/${series}-"]`)
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const days = links.filter((href) => /\/\d{4}-\d\d-\d\d$/.test(href)).sort();
	return days.at(-1) ?? '';
}

const button = (page: Page, lang: Lang, key: string) =>
	page.getByRole('button', { name: say(lang, `registration.${key}`), exact: true });
const heading = (page: Page, lang: Lang, standing: string) =>
	page.getByRole('heading', { level: 1, name: say(lang, `registration.hers.${standing}.title`) });

async function ask(page: Page, date: string, lang: Lang, seats = '1'): Promise<void> {
	await page.goto(`${date}/register`);
	if (seats !== '1') await page.getByLabel(say(lang, 'registration.seats.label')).selectOption(seats);
	await page.locator('main form').getByRole('button').click();
}

async function registered(browser: Browser, date: string, lang: Lang = 'ru', seats = '1'): Promise<Page> {
	const page = await visitor(browser, { lang, script: false });
	await ask(page, date, lang, seats);
	await button(page, lang, 'fill.come').click();
	await expect(heading(page, lang, 'confirmed')).toBeVisible();
	return page;
}

test('with a nickname and a wrong number first, without script, on a narrow phone; looked up by the code, taken back', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { lang: 'fi', script: false, viewport: NARROW });
	const date = await lastDate(her, 'fi', 'info');
	await her.goto(date);
	await her.getByRole('main').locator('a[href$="/register"]').click();
	await her.locator('main form').getByRole('button').click();
	await her.getByLabel(say('fi', 'registration.name.label')).fill('Maija');
	await her.getByLabel(say('fi', 'registration.way.sms')).check();
	await her.getByLabel(say('fi', 'registration.number.label')).fill('040 12');
	await button(her, 'fi', 'fill.come').click();
	await expect(her.getByText(say('fi', 'registration.fault.length'))).toBeVisible();
	await button(her, 'fi', 'fill.more').click();
	await expect(her.getByLabel(say('fi', 'registration.name.label'))).toHaveValue('Maija');
	await expect(button(her, 'fi', 'fill.more')).toHaveCount(0);
	await her.getByLabel(say('fi', 'registration.number.label')).fill('040 012 3456');
	await button(her, 'fi', 'fill.come').click();
	await expect(heading(her, 'fi', 'confirmed')).toBeVisible();
	expect(await her.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
	await expect(her.getByRole('main')).toContainText('456');
	await expect(her.getByRole('main')).not.toContainText('3456');
	await screenOf(her, info, 'registration-fi-narrow');
	const code = (await her.locator('.code-paper').innerText()).trim();

	const elsewhere = await visitor(browser, { script: false });
	// She has the code on paper and comes from the front of the site.
	await elsewhere.goto('/ru/events');
	await elsewhere.getByRole('link', { name: say('ru', 'events.date.find') }).click();
	await elsewhere.getByLabel(say('ru', 'registration.find.label')).fill('0000 0000 0001');
	await button(elsewhere, 'ru', 'find.button').click();
	await expect(elsewhere.getByText(say('ru', 'registration.error.code'))).toBeVisible();
	await elsewhere.getByLabel(say('ru', 'registration.find.label')).fill(code.replaceAll(' ', ''));
	await button(elsewhere, 'ru', 'find.button').click();
	await expect(heading(elsewhere, 'ru', 'confirmed')).toBeVisible();
	await button(elsewhere, 'ru', 'cancel.button').click();
	await expect(heading(elsewhere, 'ru', 'cancelled')).toBeVisible();
	await her.reload();
	await expect(heading(her, 'fi', 'cancelled')).toBeVisible();
});

test('pressed twice it is one; when all is taken she waits, is offered a seat that is given up, and takes it', async ({
	browser,
}, info) => {
	const first = await visitor(browser);
	const date = await lastDate(first, 'ru', 'neuvonta-syksy');
	const seated: Page[] = [];
	await first.goto(`${date}/register`);
	const times = await first.locator('input[name=slot]').count();
	expect(times).toBeGreaterThan(0);
	for (let time = 0; time < times; time += 1) {
		const page = await visitor(browser, { script: time % 2 === 0 });
		await page.goto(`${date}/register`);
		await page.locator('input[name=slot]').first().check();
		await button(page, 'ru', 'ask.seat').dblclick();
		await button(page, 'ru', 'fill.come').click();
		await expect(heading(page, 'ru', 'confirmed')).toBeVisible();
		seated.push(page);
	}
	const waiting = await visitor(browser, { script: false });
	await waiting.goto(`${date}/register`);
	await expect(waiting.getByText(say('ru', 'registration.room.line'))).toBeVisible();
	await button(waiting, 'ru', 'ask.line').click();
	await button(waiting, 'ru', 'fill.wait').click();
	await expect(heading(waiting, 'ru', 'waiting')).toBeVisible();
	const leaving = seated.at(1);
	if (!leaving) throw new Error('there are several times');
	await button(leaving, 'ru', 'cancel.button').click();
	await waiting.reload();
	await expect(heading(waiting, 'ru', 'offered')).toBeVisible();
	await screenOf(waiting, info, 'registration-ru-offered');
	await button(waiting, 'ru', 'offer.take').click();
	await expect(heading(waiting, 'ru', 'confirmed')).toBeVisible();
	for (const page of [...seated.filter((one) => one !== leaving), waiting]) {
		await button(page, 'ru', 'cancel.button').click();
		await expect(heading(page, 'ru', 'cancelled')).toBeVisible();
	}
});

test('where nobody registers the page of the date says that one just comes, and what it costs', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	const date = await lastDate(her, 'ru', 'digiklubi');
	await her.goto(`${date}/register`);
	await expect(her).toHaveURL(new RegExp(`${date}$`));
	await expect(her.getByRole('main')).toContainText(say('ru', 'events.about.come'));
	await expect(her.getByRole('main')).toContainText(say('ru', 'events.about.free'));
});

test('of three one stays away; a link that leads nowhere says so, and what she presses later finds it over', async ({
	browser,
}) => {
	const her = await visitor(browser, { script: false });
	const date = await lastDate(her, 'ru', 'info');
	const group = await registered(browser, date, 'ru', '3');
	await group.getByLabel(say('ru', 'registration.cancel.keeps')).selectOption('2');
	await button(group, 'ru', 'cancel.keep').click();
	await expect(group.getByText('2 человек')).toBeVisible();
	const other = await visitor(browser, { script: false });
	await other.goto(group.url());
	await button(group, 'ru', 'cancel.button').click();
	await expect(heading(group, 'ru', 'cancelled')).toBeVisible();
	await button(other, 'ru', 'cancel.button').click();
	await expect(heading(other, 'ru', 'cancelled')).toBeVisible();
	await her.goto(`/ru/registration/${'A'.repeat(22)}`);
	await expect(heading(her, 'ru', 'gone')).toBeVisible();
});
