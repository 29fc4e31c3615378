import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { ask, claim, helper, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

test('a closing is one contact more beside the plan until it is mended, and the public page shows nothing below five', async ({
	browser,
}, info) => {
	const her = await visitor(browser);
	const figures = await projectOf(await helper(browser, 'coordinator'));
	const before = await counted(figures);

	const about = await ask(her, 'vero-omavero', unique('Когда придёт возврат налога '));
	const desk = await helper(browser, 'volunteer');
	await claim(desk, about);
	await chooseCodes(desk, 'solved-together', '15');
	await desk.getByRole('button', { name: say('ru', 'cases.close.button') }).click();
	await expect(desk.getByText(say('ru', 'desk.closed.counted'))).toBeVisible();

	await expect.poll(() => counted(figures)).toBe(before + 1);
	await expect(chatLine(figures).getByRole('cell').nth(1)).toHaveText(/\d/);
	await screenOf(figures, info, 'project-staff-ru-desktop');
	await figures.goto(await factsAddress(figures));
	await expect(figures.getByText(say('ru', 'reports.facts.sum', { count: before + 1 }))).toBeVisible();
	await figures.goBack();

	await her.goto(`/ru/projects/${figures.url().split('/').at(-1)}`);
	await expect(her.getByText(say('ru', 'reports.public.title'))).toBeVisible();
	await expect(her.getByText(say('ru', 'reports.public.hidden'), { exact: true }).first()).toBeVisible();
	for (const shown of await publicFigures(her)) expect(shown === 0 || shown >= 5, `${shown} is shown`).toBe(true);

	await desk.getByRole('link', { name: say('ru', 'desk.closed.mend') }).click();
	await chooseCodes(desk, 'not-a-contact', '0');
	await desk.getByRole('button', { name: say('ru', 'cases.mending.save') }).click();
	await expect(desk.getByText(say('ru', 'cases.closings.mended'))).toBeVisible();
	await expect.poll(() => counted(figures)).toBe(before);
});

async function chooseCodes(desk: Page, outcome: string, minutes: string): Promise<void> {
	await desk.locator('#topic').selectOption('tax');
	await desk.getByLabel(say('ru', `cases.outcome.${outcome}`)).check();
	await desk.locator('#minutes').fill(minutes);
}

/** The page of the demonstration project, where its figures are exact. */
async function projectOf(staff: Page): Promise<Page> {
	await staff.goto('/staff/projects');
	await staff.locator('a[href^="/staff/projects/demo-kuopio-"]').click();
	await staff.getByText(say('ru', 'reports.exact.table')).click();
	return staff;
}

async function counted(figures: Page): Promise<number> {
	await figures.reload();
	await figures.getByText(say('ru', 'reports.exact.table')).click();
	return Number((await chatLine(figures).getByRole('link').innerText()).replace(/\D/g, ''));
}

const chatLine = (figures: Page) =>
	figures.locator('details tr').filter({ has: figures.locator('a[href*="unit=contact"][href*="planLine=chat"]') });

async function factsAddress(figures: Page): Promise<string> {
	return (await chatLine(figures).getByRole('link').getAttribute('href')) ?? '';
}

async function publicFigures(page: Page): Promise<number[]> {
	const cells = await page.getByRole('main').locator('section table td, section .number').allInnerTexts();
	return cells.flatMap((cell) => cell.match(/\d+/g) ?? []).map(Number);
}
