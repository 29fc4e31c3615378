import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { someHetu } from './support/numbers.ts';
import { DESKTOP, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

const ru = (key: string) => say('ru', `board.${key}`);

test('a hard question goes round: asked without the number, answered, chosen, and made a guide and a phrase', async ({
	browser,
}, info) => {
	const volunteer = await onBoard(browser, 'volunteer');
	const adviser = await onBoard(browser, 'adviser');
	const [word, hetu] = [unique('вопрос'), someHetu()];

	await volunteer.getByRole('link', { name: ru('ask') }).click();
	await volunteer.locator('#text').fill(`Как войти без банка, ${word}? У неё ${hetu}.`);
	await volunteer.locator('#topic').selectOption({ index: 1 });
	await volunteer.getByRole('button', { name: ru('new.send') }).click();
	await expect(volunteer.locator('blockquote')).toContainText('••••••');
	await screenOf(volunteer, info, 'board-between-ru-desktop');
	await volunteer.getByRole('button', { name: ru('hidden.send') }).click();
	await expect(volunteer.getByRole('status')).toHaveText(ru('done.ask'));
	await expect(volunteer.locator('#post-1')).toContainText(word);
	await expect(volunteer.locator('body')).not.toContainText(hetu);
	const path = new URL(volunteer.url()).pathname;

	await adviser.getByLabel(ru('words'), { exact: true }).fill(word);
	await adviser.getByRole('button', { name: ru('find') }).click();
	await adviser.getByRole('link', { name: word }).click();
	await adviser.locator('#text').fill(`Откройте страницу.\nНажмите «Войти», ${word}.`);
	await adviser.getByRole('button', { name: ru('answer.send') }).click();
	await expect(adviser.locator('#post-2')).toContainText(word);

	await volunteer.goto(path);
	await volunteer
		.locator('#post-2')
		.getByRole('button', { name: ru('useful'), exact: true })
		.click();
	await volunteer
		.locator('#post-2')
		.getByRole('button', { name: ru('choose'), exact: true })
		.click();
	await expect(volunteer.locator('#post-2')).toContainText(ru('isAnswer'));
	await expect(volunteer.locator('#post-2')).toContainText(say('ru', 'board.useful.count', { count: 1 }));
	await screenOf(volunteer, info, 'board-question-ru-desktop');

	await adviser.goto(path);
	await adviser
		.locator('#post-2')
		.getByRole('link', { name: ru('guide.make') })
		.click();
	await adviser.locator('#title').fill(`Инструкция ${word}`);
	await adviser.locator('#guide').fill('Не то имя');
	await adviser.getByRole('button', { name: ru('guide.button') }).click();
	await expect(adviser.locator('#guide-error')).toHaveText(ru('mend.id'));
	await adviser.locator('#guide').fill(unique('board-').toLowerCase());
	await adviser.getByRole('button', { name: ru('guide.button') }).click();
	await expect(adviser).toHaveURL(/\/staff\/content\/guide\//);
	await expect(adviser.locator('[id="words.step-2.text"]')).toHaveValue(`Нажмите «Войти», ${word}.`);
	await volunteer.goto(path);
	await expect(volunteer.getByRole('main').getByText(ru('guide.made'))).toBeVisible();
	await expect(volunteer.getByRole('link', { name: ru('guide.make') })).toHaveCount(0);
});

test('a phrase asks nobody for codes, waits for a second person, and is then at hand at the desk', async ({
	browser,
}, info) => {
	const volunteer = await onBoard(browser, 'volunteer', '/staff/board/phrases');
	const coordinator = await onBoard(browser, 'coordinator', '/staff/board/phrases');
	const word = unique('фраза');
	await volunteer.locator('[id="text.ru"]').fill('Пришлите код из смс');
	await volunteer.locator('[id="text.fi"]').fill(`Odota hetki, ${word}.`);
	await volunteer.locator('[id="text.en"]').fill(`Wait a moment, ${word}.`);
	await volunteer.getByRole('button', { name: ru('phrases.send') }).click();
	await expect(volunteer.locator('[id="text.ru-error"]')).toHaveText(ru('mend.asks'));
	await volunteer.locator('[id="text.ru"]').fill(`Подождите минуту, ${word}.`);
	await volunteer.getByRole('button', { name: ru('phrases.send') }).click();
	await expect(volunteer.getByRole('status')).toHaveText(ru('done.propose'));
	await expect(phraseOf(volunteer, word).getByRole('button', { name: ru('phrases.agree') })).toHaveCount(0);

	await coordinator.reload();
	await phraseOf(coordinator, word)
		.getByRole('button', { name: ru('phrases.agree') })
		.click();
	await expect(coordinator.getByRole('status')).toHaveText(ru('done.agree'));
	await screenOf(coordinator, info, 'board-phrases-ru-desktop');
	const desk = await volunteer.request.get('/staff/desk');
	expect(await desk.text()).toContain(word);
	await phraseOf(coordinator, word)
		.getByRole('button', { name: ru('phrases.remove') })
		.click();
	expect(await (await volunteer.request.get('/staff/desk')).text()).not.toContain(word);
});

test('a coordinator hides what could point at somebody; whoever wrote it can take her own back; others see no board', async ({
	browser,
}, info) => {
	const volunteer = await onBoard(browser, 'volunteer', '/staff/board/new', { width: 320, height: 700 });
	const word = unique('скрыть');
	await volunteer.locator('#text').fill(`Про соседку, ${word}`);
	await volunteer.locator('#topic').selectOption({ index: 2 });
	await volunteer.getByRole('button', { name: ru('new.send') }).click();
	await volunteer.locator('#text').fill('Второе слово');
	await volunteer.getByRole('button', { name: ru('answer.send') }).click();
	await volunteer
		.locator('#post-2')
		.getByRole('button', { name: ru('back') })
		.click();
	await expect(volunteer.locator('#post-2')).toContainText(ru('removed.taken-back'));
	expect(await volunteer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await screenOf(volunteer, info, 'board-question-ru-320');
	const path = new URL(volunteer.url()).pathname;

	const coordinator = await onBoard(browser, 'coordinator', path);
	await coordinator.locator('#post-1').getByText(ru('hide'), { exact: true }).click();
	await coordinator
		.locator('#post-1')
		.getByRole('button', { name: ru('hide.button') })
		.click();
	await expect(coordinator.locator('#post-1')).toContainText(ru('why.person'));
	await expect(coordinator.locator('body')).not.toContainText(word);
	await coordinator.goto(`/staff/board?words=${word}`);
	await expect(coordinator.getByText(ru('none.found'))).toBeVisible();

	const funder = await onBoard(browser, 'funder', '/staff');
	expect((await funder.request.get(path)).status()).toBe(403);
	await expect(funder.getByRole('link', { name: say('ru', 'staff.place.board') })).toHaveCount(0);
	expect((await volunteer.request.get('/staff/board/00000000-0000-7000-8000-000000000000')).status()).toBe(404);
	expect((await volunteer.request.get('/staff/board/nothing')).status()).toBe(404);
});

function phraseOf(page: Page, word: string) {
	return page.locator('li.card').filter({ hasText: word });
}

/** Nothing of the board needs a script. */
async function onBoard(browser: Browser, who: string, path = '/staff/board', viewport = DESKTOP): Promise<Page> {
	const page = await visitor(browser, { lang: 'ru', script: false, viewport });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(path)}`);
	await page.locator(`button[name=demo][value=${who}]`).click();
	return page;
}
