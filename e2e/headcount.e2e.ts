import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { type OwnLine, ownLine } from './support/line.ts';
import { browserOf, unique } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

let line: OwnLine;
test.beforeAll(async ({ baseURL }) => {
	line = await ownLine(baseURL ?? '');
});
test.afterAll(() => line.end());

const press = (page: Page, key: string): Promise<void> =>
	page
		.getByRole('button', { name: say('ru', key), exact: true })
		.first()
		.click();
const total = (page: Page) => page.locator('[data-total]');
const people = (count: number): string => say('ru', 'tally.people', { count });

/** A coordinator with a date that began with this day; gives the id of the date. */
async function aDateToday(browser: Browser, site?: string) {
	const context = await browserOf(browser, { ...(site && { site }) });
	const page = await context.newPage();
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fevents');
	await page.locator('button[name=demo][value=coordinator]').click();
	await expect(page.getByRole('heading', { name: say('ru', 'planning.title'), level: 1 })).toBeVisible();
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now());
	await page.goto('/staff/events/new?activity=club');
	await page.locator('#title-ru').fill(unique('Клуб '));
	await page.locator(`[name=weekday-${new Date(`${day}T12:00:00Z`).getUTCDay() || 7}]`).check();
	await page.locator('#from').fill(day);
	await page.locator('#times').fill('1');
	await page.locator('#starts').fill('00:00');
	await page.locator('#placeId').selectOption('demo-library');
	await page.locator('[name=in-ru]').check();
	await page.locator('[name=holidays]').uncheck();
	await press(page, 'planning.look');
	await press(page, 'planning.publish');
	await page.locator('ul.list li a.name').first().click();
	return { context, page, id: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}

test('a date is closed by a number and the return key, corrected with a reason, and both are seen', async ({
	browser,
}, info) => {
	const { page, id } = await aDateToday(browser);
	await page.goto(`/staff/events/close/${id}`);
	await page.keyboard.type('14');
	await page.keyboard.press('Enter');
	await expect(page.getByText(say('ru', 'headcount.done'))).toBeVisible();
	await expect(page.locator('section ol li')).toHaveCount(1);

	await page.locator('#total').fill('15');
	await page.keyboard.press('Enter');
	await expect(page.getByText(say('ru', 'headcount.fault.why'))).toBeVisible();
	await page.locator('#why').fill('двое пришли позже');
	await page.locator('#firstTime').fill('16');
	await page.keyboard.press('Enter');
	await expect(page.getByText(say('ru', 'headcount.fault.more'))).toBeVisible();
	await page.locator('#firstTime').fill('4');
	await page.keyboard.press('Enter');
	await expect(page.locator('section ol li')).toHaveCount(2);
	await expect(page.locator('section ol li').first()).toContainText(say('ru', 'headcount.came', { count: 15 }));
	await screenOf(page, info, 'headcount-closed-ru');
});

test('of two who close at once the second sees the first one’s numbers and keeps her own', async ({ browser }) => {
	const { page, context, id } = await aDateToday(browser);
	const other = await context.newPage();
	for (const one of [page, other]) await one.goto(`/staff/events/close/${id}`);
	await page.locator('#total').fill('7');
	await press(page, 'headcount.save');
	await expect(page.getByText(say('ru', 'headcount.done'))).toBeVisible();
	await other.locator('#total').fill('9');
	await press(other, 'headcount.save');
	await expect(other.getByText(say('ru', 'headcount.refused.closed-meanwhile'))).toBeVisible();
	await expect(other.locator('#total')).toHaveValue('9');
	await expect(other.locator('section ol li')).toHaveCount(1);
});

test('those who come are tapped without a network, and their taps fill in the form', async ({ browser }, info) => {
	const { page, context, id } = await aDateToday(browser, line.address);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(`/staff/events/tally/${id}`);
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();
	await context.setOffline(true);
	line.cut();
	const tap = async (band: string): Promise<void> => {
		await page.waitForTimeout(400);
		await page.locator(`button[name=ageBand][value="${band}"]`).click();
	};
	await tap('65-plus');
	await page.locator('[name=isFirstTime]').check();
	await tap('65-plus');
	await tap('unknown');
	await expect(total(page)).toHaveText(people(3));
	await page.reload();
	await expect(total(page)).toHaveText(people(3));
	await tap('18-24');
	await press(page, 'tally.undo');
	await expect(total(page)).toHaveText(people(3));
	await screenOf(page, info, 'headcount-offline-ru-phone');
	await context.setOffline(false);
	line.mend();
	await page.evaluate(() => window.dispatchEvent(new Event('online')));
	await expect(page.getByText(say('ru', 'tally.allSent'))).toBeVisible();

	await page.goto(`/staff/events/close/${id}`);
	await expect(page.locator('#total')).toHaveValue('3');
	await expect(page.locator('#firstTime')).toHaveValue('2');
	await expect(page.locator('[name="age.65-plus"]')).toHaveValue('2');
	await press(page, 'headcount.save');
	await expect(page.getByText(say('ru', 'headcount.done'))).toBeVisible();
});
