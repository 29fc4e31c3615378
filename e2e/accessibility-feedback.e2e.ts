import { expect, test } from './support/errand.ts';
import { claim, codeOf, helper, said, sendFirst, unique, visitor, waiting } from './support/people.ts';
import { say } from './support/words.ts';

const FORTNIGHT_MS = 14 * 86_400_000;

test('feedback on accessibility gets a code and stands at the desk with its day, in a fortnight', async ({
	browser,
}) => {
	const trouble = unique('Не вижу, где курсор ');
	const her = await visitor(browser, { script: false });
	await her.goto('/ru/accessibility');
	await her.getByRole('link', { name: say('ru', 'site.accessibility.tell.button') }).click();
	await expect(her.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'chat.accessibility.title'));
	await her.getByLabel(say('ru', 'chat.first.label')).fill(trouble);
	await sendFirst(her).click();
	await expect(said(her).filter({ hasText: trouble })).toBeVisible();
	await codeOf(her);

	const desk = await helper(browser, 'volunteer');
	const kind = say('ru', 'desk.kind.accessibility');
	const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'Europe/Helsinki' });
	const date = day.format(Date.now() + FORTNIGHT_MS);
	await expect(waiting(desk, kind)).toContainText(say('ru', 'desk.due.left', { count: 14, date }));
	await claim(desk, kind);
	await expect(said(desk).filter({ hasText: trouble })).toBeVisible();
});
