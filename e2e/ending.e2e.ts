import { expect, test } from './support/errand.ts';
import { ask, claim, codeOf, comeBack, helper, said, unique, visitor, writeOn } from './support/people.ts';
import { say } from './support/words.ts';

test('she ends, opens again by writing, takes a new code, and erases: the old code is dead, and nothing is left', async ({
	browser,
}) => {
	const question = unique('Где моё место в очереди ');
	const her = await visitor(browser);
	const about = await ask(her, 'migri-kamu', question);
	const oldCode = await codeOf(her);
	await her.getByRole('button', { name: say('ru', 'chat.code.kept') }).click();
	const desk = await helper(browser, 'adviser');
	await claim(desk, about);

	await her.getByRole('button', { name: say('ru', 'chat.end.button') }).click();
	await expect(said(her).filter({ hasText: say('ru', 'chat.ended') })).toBeVisible();
	await expect(desk.getByText(say('ru', 'desk.talk.ended'))).toBeVisible();
	const again = unique('Ещё вопрос ');
	await writeOn(her, again);
	await expect(said(her).filter({ hasText: say('ru', 'chat.reopened') })).toBeVisible();
	await expect(said(desk).filter({ hasText: again })).toBeVisible();

	await her.getByRole('button', { name: say('ru', 'chat.code.renew') }).click();
	const newCode = await codeOf(her);
	expect(newCode).not.toBe(oldCode);
	const elsewhere = await visitor(browser);
	await comeBack(elsewhere, oldCode);
	await expect(elsewhere.getByText(say('ru', 'chat.error.unknown-code'))).toBeVisible();
	await comeBack(elsewhere, newCode);
	await expect(said(elsewhere).filter({ hasText: question })).toBeVisible();

	await her.getByText(say('ru', 'chat.erase.summary')).click();
	await her.getByRole('button', { name: say('ru', 'chat.erase.button') }).click();
	await expect(her.getByText(say('ru', 'chat.erased'))).toBeVisible();
	expect((await her.context().cookies()).map(({ name }) => name)).not.toContain('silta_visitor');
	await expect(desk.getByText(say('ru', 'desk.talk.erased'))).toBeVisible();
	await expect(desk.getByText(question)).toHaveCount(0);
	await expect(elsewhere.getByLabel(say('ru', 'chat.first.label'))).toBeVisible();
	await comeBack(elsewhere, newCode);
	await expect(elsewhere.getByText(say('ru', 'chat.error.unknown-code'))).toBeVisible();
});
