import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { inFours, someCard } from './support/numbers.ts';
import { answer, ask, claim, helper, said, unique, visitor, writeOn } from './support/people.ts';
import { say } from './support/words.ts';

test('what stands on her page stands there in the order in which it was stored, also when hers was slow on its way', async ({
	browser,
}) => {
	const her = await visitor(browser);
	const about = await ask(her, 'dvv-muuttoilmoitus', unique('Здравствуйте'));
	const desk = await helper(browser, 'volunteer');
	await claim(desk, about);

	const [question, reply] = [unique('вопрос'), unique('ответ')];
	const way = Promise.withResolvers<void>();
	await her.route('**/api/chat/messages', async (route) => {
		await way.promise;
		await route.continue();
	});
	await writeOn(her, question);
	await answer(desk, reply);
	await expect(said(her).filter({ hasText: reply })).toBeVisible();
	way.resolve();
	await expectInOrder(her);
	expect(await placeOf(her, reply)).toBeLessThan(await placeOf(her, question));

	const card = someCard();
	await writeOn(her, `карта ${inFours(card.slice(0, 8))}`);
	await writeOn(her, `${inFours(card.slice(8))}, вот она`);
	await expect(said(her).filter({ hasText: say('ru', 'chat.redacted') })).toBeVisible();
	await expect(said(her).filter({ hasText: 'вот она' })).not.toContainText(card.slice(8, 12));
	await expectInOrder(her);
	const before = await said(her).count();
	await her.reload();
	await expect(said(her)).toHaveCount(before);
	await expectInOrder(her);
});

/** Whatever is still on its way has no number yet. */
async function expectInOrder(page: Page): Promise<void> {
	const numbers = () => said(page).evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-seq') ?? NaN)));
	await expect.poll(async () => (await numbers()).some(Number.isNaN)).toBe(false);
	const shown = await numbers();
	expect(shown).toEqual(shown.toSorted((one, other) => one - other));
}

async function placeOf(page: Page, text: string): Promise<number> {
	return (await said(page).allInnerTexts()).findIndex((shown) => shown.includes(text));
}
