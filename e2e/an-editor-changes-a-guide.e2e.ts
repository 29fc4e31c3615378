import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { browserOf, DESKTOP, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

const KEY = 'guide/ask-and-come-back';
const at = (lang: string, revision = '') => `/staff/content/${KEY}/${lang}${revision}`;

test('an editor changes a guide: a second person reads it, it goes public, and the translation says what changed', async ({
	browser,
}, info) => {
	const editor = await atTexts(browser, 'editor');
	const adviser = await atTexts(browser, 'adviser');
	const sentence = unique('Paina Lähetä ja odota ');

	await editor.goto(at('fi'));
	await editor.locator('[id="words.open.text"]').fill('Paina [[fi:Lähetä');
	await save(editor);
	await expect(editor.getByRole('alert')).toContainText(say('ru', 'editor.mend.mark'));
	await editor.locator('[id="words.open.text"]').fill(sentence);
	await save(editor);
	await editor.getByRole('link', { name: say('ru', 'editor.saved.next') }).click();
	await expect(editor.locator('article')).toContainText(sentence);
	await expect(editor.locator('ins').first()).toBeVisible();
	await screenOf(editor, info, 'revision-ru-desktop');
	await editor.getByRole('button', { name: say('ru', 'editor.request') }).click();
	const revision = new URL(editor.url()).pathname;

	await editor.getByRole('button', { name: say('ru', 'editor.review.approve') }).click();
	await expect(editor.getByRole('alert')).toContainText(say('ru', 'editor.refused.own-text'));
	await publish(editor, revision);
	await expect(editor.getByRole('alert')).toContainText(say('ru', 'editor.refused.unreviewed'));

	await adviser.goto('/staff/content');
	await adviser.locator(`#waiting a[href="${revision}"]`).click();
	await adviser.getByRole('button', { name: say('ru', 'editor.review.approve') }).click();
	await expect(adviser.getByRole('status')).toContainText(say('ru', 'editor.done.approved'));
	await publish(editor, revision);
	await expect(editor.getByRole('status')).toContainText(say('ru', 'editor.done.publish'));

	const reader = await visitor(browser, { lang: 'fi' });
	await expect(async () => {
		await reader.goto('/fi/guides/ask-and-come-back');
		await expect(reader.getByText(sentence)).toBeVisible({ timeout: 500 });
	}).toPass();
	await reader.goto('/ru/guides/ask-and-come-back');
	await expect(reader.locator('.changed').filter({ hasText: sentence })).toBeVisible();

	await editor.goto(at('ru'));
	await expect(editor.locator('fieldset').first().locator('ins').first()).toBeVisible();
	await screenOf(editor, info, 'translation-behind-ru-desktop');
	await editor.locator('[name="sign.open"]').check();
	await save(editor);
	await expect(editor.locator('[name="sign.open"]')).toHaveCount(0);
});

test('two editors on one page: nobody’s words are lost, and one of them puts both together', async ({ browser }) => {
	const [first, second] = [await atTexts(browser, 'editor'), await atTexts(browser, 'adviser')];
	const [hers, his] = [unique('Hänen sanansa '), unique('Toisen sanat ')];
	for (const page of [first, second]) await page.goto(at('en'));
	await first.locator('[id="words.write.text"]').fill(hers);
	await second.locator('[id="words.send.text"]').fill(his);
	await save(first);
	await save(second);
	await expect(second.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'editor.beside.title'));
	await second.getByRole('button', { name: say('ru', 'editor.beside.take') }).click();
	await expect(second.locator('[id="words.write.text"]')).toHaveValue(hers);
	await expect(second.locator('[id="words.send.text"]')).toHaveValue(his);
	await save(second);
	await expect(second.getByRole('status')).toBeVisible();
});

test('without script a block is added, moved and removed, and what was typed stays', async ({ browser }) => {
	const page = await atTexts(browser, 'editor', { script: false });
	await page.goto(at('fi'));
	const typed = unique('Kirjoitettu ');
	await page.locator('[id="words.summary.text"]').fill(typed);
	const summary = page.locator('fieldset[id="block.summary"]');
	await summary.getByText(say('ru', 'editor.block.do')).click();
	await summary.locator('select').selectOption('warning');
	await summary.getByRole('button', { name: say('ru', 'editor.block.add') }).click();
	const added = page.locator('fieldset[id="block.warning-1"]');
	await expect(added).toBeVisible();
	await expect(page.locator('[id="words.summary.text"]')).toHaveValue(typed);
	await added.getByText(say('ru', 'editor.block.do')).click();
	await added.getByRole('button', { name: say('ru', 'editor.block.remove') }).click();
	await expect(added).toHaveCount(0);
	await expect(page.locator('[id="words.summary.text"]')).toHaveValue(typed);
});

test('who has no part in the texts does not see them', async ({ browser }) => {
	const page = await atTexts(browser, 'funder');
	expect((await page.goto('/staff/content'))?.status()).toBe(403);
	expect((await page.goto(at('fi')))?.status()).toBe(403);
	const coordinator = await atTexts(browser, 'coordinator');
	expect((await coordinator.goto(`/staff/content/${KEY}`))?.status()).toBe(200);
	expect((await coordinator.goto(at('fi')))?.status()).toBe(403);
	expect((await coordinator.goto('/staff/content/guide/nothing-here'))?.status()).toBe(404);
});

async function atTexts(browser: Browser, who: string, { script = true } = {}): Promise<Page> {
	const context = await browserOf(browser, { lang: 'ru', script, viewport: DESKTOP });
	const page = await context.newPage();
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fcontent');
	await page.locator(`button[name=demo][value=${who}]`).click();
	await page.waitForURL('**/staff/content');
	return page;
}

async function save(page: Page): Promise<void> {
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await page
		.getByRole('button', { name: say('ru', 'editor.edit.save') })
		.first()
		.click();
	await answered;
	await page.waitForLoadState();
}

async function publish(page: Page, revision: string): Promise<void> {
	await page.goto(revision);
	const now = page.getByRole('button', { name: say('ru', 'editor.publish.now') });
	if (!(await now.isVisible())) await page.getByText(say('ru', 'editor.publish.open'), { exact: true }).click();
	await now.click();
}
