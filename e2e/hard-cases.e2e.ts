import { expect, test } from './support/errand.ts';
import { answer, answerField, ask, claim, helper, said, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

test('what is not ours to decide meets its answer beside the conversation, and a promise is stopped before it is sent', async ({
	browser,
}, info) => {
	const [her, adviser] = [await visitor(browser), await helper(browser, 'adviser')];
	const about = await ask(her, 'migri-kansalaisuus', unique('Дадут мне гражданство? '));
	await claim(adviser, about);
	const advice = adviser.locator('.notice').filter({ hasText: say('ru', 'desk.trap.entitlement') });
	await expect(advice).toBeVisible();
	await screenOf(adviser, info, 'desk-hard-case');

	await answerField(adviser).fill('Не волнуйтесь, Вы получите гражданство');
	await answerField(adviser).press('Enter');
	await expect(adviser.getByRole('alert')).toContainText(say('ru', 'desk.judging.title'));
	await expect(said(her).filter({ hasText: 'Вы получите' })).toHaveCount(0);
	await answerField(adviser).fill('');
	await advice.getByRole('button').first().click();
	await expect(answerField(adviser)).toHaveValue(/Это решает само ведомство/);
	await answerField(adviser).press('Enter');
	await expect(said(her).filter({ hasText: 'Это решает само ведомство' })).toBeVisible();
});

test('a helper prints the conversation for the person at the desk: her page on paper, and no note of ours', async ({
	browser,
}, info) => {
	const [her, adviser] = [await visitor(browser, { lang: 'fi' }), await helper(browser, 'adviser', { lang: 'fi' })];
	const question = unique('Mistä löydän lomakkeen? ');
	const about = await ask(her, 'kela-asumistuki', question, 'fi');
	await claim(adviser, about, 'fi');
	const reply = unique('Se on OmaKelassa ');
	await answer(adviser, reply);
	const note = unique('Только для своих ');
	const notes = adviser.locator('section[aria-labelledby="notes"]');
	await notes.getByRole('textbox').fill(note);
	await notes.getByRole('button', { name: say('fi', 'desk.notes.write') }).click();
	await expect(notes.getByText(note)).toBeVisible();

	const opening = adviser.context().waitForEvent('page');
	await adviser.getByRole('link', { name: say('fi', 'desk.tool.print') }).click();
	const paper = await opening;
	await expect(paper.getByRole('heading', { level: 1 })).toHaveText(say('fi', 'chat.paper.title'));
	for (const words of [question, reply]) await expect(paper.getByText(words)).toBeVisible();
	await expect(paper.getByText(note)).toHaveCount(0);
	await screenOf(paper, info, 'paper-fi');
	const stranger = await helper(browser, 'volunteer');
	expect((await stranger.request.get(new URL(paper.url()).pathname)).status()).toBe(403);
});
