import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { said, sendFirst, unique, visitor } from './support/people.ts';
import { say } from './support/words.ts';

const MOST_STEPS = 120;

test('with the keyboard alone she finds, opens the card, asks and writes on, and sees all the way where she is', async ({
	browser,
}) => {
	const her = await visitor(browser, { viewport: { width: 1280, height: 800 } });
	await her.goto('/ru');
	await her.keyboard.press('Tab');
	await expect(her.locator(':focus')).toHaveText(say('ru', 'site.skip'));
	await expectVisibleFocus(her);

	await walkTo(her, her.getByRole('main').getByRole('searchbox'));
	await her.keyboard.type('heka');
	await her.keyboard.press('Enter');
	await expect(her).toHaveURL(/\/ru\/search\?q=heka$/);
	await walkTo(her, her.locator('main a[href="/ru/services/heka"]'));
	await her.keyboard.press('Enter');
	await expect(her).toHaveURL(/\/ru\/services\/heka$/);
	await walkTo(her, her.getByRole('main').getByRole('link', { name: say('ru', 'site.service.ask') }));
	await her.keyboard.press('Enter');

	const question = unique('Сколько ждать квартиру ');
	await walkTo(her, her.getByLabel(say('ru', 'chat.first.label')));
	await her.keyboard.type(question);
	await walkTo(her, sendFirst(her));
	await her.keyboard.press('Enter');
	await expect(said(her).filter({ hasText: question })).toBeVisible();

	const more = unique('И ещё вопрос ');
	await walkTo(her, her.getByLabel(say('ru', 'chat.compose.label')));
	await her.keyboard.type(more);
	await her.keyboard.press('Tab');
	await her.keyboard.press('Enter');
	await expect(
		said(her).filter({ hasText: more }).getByText(say('ru', 'chat.state.sent'), { exact: true }),
	).toBeVisible();
	await expect(her.getByLabel(say('ru', 'chat.compose.label'))).toBeFocused();
});

async function walkTo(page: Page, goal: Locator): Promise<void> {
	await expect(goal).toBeVisible();
	for (let steps = 0; steps < MOST_STEPS; steps += 1) {
		await page.keyboard.press('Tab');
		await expectVisibleFocus(page);
		if (await goal.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${goal} is not reached with the Tab key`);
}

/** Something stands around what has the focus, and it is on the screen. */
async function expectVisibleFocus(page: Page): Promise<void> {
	const focus = await page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		const { top, bottom } = element.getBoundingClientRect();
		const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
		return { name: element.outerHTML.slice(0, 120), isMarked, isOnScreen: bottom > 0 && top < innerHeight };
	});
	if (focus) expect(focus).toEqual({ name: focus.name, isMarked: true, isOnScreen: true });
}
