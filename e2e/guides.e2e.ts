import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { answer, claim, codeOf, helper, PHONE, said, unique, visitor, waiting, writeFirst } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const GUIDE = 'moving';

test('she follows a guide, gets stuck at a step, and the helper who answers sees which', async ({ browser }, info) => {
	const question = unique('Не вижу, где писать адрес ');
	const her = await visitor(browser);
	await her.goto('/ru/guides');
	await her.locator(`main a[href="/ru/guides/${GUIDE}"]`).click();
	const title = (await her.getByRole('heading', { level: 1 }).innerText()).trim();
	await screenOf(her, info, 'guide-ru-phone');
	const step = her.locator('main ol > li').nth(2);
	const todo = (await step.locator('.do').innerText()).trim();
	await step.getByRole('link', { name: say('ru', 'guide.stuck.link', { number: 3 }) }).click();
	await expect(her.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'guide.stuck.step', { number: 3 }));
	await expect(her.getByRole('main')).toContainText(todo);
	await screenOf(her, info, 'stuck-ru-phone');

	await goAsk(her);
	await expect(her.getByRole('main')).toContainText(title);
	await expect(her.getByRole('main')).toContainText(todo);
	await writeFirst(her, question);
	await expect(said(her).filter({ hasText: question })).toBeVisible();
	await codeOf(her);

	const desk = await helper(browser, 'volunteer');
	const place = say('ru', 'desk.page.step', { guide: title, number: 3, text: todo });
	await expect(waiting(desk, place)).toBeVisible();
	await claim(desk, place);
	const shown = desk.getByRole('heading', { level: 2 }).getByRole('link', { name: place });
	const address = (await shown.getAttribute('href')) ?? '';
	expect(address).toMatch(new RegExp(`^/ru/guides/${GUIDE}#[\\w-]+$`));
	await expect(said(desk).filter({ hasText: question })).toBeVisible();
	await screenOf(desk, info, 'desk-step-ru-desktop');
	await answer(desk, unique('Листайте вниз '));

	const look = await visitor(browser);
	await look.goto(address);
	await expect(look.locator(`[id="${address.split('#')[1]}"] .do`)).toHaveText(todo);
});

test('without script she finds a guide by what she has, and her step goes with her through a hidden number', async ({
	browser,
}) => {
	const her = await visitor(browser, { script: false });
	await her.goto('/ru/guides');
	const all = await her.locator('main section li').count();
	await her.getByRole('link', { name: say('ru', 'guide.suit.on-paper'), exact: true }).click();
	await expect(her.locator('main nav [aria-current]')).toHaveText(say('ru', 'guide.suit.on-paper'));
	expect(await her.locator('main section li').count()).toBeLessThan(all);
	await her.locator(`main a[href="/ru/guides/${GUIDE}"]`).click();
	await her.getByRole('link', { name: say('ru', 'guide.stuck.link', { number: 2 }) }).click();
	await goAsk(her);
	await writeFirst(her, unique('Мой счёт FI21 1234 5600 0007 85, что дальше '));
	// The page between shows what will be hidden; the step is still there behind it.
	await expect(her.locator('input[name=about]').first()).toHaveValue(new RegExp(`^guide:${GUIDE}:[\\w-]+$`));
});

test('a step that is not there, or a guide, leads to a person all the same', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	for (const where of ['guide=moving&step=no-such', 'guide=no-such&step=x', 'guide=%00&step=%F0%9F%92%A5', '']) {
		const answer = await her.goto(`/fi/stuck?${where}`);
		expect(answer?.status(), where).toBe(200);
		await expect(her.getByRole('heading', { level: 1 })).toHaveText(say('fi', 'guide.stuck.any'));
		await goAsk(her, 'fi');
		await expect(her.getByLabel(say('fi', 'chat.first.label'))).toBeVisible();
	}
	for (const address of ['/ru/guides/no-such', '/ru/guides/no-such/print', '/ru/guides/no-such/easy']) {
		expect((await her.request.get(address)).status(), address).toBe(404);
	}
});

test('the sheet has a code that is large enough, a date until which it is good, and no place for codes', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { viewport: PHONE });
	await her.goto(`/ru/guides/${GUIDE}`);
	await her.getByRole('link', { name: say('ru', 'guide.print.link') }).click();
	await her.emulateMedia({ media: 'print' });
	const code = await her.getByRole('img', { name: say('ru', 'guide.sheet.qr') }).boundingBox();
	const MILLIMETRE = 96 / 25.4;
	expect(code?.width ?? 0).toBeGreaterThanOrEqual(25 * MILLIMETRE);
	await expect(her.getByRole('main')).toContainText(`/ru/guides/${GUIDE}`);
	await expect(her.getByRole('main')).toContainText(say('ru', 'guide.sheet.noCodes'));
	expect(
		await her.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)),
	).toBeGreaterThan(21);
	await screenOf(her, info, 'sheet-ru-print');
});

test('guides and cards tell search engines the same steps that people see', async ({ request }) => {
	for (const [address, type] of [
		[`/ru/guides/${GUIDE}`, 'HowTo'],
		['/en/services/kela-omakela', 'GovernmentService'],
	]) {
		const html = await (await request.get(address ?? '')).text();
		const [, json = ''] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? [];
		expect(JSON.parse(json)).toMatchObject({ '@type': type });
	}
});

/** The button on the page between guide and chat, whatever the hour. */
async function goAsk(page: Page, lang: Lang = 'ru'): Promise<void> {
	const names = [say(lang, 'site.ask.button'), say(lang, 'guide.stuck.leave')];
	await page
		.getByRole('main')
		.getByRole('link', { name: new RegExp(`^(${names.join('|')})$`) })
		.click();
}
