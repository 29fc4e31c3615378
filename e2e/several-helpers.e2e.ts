import { expect, type Page, test } from '@playwright/test';
import { answer, answerField, ask, claim, helper, said, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

test('an adviser who answers beside a volunteer is asked first when the volunteer has answered meanwhile', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { lang: 'ru' });
	const [volunteer, adviser] = [await helper(browser, 'volunteer'), await helper(browser, 'adviser')];
	const about = await ask(her, 'kela-omakela', unique('Не открывается '));
	await claim(volunteer, about);

	await openOf(adviser, 'others', about);
	await adviser.getByRole('button', { name: say('ru', 'desk.talk.join') }).click();
	const [first, second] = [unique('Первый ответ '), unique('Второй ответ ')];
	await answerField(adviser).pressSequentially(second);
	await answer(volunteer, first);
	await expect(said(adviser).filter({ hasText: first })).toBeVisible();
	await answerField(adviser).press('Enter');

	const bubble = said(adviser).filter({ hasText: second });
	await expect(bubble.getByRole('button', { name: say('ru', 'desk.compose.anyway') })).toBeVisible();
	await screenOf(adviser, info, 'desk-answered-meanwhile');
	await expect(said(her).filter({ hasText: second })).toHaveCount(0);
	await bubble.getByRole('button', { name: say('ru', 'desk.compose.anyway') }).click();
	await expect(said(her).filter({ hasText: second })).toBeVisible();
	await expect(said(her).filter({ hasText: second })).toHaveCount(1);
});

async function openOf(desk: Page, part: 'mine' | 'others', about: string): Promise<void> {
	await desk.locator(`section[aria-labelledby="${part}"] button[data-row]`).filter({ hasText: about }).last().click();
}
