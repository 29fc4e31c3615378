import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { someHetu } from './support/numbers.ts';
import { codeOf, DESKTOP, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

type Helper = { who?: 'volunteer' | 'adviser'; lang?: Lang; script?: boolean; at?: string };

async function helperAt(browser: Browser, { who = 'adviser', lang = 'ru', script = true, at = '' }: Helper = {}) {
	const page = await visitor(browser, { lang, script, viewport: DESKTOP });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(`/staff/cases${at}`)}`);
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page).toHaveURL(new RegExp(`/staff/cases${at}$`));
	return page;
}

const button = (page: Page, lang: Lang, key: string) => page.getByRole('button', { name: say(lang, key) }).first();

/** What somebody at the telephone does: keys, and nothing but keys. */
async function pressAll(page: Page, keys: readonly string[]): Promise<number> {
	for (const key of keys) await page.keyboard.press(key);
	return keys.length;
}

test('a phone contact is recorded with the keyboard alone, in a dozen keys, and the form is ready for the next one', async ({
	browser,
}, info) => {
	// Of the volunteer: nobody else records by hand as she does, so what she used last is hers.
	const desk = await helperAt(browser, { who: 'volunteer', lang: 'fi', at: '/contact' });
	for (const minutes of ['437', '438']) {
		await expect(desk.locator('#topic')).toBeFocused();
		const keys = await pressAll(desk, ['E', 'Tab', 'R', 'Tab', ...minutes, 'Enter']);
		expect(keys).toBeLessThanOrEqual(12);
		await expect(desk.getByRole('status')).toContainText(say('fi', 'contact.record.done'));
		await expect(desk.locator('#channel')).toHaveValue('phone');
	}
	await screenOf(desk, info, 'contact-recorded-fi');
	await desk.goto('/staff/closings');
	for (const minutes of ['437', '438'])
		await expect(desk.locator('tbody tr', { hasText: minutes })).toContainText(say('fi', 'cases.channel.phone'));
});

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';

	test(`a field that is wrong keeps everything, and a number in a note is hidden, ${how}`, async ({ browser }) => {
		const desk = await helperAt(browser, { at: '/contact', script });
		const [note, hetu] = [unique('Перезвонить дочери '), someHetu()];
		await desk.locator('#topic').selectOption({ index: 2 });
		await desk.locator('#outcome').selectOption('not-solved');
		await desk.locator('#minutes').fill('пять');
		await desk.locator('#need').selectOption('login');
		await desk.locator('#note').fill(`${note} ${hetu}`);
		await button(desk, 'ru', 'contact.record.save').click();
		await expect(desk.getByRole('alert')).toBeVisible();
		await expect(desk.locator('#minutes')).toBeFocused();
		await expect(desk.locator('#outcome')).toHaveValue('not-solved');
		await expect(desk.locator('#need')).toHaveValue('login');
		await expect(desk.locator('#note')).toHaveValue(`${note} ${hetu}`);
		await desk.locator('#minutes').fill('5');
		await desk.locator('#minutes').press('Enter');
		await expect(desk).toHaveURL(/\/code$/);
		await desk.getByRole('link', { name: say('ru', 'contact.paper.toCase') }).click();
		await expect(desk.getByText(`${note} ••••••`)).toBeVisible();
		expect(await desk.content()).not.toContain(hetu);
	});

	test(`a visit ends with a code on paper; she comes in by it once, reads, and goes on at the desk, ${how}`, async ({
		browser,
	}, info) => {
		const desk = await helperAt(browser, { at: '/contact', script });
		const [answer, note] = [unique('Возьмите с собой решение '), unique('Боится банка ')];
		await desk.locator('#channel').selectOption('visit');
		await desk.locator('#topic').selectOption({ index: 3 });
		await desk.locator('#outcome').selectOption('referred');
		await desk.locator('#referredTo').selectOption('legal-aid');
		await desk.locator('#answer').fill(answer);
		await desk.locator('#note').fill(note);
		await desk.locator('#minutes').fill('25');
		await button(desk, 'ru', 'contact.record.save').click();
		await expect(desk).toHaveURL(/\/code$/);
		await button(desk, 'ru', 'contact.paper.make').click();
		const code = await codeOf(desk);
		await screenOf(desk, info, `paper-code-${script ? 'script' : 'plain'}`);
		await button(desk, 'ru', 'contact.paper.handed').click();
		await expect(desk.getByText(say('ru', 'contact.record.handed'))).toBeVisible();
		await expect(desk.locator('#channel')).toHaveValue('visit');

		const her = await visitor(browser, { lang: 'ru', script });
		const address = '/ru/case';
		await her.goto(address);
		await her.getByLabel(say('ru', 'chat.return.label')).fill(code);
		await her.getByRole('button', { name: say('ru', 'chat.return.button') }).click();
		await expect(her.getByText(answer)).toBeVisible();
		expect(await her.content()).not.toContain(note);
		const fresh = await codeOf(her);
		expect(fresh).not.toBe(code);

		await desk.goto('/staff/cases');
		await desk.locator('#code').fill(code);
		await button(desk, 'ru', 'contact.code.open').click();
		await expect(desk.getByRole('alert')).toContainText(say('ru', 'contact.refused.missing'));
		await desk.locator('#code').fill(fresh);
		await button(desk, 'ru', 'contact.code.open').click();
		await expect(desk.getByText(note)).toBeVisible();
		await expect(desk.getByText(say('ru', 'contact.case.mine'))).toBeVisible();
		await desk.locator('select[name=code]').selectOption('helped');
		await button(desk, 'ru', 'contact.followUp.note').click();
		await expect(desk.locator('select[name=code]')).toHaveValue('helped');

		const volunteer = await helperAt(browser, { who: 'volunteer', script });
		await volunteer.goto(new URL(desk.url()).pathname);
		await expect(volunteer.getByText(say('ru', 'contact.case.notYours'))).toBeVisible();
		expect(await volunteer.content()).not.toContain(answer);
		await button(desk, 'ru', 'contact.case.release').click();
		await volunteer.reload();
		await button(volunteer, 'ru', 'contact.line.take').click();
		await expect(volunteer.getByText(answer)).toBeVisible();
	});
}
