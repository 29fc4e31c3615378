import { expect, test } from './support/errand.ts';
import { answer, ask, claim, codeOf, comeBack, helper, said, unique, visitor, writeOn } from './support/people.ts';
import { someHetu } from './support/numbers.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';

	test(`after the end she says by one press whether it helped, once, ${how}`, async ({ browser }, info) => {
		const her = await visitor(browser, { lang: 'ru', script });
		const desk = await helper(browser, 'adviser');
		const about = await ask(her, 'kuluttajaneuvonta', unique('Не вижу рецепт '));
		await claim(desk, about);
		await answer(desk, unique('Откройте раздел '));
		const rating = her.locator('.rating');
		await expect(rating).toBeHidden();
		await her.getByRole('button', { name: say('ru', 'chat.end.button') }).click();
		await expect(rating).toBeVisible();
		if (!script) await screenOf(her, info, 'chat-rating-ru');
		await her.getByRole('button', { name: say('ru', 'chat.rate.good') }).click();
		await expect(her.getByText(say('ru', 'chat.rate.thanks'))).toBeVisible();
		await expect(rating).toBeHidden();
	});

	test(`she may say that a number is no secret; an identity code is hidden all the same, ${how}`, async ({
		browser,
	}, info) => {
		const her = await visitor(browser, { lang: 'ru', script });
		await ask(her, 'hsl', unique('Вопрос '));
		const hetu = someHetu();
		await writeOn(her, `На экране код 482913 и ещё ${hetu}`);
		await expect(her.getByText(say('ru', 'chat.hidden.title'))).toBeVisible();
		await screenOf(her, info, `chat-not-secret-${script ? 'script' : 'plain'}`);
		await her.getByRole('button', { name: say('ru', 'chat.hidden.notSecret') }).click();
		await expect(said(her).filter({ hasText: 'На экране код 482913 и ещё ••••••' })).toBeVisible();
		await her.reload();
		await expect(said(her).filter({ hasText: '482913' })).toHaveCount(1);
		expect(await her.content()).not.toContain(hetu);
	});
}

test('a new code puts out every other browser, also one that is listening', async ({ browser }) => {
	const [hers, other] = [await visitor(browser, { lang: 'fi' }), await visitor(browser, { lang: 'fi' })];
	const question = unique('Kysymys ');
	await ask(hers, 'vilkku', question, 'fi');
	const code = await codeOf(hers);
	await comeBack(other, code, 'fi');
	await expect(said(other).filter({ hasText: question })).toBeVisible();
	await hers.getByRole('button', { name: say('fi', 'chat.code.kept') }).click();
	await hers.getByRole('button', { name: say('fi', 'chat.code.renew') }).click();
	const fresh = await codeOf(hers);
	await expect(other.getByText(say('fi', 'chat.closedHere'))).toBeVisible();
	await expect(other.getByText(question)).toHaveCount(0);
	expect(await other.evaluate(async () => (await fetch('/fi/chat/save')).status)).toBe(404);
	await comeBack(other, code, 'fi');
	await expect(other.getByText(say('fi', 'chat.error.unknown-code'))).toBeVisible();
	await comeBack(other, fresh, 'fi');
	await expect(said(other).filter({ hasText: question })).toBeVisible();
	await expect(said(hers).filter({ hasText: question })).toBeVisible();
});
