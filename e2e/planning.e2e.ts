import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };
const DAY_MS = 86_400_000;

async function planner(browser: Browser, lang: Lang, viewport = DESKTOP): Promise<Page> {
	const page = await visitor(browser, { viewport, script: false, lang });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fevents');
	await page.locator('button[name=demo][value=coordinator]').click();
	await expect(page.getByRole('heading', { name: say(lang, 'planning.title'), level: 1 })).toBeVisible();
	return page;
}

const press = (page: Page, lang: Lang, key: string): Promise<void> =>
	page.getByRole('button', { name: say(lang, key), exact: true }).click();

/** A day so many days from now, and its weekday, as they are in Finland. */
function inDays(days: number): { day: string; weekday: string } {
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now() + days * DAY_MS);
	return { day, weekday: String(new Date(`${day}T12:00:00Z`).getUTCDay() || 7) };
}

/** Fills in what is asked first; the weekday is that of the first day. */
async function fillClub(page: Page, name: string): Promise<void> {
	const { day, weekday } = inDays(10);
	await page.locator('#title-ru').fill(`Клуб ${name}`);
	await page.locator('#title-fi').fill(`Kerho ${name}`);
	await page.locator(`[name=weekday-${weekday}]`).check();
	await page.locator('#from').fill(day);
	await page.locator('#times').fill('4');
	await page.locator('#starts').fill('12:00');
	await page.locator('#placeId').selectOption('demo-library');
	await page.locator('[name=in-ru]').check();
	await page.locator('[name=holidays]').uncheck();
}

const dates = (page: Page): Locator => page.locator('ul.list li a.name');

async function planClub(page: Page, lang: Lang, name: string): Promise<string> {
	await page.goto('/staff/events/new?activity=club');
	await fillClub(page, name);
	await press(page, lang, 'planning.look');
	await press(page, lang, 'planning.publish');
	await expect(page.getByText(say(lang, 'planning.done.planned'))).toBeVisible();
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

test('without script: a season is planned, everything typed survives a mistake, and it is public', async ({
	browser,
}, info) => {
	const page = await planner(browser, 'ru');
	await page.getByRole('link', { name: say('ru', 'planning.new') }).click();
	await page.getByRole('link', { name: 'Клуб', exact: true }).click();
	const name = String(Date.now());
	await fillClub(page, name);
	await page.locator('#placeId').selectOption('');
	await press(page, 'ru', 'planning.look');
	await expect(page.getByText(say('ru', 'planning.fault.place'))).toBeVisible();
	await expect(page.locator('#title-fi')).toHaveValue(`Kerho ${name}`);
	await screenOf(page, info, 'planning-fault');
	await page.locator('#placeId').selectOption('demo-library');
	await press(page, 'ru', 'planning.look');
	await expect(page.locator('ol.days li')).toHaveCount(4);
	await expect(page.locator('dd[lang=fi]')).toContainText(/joka \S+ klo 12–14/);
	await screenOf(page, info, 'planning-preview');
	await press(page, 'ru', 'planning.again');
	await expect(page.locator('#title-ru')).toHaveValue(`Клуб ${name}`);
	await press(page, 'ru', 'planning.look');
	await press(page, 'ru', 'planning.publish');
	await expect(dates(page)).toHaveCount(4);

	const her = await visitor(browser, { lang: 'fi', script: false, viewport: NARROW });
	const id = new URL(page.url()).pathname.split('/').at(-1);
	await expect(async () => {
		await her.goto(`/fi/events/${id}`);
		await expect(her.getByRole('heading', { level: 1 })).toContainText(`Kerho ${name}`, { timeout: 1_000 });
	}).toPass();
});

test('one date moves, one is cancelled with a reason, and the rest goes to another place', async ({
	browser,
}, info) => {
	const page = await planner(browser, 'fi', NARROW);
	const id = await planClub(page, 'fi', String(Date.now()));
	await dates(page).first().click();
	await page.getByRole('link', { name: say('fi', 'planning.deed.change') }).click();
	await page.locator('#starts').fill('15:30');
	await press(page, 'fi', 'planning.do.change');
	await expect(page.locator('.when')).toContainText('klo 15.30–17.30');
	await expect(page.getByText(say('fi', 'planning.planned'))).toContainText('klo 12–14');

	await page.goto(`/staff/events/${id}`);
	await dates(page).nth(1).click();
	await page.getByRole('link', { name: say('fi', 'planning.deed.cancel') }).click();
	await page.locator('#reason-fi').fill('Vetäjä on sairaana');
	await press(page, 'fi', 'planning.do.cancel');
	await expect(page.getByText(say('fi', 'planning.fault.needed'))).toBeVisible();
	await expect(page.locator('#reason-fi')).toHaveValue('Vetäjä on sairaana');
	await page.locator('#cause').selectOption('staff');
	await press(page, 'fi', 'planning.do.cancel');
	await expect(page.getByText(say('fi', 'planning.done.cancel'))).toBeVisible();
	await screenOf(page, info, 'planning-cancelled');

	await page.goto(`/staff/events/${id}`);
	await dates(page).nth(2).click();
	await page.getByRole('link', { name: say('fi', 'planning.deed.following') }).click();
	await page.locator('#placeId').selectOption('demo-employment');
	await press(page, 'fi', 'planning.look');
	await expect(page.getByText(/Muuttuu 2 kertaa/)).toBeVisible();
	await press(page, 'fi', 'planning.save');
	await expect(page.getByText(say('fi', 'planning.done.changed'))).toBeVisible();
	await expect(dates(page)).toHaveCount(2);
	await goOnTheNet(page);
	await page.getByRole('link', { name: say('fi', 'planning.before') }).click();
	await expect(dates(page)).toHaveCount(2);
});

/** The whole rest of it: why is asked before anything is saved, and stands at each date. */
async function goOnTheNet(page: Page): Promise<void> {
	const rest = new URL(page.url()).pathname;
	await page.goto(`${rest}/edit`);
	await page.locator('[name=mode][value=online]').check();
	await page.locator('#link').fill('https://video.example/demo');
	await press(page, 'fi', 'planning.look');
	await press(page, 'fi', 'planning.save');
	await expect(page.getByText(say('fi', 'planning.fault.needed'))).toBeVisible();
	await page.locator('#cause').selectOption('epidemic');
	await press(page, 'fi', 'planning.save');
	await expect(page.getByText(say('fi', 'planning.done.changed'))).toBeVisible();
	await dates(page).first().click();
	await expect(page.getByText(say('fi', 'planning.cause.epidemic'))).toBeVisible();
	await expect(page.getByText(say('fi', 'planning.planned'))).toBeVisible();
	await page.goto(rest);
}

test('of two who save at once the second is told, and finds what she typed', async ({ browser }) => {
	const first = await planner(browser, 'ru');
	const id = await planClub(first, 'ru', String(Date.now()));
	const second = await planner(browser, 'ru');
	for (const page of [first, second]) await page.goto(`/staff/events/${id}/edit`);
	for (const [page, starts] of [
		[first, '13:00'],
		[second, '16:00'],
	] as const) {
		await page.locator('#starts').fill(starts);
		await press(page, 'ru', 'planning.look');
		await press(page, 'ru', 'planning.save');
	}
	await expect(second.getByText(say('ru', 'planning.refused.changed-meanwhile'))).toBeVisible();
	await press(second, 'ru', 'planning.save');
	await expect(second.getByText(say('ru', 'planning.done.changed'))).toBeVisible();
	await expect(dates(second).first()).toContainText('16:00–18:00');
});
