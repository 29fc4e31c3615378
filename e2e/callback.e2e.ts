import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { codeOf, DESKTOP, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };

/** Opens the form and fills it in; any time will do. */
async function fill(page: Page, lang: Lang, number: string): Promise<void> {
	await page.goto(`/${lang}/callback`);
	await page.getByLabel(say(lang, 'callback.number.label')).fill(number);
	await page.getByLabel(say(lang, 'callback.window.any')).check();
}

const send = (page: Page, lang: Lang) => page.getByRole('button', { name: say(lang, 'callback.send') });

/** A number that nobody else in this run asks to be called at. */
let counted = 0;
function number(): { typed: string; shown: string } {
	counted += 1;
	const end = String((Date.now() + counted) % 10_000).padStart(4, '0');
	return { typed: `0400 12${end.slice(0, 2)} ${end.slice(2)}`, shown: `+358 40 012 ${end}` };
}

async function volunteer(browser: Browser, lang: Lang = 'ru'): Promise<Page> {
	const page = await visitor(browser, { viewport: DESKTOP, script: false, lang });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fcallbacks');
	await page.locator('button[name=demo][value=volunteer]').click();
	await expect(page.getByRole('heading', { name: say(lang, 'callback.desk.title') })).toBeVisible();
	return page;
}

/** Takes what waits, one after the other, until the number is hers; the others go back to the list. */
async function takeHers(desk: Page, shown: string): Promise<void> {
	const rows = await desk.getByRole('button', { name: say('ru', 'callback.desk.take') }).count();
	for (let row = 0; row < rows; row += 1) {
		await desk
			.getByRole('button', { name: say('ru', 'callback.desk.take') })
			.nth(row)
			.click();
		const dialled = await desk.locator('a.number').innerText();
		if (dialled === shown) return;
		await desk.getByRole('button', { name: say('ru', 'callback.sheet.giveBack') }).click();
	}
	throw new Error('nobody at the desk found her number');
}

test('without script, in Finnish, on a narrow phone: asked, called, recorded, and the number is gone', async ({
	browser,
}, info) => {
	const { typed, shown } = number();
	const her = await visitor(browser, { lang: 'fi', script: false, viewport: NARROW });
	await fill(her, 'fi', '040 12');
	await her.getByLabel(say('fi', 'callback.text.label')).fill('Kelan kirje');
	await send(her, 'fi').click();
	await expect(her.getByText(say('fi', 'callback.fault.length'))).toBeVisible();
	await expect(her.getByLabel(say('fi', 'callback.number.label'))).toHaveValue('040 12');
	await expect(her.getByLabel(say('fi', 'callback.text.label'))).toHaveValue('Kelan kirje');
	await screenOf(her, info, 'callback-fi-narrow-fault');
	await her.getByLabel(say('fi', 'callback.number.label')).fill(typed);
	await send(her, 'fi').click();
	await codeOf(her);
	const sign = (await her.locator('.sign').innerText()).trim();
	expect(sign).toMatch(/^\d\d$/);
	expect(await her.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
	await screenOf(her, info, 'callback-fi-narrow-asked');

	const desk = await volunteer(browser);
	await expect(desk.getByRole('main')).not.toContainText(shown.slice(-4));
	await screenOf(desk, info, 'callbacks-ru-desktop');
	await takeHers(desk, shown);
	await expect(desk.getByRole('main')).toContainText(say('ru', 'callback.sheet.say', { sign }));
	await expect(desk.getByText('Kelan kirje')).toBeVisible();
	await screenOf(desk, info, 'callback-sheet-ru-desktop');
	await desk.getByRole('combobox', { name: say('ru', 'cases.field.topic') }).selectOption({ index: 1 });
	await desk.getByLabel(say('ru', 'cases.outcome.solved-together')).check();
	await desk.getByLabel(say('ru', 'cases.field.minutes')).fill('6');
	await desk.getByRole('button', { name: say('ru', 'callback.sheet.done') }).click();
	await expect(desk.getByText(say('ru', 'callback.desk.ended.done'))).toBeVisible();

	await her.goto('/fi/callback');
	await expect(her.getByRole('heading', { name: say('fi', 'callback.hers.done.title') })).toBeVisible();
	await expect(her.getByText(say('fi', 'callback.hers.erased'))).toBeVisible();
	await her.goto('/fi/case');
	await expect(her.getByText(say('fi', 'cases.channel.phone')).first()).toBeVisible();
});

test('pressed twice it is one call; taken back from another telephone, with the code', async ({ browser }, info) => {
	const { typed } = number();
	const her = await visitor(browser);
	await fill(her, 'ru', typed);
	await send(her, 'ru').dblclick();
	const code = await codeOf(her);
	await expect(her.locator('.sign')).toHaveCount(1);
	await screenOf(her, info, 'callback-ru-phone-asked');

	const elsewhere = await visitor(browser, { script: false });
	await elsewhere.goto('/ru/callback');
	await elsewhere.getByRole('link', { name: say('ru', 'callback.byCode.link') }).click();
	await elsewhere.getByLabel(say('ru', 'chat.return.label')).fill(code);
	await elsewhere.getByRole('button', { name: say('ru', 'chat.return.button') }).click();
	await expect(elsewhere).toHaveURL(/\/ru\/case/);
	await expect(elsewhere.locator('.sign')).toHaveText(await her.locator('.sign').innerText());
	await elsewhere.getByRole('button', { name: say('ru', 'callback.hers.cancel') }).click();
	await expect(elsewhere.getByRole('heading', { name: say('ru', 'callback.hers.cancelled.title') })).toBeVisible();
	await her.reload();
	await expect(her.getByRole('heading', { name: say('ru', 'callback.hers.cancelled.title') })).toBeVisible();
	await expect(her.locator('.sign')).toHaveCount(0);
});

test('tried in vain, given up, and she reads why', async ({ browser }) => {
	const { typed, shown } = number();
	const her = await visitor(browser, { script: false });
	await fill(her, 'ru', typed);
	await send(her, 'ru').click();
	const desk = await volunteer(browser);
	for (const _ of [1, 2, 3, 4]) {
		await takeHers(desk, shown);
		await desk.getByRole('button', { name: say('ru', 'callback.sheet.try.no-answer') }).click();
	}
	await expect(desk.getByText(say('ru', 'callback.desk.ended.given-up'))).toBeVisible();
	await her.goto('/ru/case');
	await expect(her.getByText(say('ru', 'callback.hers.why.tried'))).toBeVisible();
});

test('the way to a call is on the pages from which people go to somebody', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	for (const page of ['', '/chat', '/stuck', '/help-near-you']) {
		await her.goto(`/ru${page}`);
		await her
			.getByRole('main')
			.getByRole('link', { name: say('ru', 'site.callback.link') })
			.click();
		await expect(her).toHaveURL(/\/ru\/callback$/);
	}
});
