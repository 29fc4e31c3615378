import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, PHONE, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };
const SUGGESTION = '/staff/volunteers/suggestion';
const IRINA = 'Демо-волонтёр Ирина';

type Who = { name: string; lang?: Lang; viewport?: { width: number; height: number } };

async function signedIn(browser: Browser, { name, lang = 'ru', viewport = DESKTOP }: Who): Promise<Page> {
	const page = await visitor(browser, { viewport, script: false, lang });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fshifts');
	await page.locator(`button[name=demo][value=${name}]`).click();
	return page;
}

const press = (page: Page, key: string): Promise<void> =>
	page
		.getByRole('button', { name: say('ru', key), exact: true })
		.first()
		.click();

/** Boxes of the suggestion for eight weeks, the last of which are the furthest away. */
async function suggested(page: Page) {
	await page.goto(SUGGESTION);
	await page.getByLabel(say('ru', 'rota.suggestion.weeks')).selectOption('8');
	await press(page, 'rota.suggestion.ask');
	await expect(page.getByRole('heading', { name: say('ru', 'rota.suggestion.offers'), exact: true })).toBeVisible();
	return page.locator('input[name=offer]');
}

test('without script: the coordinator asks for a suggestion and sends one offer, the volunteer says no', async ({
	browser,
}, info) => {
	const lead = await signedIn(browser, { name: 'coordinator' });
	const boxes = await suggested(lead);
	await screenOf(lead, info, 'rota-suggestion');
	const hers = lead.locator('label', { hasText: IRINA }).last();
	await expect(hers).toContainText(
		say('ru', 'rota.reason.language', { count: 1, language: say('ru', 'content.language.ru') }),
	);
	const offer = (await hers.locator('input').getAttribute('value')) ?? '';
	for (const box of await boxes.all()) if ((await box.getAttribute('value')) !== offer) await box.uncheck();
	await press(lead, 'rota.suggestion.send');
	await expect(lead.getByText(say('ru', 'rota.suggestion.sent', { count: 1 }))).toBeVisible();

	const [shift] = offer.split(' ');
	await lead.goto('/staff/volunteers/week');
	const waits = lead.getByRole('list', { name: say('ru', 'rota.week.offered') });
	await expect(waits.locator(`a[href$="${shift}"]`)).toBeVisible();
	await screenOf(lead, info, 'rota-week');

	const irina = await signedIn(browser, { name: 'volunteer', viewport: PHONE });
	await irina.goto(`/staff/shifts/${shift}`);
	await screenOf(irina, info, 'rota-offered');
	await press(irina, 'taking.do.decline');
	await expect(irina).toHaveURL(/declined/);

	await suggested(lead);
	await expect(lead.locator(`input[value="${offer}"]`)).toHaveCount(0);
});

test('nobody but whoever leads sees the week or a suggestion, and the week fits a phone', async ({ browser }, info) => {
	for (const name of ['volunteer', 'adviser', 'editor']) {
		const page = await signedIn(browser, { name });
		for (const path of ['/staff/volunteers/week', SUGGESTION]) {
			expect((await page.goto(path))?.status()).toBe(403);
		}
	}
	const lead = await signedIn(browser, { name: 'coordinator', lang: 'fi', viewport: NARROW });
	await lead.goto('/staff/volunteers/week');
	await expect(lead.getByRole('heading', { level: 1 })).toContainText(say('fi', 'rota.week.title'));
	await screenOf(lead, info, 'rota-week-narrow');
	const wide = await lead.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
});
