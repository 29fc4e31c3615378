import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { accept } from './support/invited.ts';
import { DESKTOP, unique, visitor } from './support/people.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };
const PASSWORD = 'Мост через тихую реку';

const word = (lang: Lang, key: string, values = {}) => say(lang, `volunteers.${key}`, values);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function apply(page: Page, lang: Lang, name: string, contact: string): Promise<void> {
	await page.goto(`/${lang}/volunteer`);
	await page.getByLabel(word(lang, 'apply.name')).fill(name);
	await page.getByLabel(word(lang, 'apply.contact')).fill(contact);
	await page.getByRole('button', { name: word(lang, 'apply.send') }).click();
}

/** A coordinator of the made-up association, at one application. */
async function leading(browser: Browser, name: string): Promise<Page> {
	const page = await visitor(browser, { viewport: DESKTOP, script: false });
	await page.goto('/staff/sign-in');
	await page.locator('button[name=demo][value=coordinator]').click();
	await page.goto('/staff/volunteers/applications');
	await page.getByRole('link', { name, exact: true }).click();
	return page;
}

test('she applies in Russian without script, is accepted, comes in by the link, learns and chooses; the coordinator lets her take shifts', async ({
	browser,
}) => {
	const her = await visitor(browser, { script: false, viewport: NARROW });
	const name = unique('Ольга ');
	await her.goto('/ru/volunteer');
	await her.getByLabel(word('ru', 'wish.chat')).check();
	await her.getByLabel(word('ru', 'apply.name')).fill(name);
	await her.getByLabel(word('ru', 'apply.contact')).fill('040 12');
	await her.getByLabel(word('ru', 'apply.text')).fill('Люблю объяснять.');
	await her.getByRole('button', { name: word('ru', 'apply.send') }).click();
	await expect(her.getByText(word('ru', 'fault.number.length'))).toBeVisible();
	await expect(her.getByLabel(word('ru', 'wish.chat'))).toBeChecked();
	expect(await her.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
	await her.getByLabel(word('ru', 'apply.contact')).fill('040 012 3456');
	await her.getByRole('button', { name: word('ru', 'apply.send') }).click();
	await expect(heading(her, word('ru', 'hers.asked.title'))).toBeVisible();
	await expect(her.getByRole('main')).not.toContainText('3456');

	const coordinator = await leading(browser, name);
	await expect(coordinator.getByRole('main')).toContainText('Люблю объяснять.');
	await coordinator.getByRole('button', { name: word('ru', 'step.interview') }).click();
	await her.reload();
	await expect(heading(her, word('ru', 'hers.interview.title'))).toBeVisible();
	await coordinator.getByLabel(word('ru', 'accept.shortName')).fill(unique('olga-'));
	await coordinator.getByRole('button', { name: word('ru', 'accept.button') }).click();
	const link = (await coordinator.locator('code.address').innerText()).trim();
	await her.reload();
	await expect(heading(her, word('ru', 'hers.accepted.title'))).toBeVisible();
	await expect(her.getByRole('main')).not.toContainText('Люблю объяснять.');

	const newcomer = await visitor(browser, { script: false });
	await accept(newcomer, link, PASSWORD);
	await newcomer.getByRole('button', { name: say('ru', 'identity.pledge.agree') }).click();
	await expect(newcomer).toHaveURL(/\/staff\/shifts\/training$/);
	const first = newcomer.locator('ol li').first();
	await first.getByRole('button', { name: word('ru', 'path.tick') }).click();
	await expect(first.getByRole('button', { name: word('ru', 'path.untick') })).toBeVisible();
	await newcomer.goto('/staff/shifts/profile');
	await expect(newcomer.getByLabel(word('ru', 'wish.chat'))).toBeChecked();
	await newcomer.getByLabel(word('ru', 'profile.from', { number: '2' })).fill('10:00');
	await newcomer.getByLabel(word('ru', 'profile.to', { number: '2' })).fill('13:00');
	await newcomer.getByLabel(word('ru', 'profile.most')).fill('3');
	await newcomer
		.locator('form[action="?/profile"]')
		.getByRole('button', { name: word('ru', 'save') })
		.click();
	await expect(newcomer.getByText(word('ru', 'saved'))).toBeVisible();

	await coordinator.goto('/staff/volunteers');
	await coordinator.getByRole('link', { name, exact: true }).click();
	await expect(coordinator.getByRole('main')).toContainText('10:00–13:00');
	await expect(coordinator.getByRole('main')).toContainText(word('ru', 'hours', { least: '2', most: '3' }));
	await coordinator.getByRole('button', { name: word('ru', 'grant.button') }).click();
	await coordinator.getByRole('button', { name: word('ru', 'activate') }).click();
	await expect(coordinator.getByRole('main').locator('.badge').first()).toHaveText(word('ru', 'state.active'));
	await expect(coordinator.getByRole('button', { name: word('ru', 'revoke') })).toBeVisible();
});

test('one takes it back, another hears no with a kind word by her code; of both nothing they wrote is left', async ({
	browser,
}) => {
	const [regretting, other] = [unique('Aino '), unique('Liisa ')];
	const first = await visitor(browser, { lang: 'fi', script: false });
	await apply(first, 'fi', regretting, 'aino@example.org');
	await first.getByRole('button', { name: word('fi', 'withdraw.button') }).click();
	await expect(heading(first, word('fi', 'hers.withdrawn.title'))).toBeVisible();
	await expect(first.getByRole('main')).not.toContainText(regretting);

	const second = await visitor(browser, { lang: 'fi', script: false });
	await apply(second, 'fi', other, 'liisa@example.org');
	const code = (await second.locator('.code-paper').innerText()).trim();
	const coordinator = await leading(browser, other);
	await expect(coordinator.getByText(regretting)).toHaveCount(0);
	await coordinator.getByLabel(word('ru', 'answer.not-now')).check();
	await coordinator.getByRole('button', { name: word('ru', 'decline.button') }).click();
	await expect(coordinator.getByRole('main')).not.toContainText(other);

	const library = await visitor(browser, { lang: 'fi', script: false });
	await library.goto('/fi/volunteer/application');
	await library.getByLabel(word('fi', 'find.label')).fill('1234 1234 1234');
	await library.getByRole('button', { name: word('fi', 'find.button') }).click();
	await expect(library.getByText(word('fi', 'error.code'))).toBeVisible();
	await library.getByLabel(word('fi', 'find.label')).fill(code.replaceAll(' ', '-'));
	await library.getByRole('button', { name: word('fi', 'find.button') }).click();
	await expect(library.getByText(word('fi', 'answer.not-now'))).toBeVisible();
	await expect(library.getByRole('main')).not.toContainText(other);
});
