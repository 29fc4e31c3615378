import type { Page } from '@playwright/test';
import { pdf, png } from '../bin/testing/files.ts';
import { expect, test } from './support/errand.ts';
import { ask, claim, comeByCard, helper, said, unique, visitor, writeFirst } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const LETTER = { name: 'kirje ../\u202efdp.png', mimeType: 'application/pdf', buffer: pdf(2) };
const PHOTO = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: png(600, 400) };
const HEIC = { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') };

async function attach(page: Page, file: typeof PHOTO, lang: Lang): Promise<void> {
	const box = page.locator('#picture');
	if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
	await expect(box.getByText(say(lang, 'chat.attach.told'))).toBeVisible();
	await page.locator('#file').setInputFiles(file);
	await box.getByRole('button', { name: say(lang, 'chat.attach.send') }).click();
}

test('a photo and a letter reach the helper, who reads them large, turned, and takes one out', async ({
	browser,
}, info) => {
	const her = await visitor(browser);
	await her.goto('/fi/services/kela-elake');
	const about = (await her.getByRole('heading', { level: 1 }).innerText()).trim();
	await ask(her, 'kela-elake', unique('Пришло письмо '));
	await attach(her, LETTER, 'ru');
	await expect(said(her).last().getByText(/PDF/)).toBeVisible();
	await expect(said(her).last()).toContainText(say('ru', 'chat.state.sent'));
	await attach(her, PHOTO, 'ru');
	await expect(said(her).filter({ hasText: say('ru', 'chat.picture.photo') })).toHaveCount(1);
	await said(her)
		.last()
		.getByRole('button', { name: say('ru', 'chat.picture.show') })
		.click();
	await expect(said(her).last().locator('canvas')).toBeVisible();
	await screenOf(her, info, 'pictures-ru-phone');

	const desk = await helper(browser, 'adviser', { lang: 'fi' });
	await claim(desk, about, 'fi');
	const photo = said(desk).filter({ hasText: say('fi', 'desk.picture.photo') });
	await said(desk).filter({ hasText: 'PDF' }).getByRole('button').click();
	const view = desk.getByRole('dialog');
	await expect(view.locator('canvas')).toBeVisible();
	await desk.keyboard.press('r');
	await desk.keyboard.press('PageDown');
	await expect(view.getByText(say('fi', 'desk.picture.page', { number: 2, count: 2 }))).toBeVisible();
	await expect(view.locator('canvas')).toBeVisible();
	await screenOf(desk, info, 'pictures-fi-desktop');
	await desk.keyboard.press('Escape');
	await expect(view).toHaveCount(0);

	await photo.getByRole('button').click();
	await view.getByRole('button', { name: say('fi', 'desk.picture.remove') }).click();
	await view.getByRole('button', { name: say('fi', 'desk.picture.removeYes') }).click();
	await expect(said(desk).filter({ hasText: say('fi', 'desk.picture.gone') })).toHaveCount(1);
	await expect(said(her).filter({ hasText: say('ru', 'chat.removed') })).toBeVisible();
	await expect(said(her).filter({ hasText: say('ru', 'chat.picture.gone') })).toHaveCount(1);
	await screenOf(her, info, 'pictures-removed-ru-phone');
});

test('without script a photo goes by a plain form, and a file we do not take is answered with what to do', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { script: false, lang: 'fi' });
	await comeByCard(her, 'kela-lapsiperheet', 'fi');
	await writeFirst(her, unique('Sain kirjeen '), 'fi');
	await attach(her, HEIC, 'fi');
	await expect(her.getByRole('alert')).toHaveText(say('fi', 'chat.attach.error.heic'));
	await screenOf(her, info, 'pictures-refused-fi-phone');
	await her.locator('#file').setInputFiles(PHOTO);
	await her.getByRole('button', { name: say('fi', 'chat.attach.send') }).click();
	await expect(said(her).filter({ hasText: say('fi', 'chat.picture.photo') })).toBeVisible();

	const link = her.getByRole('link', { name: say('fi', 'chat.picture.save'), exact: true });
	const [download] = await Promise.all([her.waitForEvent('download'), link.click()]);
	expect(download.suggestedFilename()).toBe('silta-2-1.webp');
	const [whole] = await Promise.all([
		her.waitForEvent('download'),
		her.getByRole('link', { name: say('fi', 'chat.save') }).click(),
	]);
	expect(whole.suggestedFilename()).toBe('silta.zip');
});
