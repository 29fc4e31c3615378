import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { type OwnLine, ownLine } from './support/line.ts';
import { browserOf, unique } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

let line: OwnLine;
test.beforeAll(async ({ baseURL }) => {
	line = await ownLine(baseURL ?? '');
});
test.afterAll(() => line.end());

const TOPICS = ['tax', 'health', 'work'] as const;

test('twelve people are counted without a network, over a reload and after the session has ended, and are twelve', async ({
	browser,
}, info) => {
	const { context, page } = await phone(browser, 'ru', line.address);
	await openTally(page, unique('Кафе '));
	const address = page.url();
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();

	await context.setOffline(true);
	line.cut();
	for (let person = 0; person < 6; person += 1) await tap(page, TOPICS[person % 3] ?? 'tax');
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 6 }));
	await screenOf(page, info, 'tally-offline-ru-phone');
	await page.reload();
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 6 }));
	for (let person = 0; person < 7; person += 1) await tap(page, TOPICS[person % 3] ?? 'tax');
	await undo(page).click();
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 12 }));
	await expect(page.getByText(say('ru', 'tally.waiting.away', { count: 12 }))).toBeVisible();

	// The phone is switched off, and while it is, the session ends.
	await page.close();
	await context.clearCookies();
	await context.setOffline(false);
	line.mend();
	const again = await context.newPage();
	await again.goto(address);
	const signIn = again.getByRole('link', { name: say('ru', 'tally.signIn', { count: 12 }) });
	await expect(signIn).toBeVisible();
	await screenOf(again, info, 'tally-signed-out-ru-phone');
	await signIn.click();
	await again.locator('button[name=demo][value=volunteer]').click();
	await expect(again.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await expect(total(again)).toHaveText(say('ru', 'tally.people', { count: 12 }));
	expect(await closingsWith(browser, again)).toBe(12);
});

test('signing out leaves what is not sent in the phone; a colleague who signs in brings it, and it stays the first one’s', async ({
	browser,
}) => {
	const { context, page } = await phone(browser, 'ru', line.address);
	await openTally(page, unique('Двое '));
	const address = page.url();
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();
	line.cut();
	await tap(page, 'tax');
	await tap(page, 'work');
	await page.close();
	line.mend();

	const again = await context.newPage();
	await again.goto('/staff/account');
	await again.getByRole('button', { name: say('ru', 'staff.signOut') }).click();
	await expect(again).toHaveURL(/sign-in/);
	await again.goto(`/staff/sign-in?next=${encodeURIComponent(new URL(address).pathname)}`);
	await again.locator('button[name=demo][value=adviser]').click();
	await expect(again.getByRole('button', { name: say('ru', 'tally.join.button') })).toBeVisible();
	await expect(total(again)).toHaveText(say('ru', 'tally.people', { count: 2 }));
	await expect(again.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await again.goto('/staff/closings');
	const first = again.locator('tbody tr').first();
	await expect(first).not.toContainText(say('ru', 'cases.closings.me'));
	await expect(first).toContainText(say('ru', 'cases.channel.event'));
});

test('what is undone after it was sent is taken off, and two phones count on one tally', async ({ browser }) => {
	const hers = await phone(browser);
	await openTally(hers.page, unique('Торг '));
	const his = await phone(browser, 'fi');
	await his.page.goto(hers.page.url());
	await his.page.getByRole('button', { name: say('fi', 'tally.join.button') }).click();

	await tap(hers.page, 'tax');
	await tap(hers.page, 'health');
	await expect(hers.page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await undo(hers.page).click();
	await expect(total(hers.page)).toHaveText(say('ru', 'tally.people', { count: 1 }));
	await expect(hers.page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await tap(his.page, 'tax');
	await expect(total(his.page)).toHaveText(say('fi', 'tally.people', { count: 2 }));
	await expect(his.page.getByText(say('fi', 'tally.allSent'), { exact: true })).toBeVisible();
	await hers.page.reload();
	await expect(total(hers.page)).toHaveText(say('ru', 'tally.people', { count: 2 }));
	expect(await closingsWith(browser, hers.page)).toBe(2);
});

test('two pages of one phone have one list of what waits', async ({ browser }) => {
	const { context, page } = await phone(browser);
	await openTally(page, unique('Клуб '));
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();
	const second = await context.newPage();
	await second.goto(page.url());
	await expect(second.getByText(say('ru', 'tally.ready'))).toBeVisible();
	await context.setOffline(true);
	await tap(page, 'tax');
	await tap(second, 'tax');
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 2 }));
	await expect(total(second)).toHaveText(say('ru', 'tally.people', { count: 2 }));
	await context.setOffline(false);
	await expect(page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await expect(second.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	expect(await closingsWith(browser, page)).toBe(2);
});

test('where the browser keeps nothing it says so, and what is tapped is sent at once', async ({ browser }) => {
	const { context, page } = await phone(browser);
	await context.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', { get: () => undefined });
	});
	await openTally(page, unique('Окно '));
	await expect(page.getByText(say('ru', 'tally.forgets'))).toBeVisible();
	await tap(page, 'tax');
	await expect(page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await page.reload();
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 1 }));
});

test('without a script a form is a person, the last one can be taken back, and paper is typed in', async ({
	browser,
}, info) => {
	const context = await browserOf(browser, { lang: 'fi', script: false });
	const page = await signedIn(context, 'volunteer');
	await openTally(page, unique('Paperi '), 'fi');
	await button(page, 'tax').click();
	await button(page, 'health').click();
	await expect(total(page)).toHaveText(say('fi', 'tally.people', { count: 2 }));
	await page.getByRole('button', { name: say('fi', 'tally.undo') }).click();
	await expect(total(page)).toHaveText(say('fi', 'tally.people', { count: 1 }));
	const address = page.url();
	await page.getByRole('link', { name: say('fi', 'tally.paper') }).click();
	await page.locator('[name=people-tax]').fill('4');
	await page.locator('[name=people-work]').fill('3');
	await page.getByRole('button', { name: say('fi', 'tally.paper.button') }).click();
	await expect(page.getByText(say('fi', 'tally.paper.done'))).toBeVisible();
	await screenOf(page, info, 'tally-paper-fi-phone');
	await page.goto(address);
	await expect(total(page)).toHaveText(say('fi', 'tally.people', { count: 8 }));
	await page.getByRole('button', { name: say('fi', 'tally.close.button') }).click();
	await expect(page.getByText(say('fi', 'tally.closed'))).toBeVisible();
});

test('what the site does not take stays in sight, is mended or given up', async ({ browser }) => {
	const { page } = await phone(browser);
	await openTally(page, unique('Ошибка '));
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();
	await page.locator('button[name=topic][value=tax]').evaluate((one) => one.setAttribute('value', 'no-such-topic'));
	await tap(page, 'no-such-topic');
	const refused = page.locator('[data-refused]');
	await expect(refused.getByText(say('ru', 'tally.refused.topic'))).toBeVisible();
	await refused.getByRole('combobox').selectOption('health');
	await refused.getByRole('button', { name: say('ru', 'tally.sendAgain') }).click();
	await expect(refused).toBeHidden();
	await expect(page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await page.reload();
	await expect(total(page)).toHaveText(say('ru', 'tally.people', { count: 1 }));
});

test('once the day is closed and all is sent, nothing of it is left in the phone', async ({ browser }) => {
	const { page } = await phone(browser);
	await openTally(page, unique('Конец '));
	await expect(page.getByText(say('ru', 'tally.ready'))).toBeVisible();
	await tap(page, 'tax');
	await expect(page.getByText(say('ru', 'tally.allSent'))).toBeVisible();
	await page.getByRole('button', { name: say('ru', 'tally.close.button') }).click();
	await expect(page.getByText(say('ru', 'tally.closed'))).toBeVisible();
	const left = () =>
		page.evaluate(async () => [
			...(await caches.keys()),
			...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
		]);
	await expect.poll(left).toEqual([]);
});

async function phone(browser: Browser, lang: Lang = 'ru', site?: string) {
	const context = await browserOf(browser, { lang, ...(site && { site }) });
	return { context, page: await signedIn(context, lang === 'fi' ? 'adviser' : 'volunteer') };
}

async function signedIn(context: BrowserContext, who: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto('/staff/sign-in?next=%2Fstaff%2Ftally');
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page).toHaveURL(/\/staff\/tally$/);
	return page;
}

async function openTally(page: Page, name: string, lang: Lang = 'ru'): Promise<void> {
	await page.getByLabel(say(lang, 'tally.open.event')).fill(name);
	await page.getByRole('button', { name: say(lang, 'tally.open.button') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

const button = (page: Page, topic: string) => page.locator(`button[name=topic][value=${topic}]`);
const total = (page: Page) => page.locator('[data-total]');
const undo = (page: Page) => page.getByRole('button', { name: say('ru', 'tally.undo') });

/** The same topic twice at once would be a finger that slipped. */
async function tap(page: Page, topic: string): Promise<void> {
	if (!(await button(page, topic).isVisible())) await page.locator('summary').first().click();
	const before = await total(page).innerText();
	await page.waitForTimeout(400);
	await button(page, topic).click();
	await expect(total(page)).not.toHaveText(before);
}

/** People whom the site has on the tally, as another browser sees them in the list. */
async function closingsWith(browser: Browser, page: Page): Promise<number> {
	const id = new URL(page.url()).pathname.split('/').at(-1);
	const other = await signedIn(await browserOf(browser), 'coordinator');
	const row = other.locator('tr').filter({ has: other.locator(`a[href$="${id}"]`) });
	return Number(await row.locator('td.figure').innerText());
}
