import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, PHONE, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const DAY_MS = 86_400_000;
/** Hours in which nobody else of the demonstration has a shift, another one with every run. */
const early = 1 + (Math.floor(Date.now() / 60_000) % 4);
const dayIn = (days: number): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now() + days * DAY_MS);
const turn = Math.floor(Date.now() / 1_000);
const day = dayIn(10 + (turn % 25));
/** Another one, for those who exchange. */
const soon = dayIn(3 + (turn % 7));
const soonAgain = dayIn(3 + ((turn + 3) % 7));

async function signedIn(
	browser: Browser,
	who: string,
	{ lang = 'ru' as Lang, viewport = DESKTOP } = {},
): Promise<Page> {
	const page = await visitor(browser, { viewport, script: false, lang });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fshifts');
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page.getByRole('heading', { name: say(lang, 'shifts.title'), level: 1 })).toBeVisible();
	return page;
}

const press = (page: Page, lang: Lang, key: string): Promise<void> =>
	page
		.getByRole('main')
		.getByRole('button', { name: say(lang, key), exact: true })
		.first()
		.click();

/** One shift at the desk, by the form; gives its address for those who take it. */
async function addShift(browser: Browser, hour: number, on = day): Promise<string> {
	const page = await signedIn(browser, 'coordinator');
	await page.goto('/staff/volunteers/shifts/new');
	const id = await page.locator('input[name=id]').inputValue();
	await page.locator('#at').selectOption('desk/demo-kuopio');
	await page.locator('#day').fill(on);
	await page.locator('#starts').fill(`0${hour}:00`);
	await press(page, 'ru', 'shifts.save');
	await expect(page.getByText(say('ru', 'shifts.fault.time'))).toBeVisible();
	await page.locator('#ends').fill(`0${hour}:45`);
	await page.locator('#work').selectOption('chat');
	await press(page, 'ru', 'shifts.save');
	await expect(page.getByRole('status')).toHaveText(say('ru', 'shifts.saved'));
	return `/staff/shifts/${id}`;
}

test('without script: one takes a shift, gives it on, and it is hers until the other has taken it over', async ({
	browser,
}, info) => {
	const shift = await addShift(browser, early);
	const her = await signedIn(browser, 'volunteer', { viewport: PHONE });
	await her.goto(shift);
	await press(her, 'ru', 'taking.do.take');
	await expect(her.getByRole('status')).toHaveText(say('ru', 'taking.done.taken'));
	await screenOf(her, info, 'shifts-own');
	await her.goto(shift);
	await expect(her.getByRole('main')).toContainText(say('ru', 'shifts.yours'));
	await screenOf(her, info, 'shifts-one');
	await press(her, 'ru', 'shifts.giveOn.button');
	await expect(her.getByRole('status')).toHaveText(say('ru', 'taking.done.given-on'));
	await her.goto(shift);
	await expect(her.getByRole('main')).toContainText(say('ru', 'taking.searching'));

	const other = await signedIn(browser, 'adviser', { lang: 'fi' });
	await other.locator(`a[href="${shift}"]`).click();
	await press(other, 'fi', 'taking.do.over');
	await expect(other.getByRole('status')).toHaveText(say('fi', 'taking.done.taken'));
	await screenOf(other, info, 'shifts-taken-over');
	await other.goto(shift);
	await expect(other.getByRole('main')).toContainText(say('fi', 'shifts.yours'));

	await her.goto(shift);
	await expect(her.getByRole('main')).toContainText(say('ru', 'taking.why.full'));
});

test('without script: a pause is not begun before something is said of each shift', async ({ browser }, info) => {
	const shift = await addShift(browser, early + 4);
	const her = await signedIn(browser, 'adviser', { viewport: { width: 320, height: 640 } });
	await her.goto(shift);
	await press(her, 'ru', 'taking.do.take');
	await her.goto('/staff/shifts/pause');
	await press(her, 'ru', 'shifts.pause.button');
	await expect(her.getByRole('alert')).toHaveText(say('ru', 'taking.why.choose'));
	await screenOf(her, info, 'shifts-pause');
	for (const box of await her.locator('input[value=give-on]').all()) await box.check();
	await press(her, 'ru', 'shifts.pause.button');
	await expect(her.getByRole('status')).toHaveText(say('ru', 'taking.done.paused'));
	await her.goto(shift);
	await expect(her.getByRole('main')).toContainText(say('ru', 'shifts.yours'));
	await her.goto('/staff/shifts/pause');
	await press(her, 'ru', 'shifts.back');
	await her.goto(shift);
	await press(her, 'ru', 'taking.do.keep');
	await expect(her.getByRole('status')).toHaveText(say('ru', 'taking.done.kept'));
});

/** It is hers, and her place in it is this. */
async function taken(page: Page, lang: Lang, shift: string): Promise<string> {
	await page.goto(shift);
	await press(page, lang, 'taking.do.take');
	await expect(page.getByRole('status')).toHaveText(say(lang, 'taking.done.taken'));
	await page.goto(shift);
	return page.locator('input[name=assignment]').first().inputValue();
}

test('without script: two exchange their shifts at one yes; until then each has her own', async ({ browser }, info) => {
	const [first, second] = [await addShift(browser, early, soon), await addShift(browser, early + 4, soon)];
	const her = await signedIn(browser, 'volunteer', { viewport: PHONE });
	const other = await signedIn(browser, 'adviser', { lang: 'fi' });
	await taken(her, 'ru', first);
	const theirs = await taken(other, 'fi', second);

	await her.goto(first);
	await her.locator('#other').selectOption(theirs);
	await screenOf(her, info, 'shifts-exchange');
	await press(her, 'ru', 'taking.do.propose');
	await expect(her.getByRole('status')).toHaveText(say('ru', 'taking.done.exchange'));
	await her.goto(first);
	await expect(her.getByRole('main')).toContainText(say('ru', 'shifts.yours'));
	await expect(her.getByRole('main')).toContainText(say('ru', 'taking.exchange.until'));

	await other.goto(first);
	await screenOf(other, info, 'shifts-exchange-asked');
	await press(other, 'fi', 'taking.do.exchange');
	await expect(other.getByRole('status')).toHaveText(say('fi', 'taking.done.exchanged'));
	await other.goto(first);
	await expect(other.getByRole('main')).toContainText(say('fi', 'shifts.yours'));
	await her.goto(second);
	await expect(her.getByRole('main')).toContainText(say('ru', 'shifts.yours'));
});

test('by her link, on a narrow telephone, she says no to one exchange and yes to the next', async ({
	browser,
}, info) => {
	const [first, second] = [await addShift(browser, early, soonAgain), await addShift(browser, early + 4, soonAgain)];
	const her = await signedIn(browser, 'volunteer', { viewport: PHONE });
	const other = await signedIn(browser, 'adviser', { lang: 'fi' });
	await taken(her, 'ru', first);
	const theirs = await taken(other, 'fi', second);
	await other.goto('/staff/shifts/link');
	await other.locator('form[action="?/link"] button').click();
	const phone = await visitor(browser, { viewport: { width: 320, height: 640 }, script: false, lang: 'fi' });
	await phone.goto((await other.locator('code.address').textContent()) ?? '');

	for (const [answer, said] of [
		['refuse', 'refused'],
		['exchange', 'exchanged'],
	] as const) {
		await her.goto(first);
		await her.locator('#other').selectOption(theirs);
		await press(her, 'ru', 'taking.do.propose');
		await phone.goto('/fi/own');
		await screenOf(phone, info, `own-exchange-${answer}`);
		await press(phone, 'fi', `taking.do.${answer}`);
		await expect(phone.getByRole('status')).toHaveText(say('fi', `taking.done.${said}`));
	}
	await her.goto(second);
	await expect(her.getByRole('main')).toContainText(say('ru', 'shifts.yours'));
	await other.goto(first);
	await expect(other.getByRole('main')).toContainText(say('fi', 'shifts.yours'));
});
