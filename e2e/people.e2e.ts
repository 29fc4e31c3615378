import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, PHONE, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const DAY_MS = 86_400_000;
const NARROW = { width: 320, height: 640 };

async function signedIn(browser: Browser, who: string, lang: Lang = 'ru', viewport = DESKTOP): Promise<Page> {
	const page = await visitor(browser, { viewport, script: false, lang });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fevents');
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page.getByRole('heading', { name: say(lang, 'planning.title'), level: 1 })).toBeVisible();
	return page;
}

const press = (page: Page, lang: Lang, key: string): Promise<void> =>
	page
		.getByRole('button', { name: say(lang, key), exact: true })
		.first()
		.click();

/** Two dates with two seats each: tomorrow, when a helper calls, and a week later. Gives the page of who comes tomorrow. */
async function planTwo(browser: Browser): Promise<string> {
	const page = await signedIn(browser, 'coordinator');
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(Date.now() + DAY_MS);
	await page.goto('/staff/events/new?activity=info-session');
	await page.locator('#title-ru').fill(`Встреча ${Date.now()}`);
	await page.locator(`[name=weekday-${new Date(`${day}T12:00:00Z`).getUTCDay() || 7}]`).check();
	await page.locator('#from').fill(day);
	await page.locator('#times').fill('2');
	await page.locator('#starts').fill('15:00');
	await page.locator('#placeId').selectOption('demo-library');
	await page.locator('[name=in-ru]').check();
	await page.locator('[name=holidays]').uncheck();
	await page.locator('[name=takesRegistration]').check();
	await page.locator('#capacity').fill('2');
	await page.locator('#walkIn').fill('0');
	await press(page, 'ru', 'planning.look');
	await press(page, 'ru', 'planning.publish');
	await page.locator('ul.list li a.name').first().click();
	return `/staff/events/people/${new URL(page.url()).pathname.split('/').at(-1)}`;
}

type Her = { name: string; seats?: string; number: string };

async function book(page: Page, lang: Lang, here: string, { name, seats = '1', number }: Her): Promise<string> {
	await page.goto(`${here}/book`);
	await page.getByLabel(say(lang, 'people.field.name')).fill(name);
	await page.getByLabel(say(lang, 'people.field.seats')).fill(seats);
	await page.getByLabel(say(lang, 'people.field.contact')).fill(number);
	await press(page, lang, 'people.book.button');
	return (await page.locator('.big').innerText()).trim();
}

test('without script: booked by telephone, a slip to take home, and the code on it cancels', async ({
	browser,
}, info) => {
	const here = await planTwo(browser);
	const desk = await signedIn(browser, 'volunteer');
	await desk.goto(`${here}/book`);
	await desk.getByLabel(say('ru', 'people.field.name')).fill('Тамара');
	await desk.getByLabel(say('ru', 'people.field.contact')).fill('040 12');
	await press(desk, 'ru', 'people.book.button');
	await expect(desk.getByText(say('ru', 'people.fault.contact.length'))).toBeVisible();
	await expect(desk.getByLabel(say('ru', 'people.field.name'))).toHaveValue('Тамара');
	await screenOf(desk, info, 'people-book-fault');
	await desk.getByLabel(say('ru', 'people.field.contact')).fill('040 123 4567');
	await press(desk, 'ru', 'people.book.button');
	await expect(desk.getByText(say('ru', 'people.slip.booked'))).toBeVisible();
	const ticket = (await desk.locator('.big').innerText()).trim();
	const code = (await desk.locator('.code-paper').innerText()).trim();
	expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
	await screenOf(desk, info, 'people-slip');

	await desk.goto(here);
	await expect(desk.getByRole('main')).toContainText('Тамара');
	await expect(desk.getByRole('main')).not.toContainText('4567');
	await desk.getByRole('link', { name: ticket }).click();
	await expect(desk.locator('a.number')).toHaveText('+358 40 123 4567');
	await screenOf(desk, info, 'people-one');

	const her = await visitor(browser, { script: false });
	await her.goto('/ru/registration');
	await her.getByRole('textbox').first().fill(code);
	await her.getByRole('main').getByRole('button').first().click();
	await expect(her.getByRole('main')).toContainText(ticket);
});

test('in the last two days a free seat is given by telephone, in turn, and the next one hears no', async ({
	browser,
}, info) => {
	const here = await planTwo(browser);
	const desk = await signedIn(browser, 'volunteer', 'fi');
	const ticket = await book(desk, 'fi', here, { name: 'Raisa', seats: '2', number: '040 111 2233' });
	await book(desk, 'fi', here, { name: 'Galina', number: '040 111 2244' });
	await expect(desk.getByText(say('fi', 'people.slip.waiting'))).toBeVisible();
	await book(desk, 'fi', here, { name: 'Nina', seats: '2', number: '040 111 2255' });
	await desk.goto(`${here}/calls`);
	await expect(desk.getByText(say('fi', 'people.calls.none'))).toBeVisible();

	await desk.goto(here);
	await desk.getByRole('link', { name: ticket }).click();
	await desk.getByText(say('fi', 'people.one.move'), { exact: true }).click();
	await press(desk, 'fi', 'people.one.moveButton');
	await expect(desk.getByText(say('fi', 'people.done.moved'))).toBeVisible();

	await desk.goto('/staff/events/people');
	await desk.locator(`a[href="${here}/calls"]`).click();
	await expect(desk.getByRole('main')).toContainText('+358 40 111 2244');
	await screenOf(desk, info, 'people-calls');
	const colleague = await signedIn(browser, 'adviser', 'ru', NARROW);
	await colleague.goto(`${here}/calls`);
	await press(desk, 'fi', 'people.answer.comes');
	await expect(desk.getByText(say('fi', 'people.called.comes'))).toBeVisible();
	await press(colleague, 'ru', 'people.answer.comes');
	await expect(colleague.getByText(say('ru', 'people.refused.called-before'))).toBeVisible();
	await screenOf(colleague, info, 'people-calls-narrow-refused');
	await desk.goto(here);
	await expect(desk.locator('ul.list').first()).toContainText('Galina');
});

test('papers for the door: no number on them, in the language of whoever holds them', async ({ browser }, info) => {
	const here = await planTwo(browser);
	const desk = await signedIn(browser, 'volunteer', 'ru', PHONE);
	const ticket = await book(desk, 'ru', here, { name: 'Тамара', number: '040 123 4567' });
	await desk.goto(`${here}/papers?paper=sign-in&in=fi`);
	const sheet = desk.locator('article');
	await expect(sheet).toHaveAttribute('lang', 'fi');
	await expect(sheet).toContainText(say('fi', 'people.signIn.walkIns'));
	await expect(sheet.getByRole('row', { name: ticket })).toContainText('Тамара');
	await expect(sheet).not.toContainText('4567');
	await desk.emulateMedia({ media: 'print' });
	await screenOf(desk, info, 'people-sign-in-print');
	await desk.goto(`${here}/papers?paper=tally&in=ru`);
	await expect(sheet.getByRole('row')).toHaveCount(18);
	await screenOf(desk, info, 'people-tally-print');
});
