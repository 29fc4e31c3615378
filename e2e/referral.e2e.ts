import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { someHetu } from './support/numbers.ts';
import { DESKTOP, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const fi = (key: string) => say('fi', `referral.${key}`);
const ru = (key: string) => say('ru', `referral.${key}`);

test('a clerk sends a client who sits there: a paper with a code, which opens her case and no other', async ({
	browser,
}, info) => {
	const clerk = await signedIn(browser, 'clerk', '/staff/referrals/new', 'fi');
	const word = unique('apua');
	await fill(clerk, 'here', `Hakemus jäi kesken, ${word}.`);
	await clerk.getByRole('button', { name: fi('send') }).click();
	await expect(clerk.getByRole('status')).toHaveText(fi('paper.lead'));
	const first = await codeOn(clerk);
	await screenOf(clerk, info, 'referral-paper-fi-desktop');
	await clerk.emulateMedia({ media: 'print' });
	await screenOf(clerk, info, 'referral-paper-print');
	await clerk.emulateMedia({ media: 'screen' });

	await clerk.getByRole('link', { name: fi('paper.another') }).click();
	await expect(clerk.locator('.facts')).toContainText(fi('state.waiting'));
	await expect(clerk.locator('body')).not.toContainText(word);
	await clerk.getByRole('button', { name: fi('another') }).click();
	const second = await codeOn(clerk);
	expect(second).not.toBe(first);

	const helper = await signedIn(browser, 'adviser', '/staff/cases', 'ru');
	await helper.locator('#code').fill(first);
	await helper.getByRole('button', { name: say('ru', 'contact.code.open') }).click();
	await expect(helper.getByText(word)).toHaveCount(0);
	await helper.goto('/staff/cases');
	await helper.locator('#code').fill(second);
	await helper.getByRole('button', { name: say('ru', 'contact.code.open') }).click();
	await expect(helper.locator('main')).toContainText(word);
	await expect(helper.locator('main')).toContainText('Demovirasto');
	await expect(helper.getByRole('link', { name: /Демо-ведомство/ })).toBeVisible();
	await screenOf(helper, info, 'referral-case-ru-desktop');
});

test('one who will come: she waits at the desk, the clerk reads how it stands and nothing of her words', async ({
	browser,
}, info) => {
	const clerk = await signedIn(browser, 'clerk', '/staff/referrals/new', 'fi');
	const [word, hetu] = [unique('viesti'), someHetu()];
	await fill(clerk, 'will-come', `Asiakas ${hetu}, ${word}.`);
	await screenOf(clerk, info, 'referral-new-fi-desktop');
	await clerk.getByRole('button', { name: fi('send') }).click();
	await expect(clerk.locator('blockquote')).toContainText('••••••');
	await clerk.getByRole('button', { name: say('fi', 'board.hidden.send') }).click();
	await expect(clerk.getByRole('status')).toHaveText(fi('sent'));
	const mark = (await clerk.locator('tbody th').first().innerText()).trim();
	await screenOf(clerk, info, 'referral-list-fi-desktop');

	const helper = await signedIn(browser, 'adviser', '/staff/referrals/coming', 'ru');
	const line = helper.locator('li').filter({ hasText: mark });
	await expect(line).toContainText(ru('state.waiting'));
	await line.getByRole('link').click();
	await expect(helper.locator('main')).toContainText(word);
	await expect(helper.locator('body')).not.toContainText(hetu);
	await helper.goto('/staff/referrals/coming');
	await line.getByRole('button', { name: ru('notReached') }).click();
	await expect(helper.getByRole('status')).toHaveText(ru('noted'));
	await screenOf(helper, info, 'referral-coming-ru-desktop');

	await clerk.reload();
	const row = clerk.locator('tbody tr').filter({ hasText: mark });
	await expect(row).toContainText(fi('state.not-reached'));
	await expect(clerk.locator('body')).not.toContainText(word);
});

test('the clerk gets into nothing else, the desk into no office, and a phone shows all of it', async ({
	browser,
}, info) => {
	const clerk = await signedIn(browser, 'clerk', '/staff/referrals/new', 'fi', { width: 320, height: 700 });
	await fill(clerk, 'will-come', unique('pieni '));
	await screenOf(clerk, info, 'referral-new-fi-320');
	await clerk.getByRole('button', { name: fi('send') }).click();
	expect(await clerk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await screenOf(clerk, info, 'referral-list-fi-320');
	await clerk.locator('tbody th a').first().click();
	const path = new URL(clerk.url()).pathname;
	const id = path.split('/').at(-1);

	for (const place of [
		'/staff/cases',
		`/staff/cases/${id}`,
		`/staff/cases/${id}/code`,
		'/staff/referrals/coming',
		'/staff/board',
	])
		expect((await clerk.request.get(place)).status(), place).toBe(403);
	for (const gone of ['/staff/referrals/00000000-0000-7000-8000-000000000000', '/staff/referrals/nothing'])
		expect((await clerk.request.get(gone)).status(), gone).toBe(404);
	const helper = await signedIn(browser, 'volunteer', '/staff/cases', 'ru');
	for (const place of ['/staff/referrals', '/staff/referrals/new', path])
		expect((await helper.request.get(place)).status(), place).toBe(403);
});

async function fill(page: Page, how: string, note: string): Promise<void> {
	await page.locator(`input[name=how][value=${how}]`).check();
	await page.locator('#language').selectOption('ru');
	await page.locator('#topic').selectOption({ index: 1 });
	await page.locator('#text').fill(note);
}

async function codeOn(page: Page): Promise<string> {
	const code = (await page.locator('.code-paper').innerText()).replace(/\s+/g, ' ').trim();
	expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
	return code;
}

/** Nothing of it needs a script. */
async function signedIn(browser: Browser, who: string, path: string, lang: Lang, viewport = DESKTOP): Promise<Page> {
	const page = await visitor(browser, { lang, script: false, viewport });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(path)}`);
	await page.locator(`button[name=demo][value=${who}]`).click();
	return page;
}
