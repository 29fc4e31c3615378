import { expect, test } from './support/errand.ts';
import { answer, answerField, ask, claim, helper, said, unique, visitor, waiting } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

test('two helpers take the same visitor at once: one gets her, the other reads that a colleague has her', async ({
	browser,
}, info) => {
	const question = unique('En pääse kirjautumaan ');
	const her = await visitor(browser, { lang: 'fi' });
	const first = await helper(browser, 'volunteer', { lang: 'fi' });
	const second = await helper(browser, 'adviser', { lang: 'fi' });
	const about = await ask(her, 'suomifi-viestit', question, 'fi');

	const desks = [first, second];
	const take = (desk: typeof first) =>
		waiting(desk, about).getByRole('button', { name: say('fi', 'desk.queue.claim') });
	for (const desk of desks) await expect(take(desk)).toBeVisible();
	await Promise.all(desks.map((desk) => take(desk).click()));

	const lost = say('fi', 'desk.refused.held-by-another');
	await expect
		.poll(async () => (await Promise.all(desks.map((desk) => desk.getByText(lost).count()))).join())
		.toMatch(/^(0,1|1,0)$/);
	const isFirst = (await first.getByText(lost).count()) === 0;
	const [winner, loser] = isFirst ? [first, second] : [second, first];

	await expect(answerField(winner)).toBeVisible();
	await expect(answerField(loser)).toHaveCount(0);
	await expect(loser.getByText(question)).toHaveCount(0);
	await expect(section(winner, 'mine').filter({ hasText: about })).toBeVisible();
	await expect(section(loser, 'others').filter({ hasText: about })).toBeVisible();
	for (const desk of desks) await expect(section(desk, 'waiting').filter({ hasText: about })).toHaveCount(0);

	await answer(winner, unique('Hei, mitä näytöllä lukee '));
	await expect(said(her)).toHaveCount(3);
	await screenOf(winner, info, 'desk-fi-desktop');
	await screenOf(her, info, 'chat-fi-phone');

	await winner.getByRole('button', { name: say('fi', 'desk.tool.release') }).click();
	await claim(loser, about, 'fi');
	await expect(said(loser).filter({ hasText: question })).toBeVisible();
});

const section = (desk: Awaited<ReturnType<typeof helper>>, name: string) =>
	desk.locator(`section[aria-labelledby="${name}"]`);
