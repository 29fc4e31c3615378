import { randomInt } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const DAY_MS = 86_400_000;
const MINE = '/staff/shifts/hours';
const THEIRS = '/staff/volunteers/hours';

async function signedIn(browser: Browser, who: string, to: string, lang: Lang = 'ru'): Promise<Page> {
	const page = await visitor(browser, { viewport: DESKTOP, script: false, lang });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(to)}`);
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	return page;
}

/** A day of the last months that no other errand writes on: the people of the demonstration are everybody's. */
function someDay(): { day: string; said: string; year: string } {
	const moment = new Date(Date.now() - randomInt(40, 330) * DAY_MS);
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(moment);
	const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	const said = new Intl.DateTimeFormat(say('ru', 'site.when.locale'), parts).format(Date.parse(`${day}T12:00:00Z`));
	return { day, said: said.replace(/\sг\.$/, ' года'), year: day.slice(0, 4) };
}

async function writeDown(page: Page, day: string, time: { hours: string; minutes: string }): Promise<void> {
	await page.locator('#day').fill(day);
	await page.locator('#work').selectOption('translation');
	await page.locator('#hours').fill(time.hours);
	await page.locator('#minutes').fill(time.minutes);
	await page.getByRole('button', { name: say('ru', 'hours.log.button'), exact: true }).click();
}

test('hours are written down, rejected with how long it was, written anew, confirmed, and stand on a certificate', async ({
	browser,
}, info) => {
	const { day, said, year } = someDay();
	const her = await signedIn(browser, 'volunteer', MINE);
	await her.goto(`${MINE}?year=${year}`);
	await writeDown(her, day, { hours: '', minutes: '' });
	await expect(her.getByText(say('ru', 'hours.fault.hours'))).toBeVisible();
	await expect(her.locator('#day')).toHaveValue(day);
	await writeDown(her, day, { hours: '3', minutes: '20' });
	const written = say('ru', 'hours.logged', { time: say('ru', 'hours.time.both', { hours: 3, minutes: 30 }) });
	await expect(her.getByText(written)).toBeVisible();
	const entry = (page: Page) => page.locator('main li').filter({ hasText: said });
	await her.goto(`${MINE}?year=${year}`);
	await expect(entry(her)).toContainText(say('ru', 'hours.state.reported'));
	await screenOf(her, info, 'hours-own-ru');

	const colleague = await signedIn(browser, 'coordinator', THEIRS);
	await entry(colleague).getByRole('link').click();
	await colleague.locator('[name=reason][value=length]').check();
	await colleague.locator('#hours').fill('2');
	await colleague.getByRole('button', { name: say('ru', 'hours.one.reject'), exact: true }).click();
	await expect(colleague.getByText(say('ru', 'hours.settle.rejected'))).toBeVisible();

	await her.goto(`${MINE}?year=${year}`);
	await entry(her).getByRole('link').click();
	await expect(her.locator('#hours')).toHaveValue('2');
	await her.getByRole('button', { name: say('ru', 'hours.log.button'), exact: true }).click();

	await colleague.goto(THEIRS);
	const person = colleague.locator('form').filter({ has: colleague.locator('li').filter({ hasText: said }) });
	// Whatever else waits belongs to other errands.
	for (const box of await person.locator('[name=id]').all()) await box.uncheck();
	await person.locator('li').filter({ hasText: said }).locator('[name=id]').check();
	await person.getByRole('button').click();
	const count = { count: 1, time: say('ru', 'hours.time.hours', { hours: 2 }) };
	await expect(colleague.getByText(say('ru', 'hours.settle.done', count))).toBeVisible();

	await her.goto(`${MINE}/certificate?from=${day}&to=${day}&lang=fi`);
	const paper = her.locator('article');
	await expect(paper.getByRole('heading', { name: say('fi', 'hours.certificate.heading') })).toBeVisible();
	await expect(paper).toContainText(say('fi', 'hours.work.translation'));
	await expect(paper).toContainText(say('fi', 'hours.time.hours', { hours: 2 }));
	await screenOf(her, info, 'hours-certificate-fi');
});

test('nobody finds hours of others without the role for it', async ({ browser }) => {
	const her = await signedIn(browser, 'volunteer', MINE, 'fi');
	for (const path of [THEIRS, `${THEIRS}/figures`, `${THEIRS}/figures/export`]) {
		expect((await her.goto(path))?.status(), path).toBe(403);
	}
	const adviser = await signedIn(browser, 'adviser', THEIRS, 'fi');
	await expect(adviser.getByRole('heading', { name: say('fi', 'hours.settle.title'), level: 1 })).toBeVisible();
	expect((await adviser.goto(`${THEIRS}/figures`))?.status()).toBe(403);
});
