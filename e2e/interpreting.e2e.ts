import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { someHetu } from './support/numbers.ts';
import { ask, browserOf, claim, DESKTOP, helper, said, unique, visitor, writeOn } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

/** The helper brings a clerk in; gives the link, which is shown only then. */
async function bringIn(desk: Page): Promise<string> {
	await desk.getByText(say('ru', 'desk.clerk.open')).click();
	await desk.getByRole('button', { name: say('ru', 'desk.clerk.invite') }).click();
	const link = desk.getByLabel(say('ru', 'desk.clerk.link'));
	await expect(link).toHaveValue(/\/fi\/clerk#[\w-]{43}$/);
	return link.inputValue();
}

async function enter(clerk: Page, office: string): Promise<void> {
	await clerk.getByLabel(say('fi', 'chat.clerk.office')).fill(office);
	await clerk.getByRole('button', { name: say('fi', 'chat.clerk.enter') }).click();
	await expect(clerk.locator('[data-composer]')).toBeVisible();
}

/** What the interpreter says beneath a message. */
async function render(desk: Page, message: string, text: string): Promise<void> {
	const bubble = said(desk).filter({ hasText: message });
	await bubble.locator('textarea').fill(text);
	await bubble.locator('textarea').press('Enter');
	await expect(bubble.locator('.rendering')).toContainText(text);
}

const bubbleOf = (page: Page, text: string) => said(page).filter({ hasText: text });

test('a visitor in Russian and a clerk in Finnish understand each other through a helper', async ({
	browser,
}, info) => {
	const her = await visitor(browser);
	const desk = await helper(browser, 'volunteer');
	const first = unique('Мне пришло письмо из Кела ');
	const about = await ask(her, 'kela-sairastaminen', first);
	await claim(desk, about);

	const clerk = await (await browserOf(browser, { lang: 'fi', viewport: DESKTOP })).newPage();
	const link = await bringIn(desk);
	await clerk.goto(link);
	// The secret leaves the address at once.
	await expect(clerk).toHaveURL(/\/fi\/clerk$/);
	await screenOf(clerk, info, 'clerk-enter-fi-desktop');
	await enter(clerk, 'Kela');
	await expect(her.getByText(say('ru', 'chat.clerk.seesNew', { name: 'Kela' }))).toBeVisible();
	await expect(clerk.getByText(first)).toHaveCount(0);

	// Whoever else has the link stays outside, and the helper is told.
	const second = await (await browserOf(browser, { lang: 'fi' })).newPage();
	await second.goto(link);
	await second.getByLabel(say('fi', 'chat.clerk.office')).fill('Kela');
	await second.getByRole('button', { name: say('fi', 'chat.clerk.enter') }).click();
	await expect(second.getByText(say('fi', 'chat.error.unknown-link'))).toBeVisible();
	await expect(
		desk.getByRole('alert').filter({ hasText: say('ru', 'desk.clerk.triedAgain').split('. ')[1] ?? '' }),
	).toBeVisible();

	const question = unique('Когда придёт пособие на жильё? ');
	await writeOn(her, question);
	await expect(bubbleOf(clerk, question)).toContainText(say('fi', 'chat.rendering.awaited'));
	// The agreed word lies at hand and is put in by a press.
	await bubbleOf(desk, question).getByRole('button', { name: 'asumistuki' }).click();
	await expect(bubbleOf(desk, question).locator('textarea')).toHaveValue('asumistuki');
	const inFinnish = unique('Milloin asumistuki maksetaan? ');
	await render(desk, question, inFinnish);
	const mark = say('fi', 'chat.rendering.human', { name: '' }).split(':')[0] ?? '';
	await expect(bubbleOf(clerk, inFinnish)).toContainText(mark);
	await expect(bubbleOf(clerk, inFinnish)).toContainText(question);
	await expect(bubbleOf(her, question)).toContainText(inFinnish);

	// A number is hidden before it goes, the clerk's as well.
	const hetu = someHetu();
	await clerk.getByLabel(say('fi', 'chat.compose.label')).fill(`Onko tunnus ${hetu}?`);
	await clerk.getByRole('button', { name: say('fi', 'chat.compose.send'), exact: true }).click();
	await expect(clerk.getByText(say('fi', 'chat.hidden.title'))).toBeVisible();
	await clerk.getByRole('button', { name: say('fi', 'chat.hidden.edit') }).click();
	const answer = unique('Tuki maksetaan huomenna ');
	await writeOn(clerk, answer, 'fi');
	await expect(bubbleOf(her, answer)).toContainText(say('ru', 'chat.rendering.awaited'));
	const inRussian = unique('Пособие придёт завтра ');
	await render(desk, answer, inRussian);
	await expect(bubbleOf(her, inRussian).locator('.said')).toHaveText(inRussian);
	await expect(bubbleOf(her, inRussian).locator('.other')).toHaveText(answer);
	await screenOf(her, info, 'interpreted-ru-phone');
	await screenOf(clerk, info, 'interpreted-fi-desktop');
	await screenOf(desk, info, 'interpreting-ru-desktop');

	// It stands so after a reload too, and in the copy that she saves.
	await her.reload();
	await expect(bubbleOf(her, inRussian).locator('.other')).toHaveText(answer);
	const saved = await her.request.get('/ru/chat/save');
	expect(await saved.text()).toContain(answer);

	await her.getByRole('button', { name: say('ru', 'chat.clerk.decline') }).click();
	await expect(said(her).last()).toHaveText(say('ru', 'chat.clerk-declined', { name: 'Kela' }));
	await expect(clerk.getByText(say('fi', 'chat.error.clerk-over'))).toBeVisible();
	await expect(desk.getByText(say('ru', 'desk.clerk.open'))).toBeVisible();
});

test('without script the clerk pastes the link, reads, writes and goes', async ({ browser }, info) => {
	const her = await visitor(browser, { script: false });
	const desk = await helper(browser, 'adviser');
	const about = await ask(her, 'migri-enterfinland', unique('Нужна помощь с Migri '));
	await claim(desk, about);
	const link = await bringIn(desk);

	const clerk = await visitor(browser, { lang: 'fi', script: false, viewport: DESKTOP });
	await clerk.goto('/fi/clerk');
	await clerk.getByLabel(say('fi', 'chat.clerk.link')).fill(link);
	await enter(clerk, 'Migri');
	const answer = unique('Hakemus on käsittelyssä ');
	await writeOn(clerk, answer, 'fi');
	const inRussian = unique('Заявление рассматривают ');
	await render(desk, answer, inRussian);

	await her.getByRole('link', { name: say('ru', 'chat.fresh') }).click();
	await expect(bubbleOf(her, inRussian).locator('.other')).toHaveText(answer);
	await screenOf(her, info, 'interpreted-no-script-ru-phone');
	const question = unique('Сколько ждать? ');
	await writeOn(her, question);
	await render(desk, question, unique('Kuinka kauan odotetaan? '));
	await clerk.getByRole('link', { name: say('fi', 'chat.fresh') }).click();
	await expect(bubbleOf(clerk, question)).toContainText('Kuinka kauan odotetaan?');
	await screenOf(clerk, info, 'interpreted-no-script-fi-desktop');

	await clerk.getByRole('button', { name: say('fi', 'chat.clerk.leave') }).click();
	await expect(clerk.getByText(say('fi', 'chat.clerk.left'))).toBeVisible();
	await her.getByRole('link', { name: say('ru', 'chat.fresh') }).click();
	await expect(said(her).last()).toHaveText(say('ru', 'chat.clerk-left', { name: 'Migri' }));
});
