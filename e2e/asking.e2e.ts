import { expect, test } from './support/errand.ts';
import {
	answer,
	ask,
	claim,
	codeOf,
	comeBack,
	helper,
	PHONE,
	said,
	unique,
	visitor,
	writeOn,
} from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

const ONE_MINUTE = 60_000;

test('a visitor who reads only Russian finds the card, asks, is answered within the minute, and comes back with her code', async ({
	browser,
}, info) => {
	const question = unique('Не могу войти в OmaKela ');
	const reply = unique('Что Вы видите на экране ');
	const her = await visitor(browser);

	await her.goto('/');
	await expect(her).toHaveURL(/\/ru$/);
	await her.getByRole('main').getByRole('searchbox').fill('кела');
	await her
		.getByRole('main')
		.getByRole('button', { name: say('ru', 'site.search.button') })
		.click();
	await her.getByRole('link', { name: 'OmaKela' }).first().click();
	await expect(her).toHaveURL(/\/ru\/services\/kela-omakela$/);

	const about = await ask(her, 'kela-omakela', question);
	const asked = Date.now();
	const code = await codeOf(her);

	const desk = await helper(browser, 'volunteer');
	await claim(desk, about);
	await expect(said(desk).filter({ hasText: question })).toBeVisible();
	await answer(desk, reply);
	await expect(said(her).filter({ hasText: reply })).toBeVisible();
	expect(Date.now() - asked).toBeLessThan(ONE_MINUTE);
	await screenOf(her, info, 'chat-ru-phone');
	await screenOf(desk, info, 'desk-ru-desktop');

	const tomorrow = await visitor(browser, { viewport: PHONE });
	await comeBack(tomorrow, code.replaceAll(' ', ''));
	await expect(said(tomorrow).filter({ hasText: question })).toBeVisible();
	await expect(said(tomorrow).filter({ hasText: reply })).toBeVisible();
	const thanks = unique('Спасибо, получилось ');
	await writeOn(tomorrow, thanks);
	await expect(said(desk).filter({ hasText: thanks })).toBeVisible();
	await expect(said(her).filter({ hasText: thanks })).toBeVisible();
});

test('without script she asks, sees new answers when she asks for them, and comes back with her code', async ({
	browser,
}) => {
	const question = unique('Где мои рецепты ');
	const reply = unique('Рецепты в разделе Reseptit ');
	const her = await visitor(browser, { script: false });
	const about = await ask(her, 'omakanta', question);
	const code = await codeOf(her);
	await her.getByRole('button', { name: say('ru', 'chat.code.kept') }).click();
	await expect(her.locator('.code-paper')).toHaveCount(0);

	const desk = await helper(browser, 'adviser');
	await claim(desk, about);
	await answer(desk, reply);
	await her.getByRole('link', { name: say('ru', 'chat.fresh') }).click();
	await expect(said(her).filter({ hasText: reply })).toBeVisible();

	const more = unique('Нашла, спасибо ');
	await writeOn(her, more);
	await expect(said(her).filter({ hasText: more })).toBeVisible();
	await expect(said(desk).filter({ hasText: more })).toBeVisible();

	const tomorrow = await visitor(browser, { script: false });
	await comeBack(tomorrow, code);
	for (const text of [question, reply, more]) await expect(said(tomorrow).filter({ hasText: text })).toBeVisible();
});
