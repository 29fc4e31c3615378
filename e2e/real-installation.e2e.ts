import fs from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import {
	answer,
	ask,
	browserOf,
	claim,
	codeOf,
	comeBack,
	deskListens,
	DESKTOP,
	said,
	sendFirst,
	unique,
	visitor,
} from './support/people.ts';
import { accept } from './support/invited.ts';
import { type OwnSite, silta, startOwnSite, temporaryFolder } from './support/site.ts';
import { say } from './support/words.ts';

const ADMINISTRATOR = { shortName: 'hallinto', password: 'Silta kantaa yli veden' };
const VOLUNTEER = { shortName: 'vera', chosenName: 'Вера', password: 'Мост через тихую реку' };
const STEP_MS = 30_000;

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One installation, as an association makes it, and what its people do there one after the other. */
test.describe.configure({ mode: 'serial' });

let folder: string;
let site: OwnSite;
let invitation: string;
let administrator: SignedIn;
let volunteer: SignedIn;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = temporaryFolder();
	const organisation = ['--organisation', 'kuopion-silta', '--name', 'Kuopion Silta'];
	const printed = silta(
		folder,
		'setup',
		...organisation,
		'--administrator',
		ADMINISTRATOR.shortName,
		'--language',
		'ru',
	);
	invitation = printed.match(/\/staff\/invitation\/\S+/)?.[0] ?? '';
	site = await startOwnSite(folder);
});

test.afterAll(async () => {
	await site?.end();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('the administrator of a new installation invites a volunteer, who signs in with password and code, promises, and reaches the desk', async ({
	browser,
}) => {
	const chief = await staffPage(browser);
	await chief.goto('/staff/sign-in');
	await expect(chief.locator('button[name=demo]')).toHaveCount(0);
	await accept(chief, invitation, ADMINISTRATOR.password);
	await chief.goto('/staff/accounts');
	await chief.locator('#chosenName').fill(VOLUNTEER.chosenName);
	await chief.locator('#shortName').fill(VOLUNTEER.shortName);
	await chief.locator('#role').selectOption('volunteer');
	await chief.getByRole('button', { name: say('ru', 'identity.accounts.add'), exact: true }).click();
	const link = await chief.locator('code.address').innerText();
	administrator = await chief.context().storageState();

	const vera = await staffPage(browser);
	const key = await accept(vera, link.trim(), VOLUNTEER.password);
	await expect(vera).toHaveURL(/\/staff\/pledge$/);
	await vera.getByRole('button', { name: say('ru', 'staff.signOut') }).click();

	// The code of this half-minute was spent on the invitation; the next one is good already, and then never again.
	const code = key.generate({ timestamp: Date.now() + STEP_MS });
	await signIn(vera, code);
	await vera.getByRole('button', { name: say('ru', 'identity.pledge.agree') }).click();
	await expect(vera).toHaveURL(/\/staff\/desk$/);
	await expect(vera.getByRole('heading', { name: say('ru', 'desk.queue.waiting') })).toBeVisible();
	volunteer = await vera.context().storageState();

	const thief = await staffPage(browser);
	await signIn(thief, code);
	await expect(thief.getByText(say('ru', 'identity.refused.wrong'))).toBeVisible();
	await thief.goto('/staff/desk');
	await expect(thief).toHaveURL(/\/staff\/sign-in/);
});

test('while the desk is closed a question is left, and answered later; she reads the answer with her code', async ({
	browser,
}) => {
	const question = unique('Как продлить паспорт ');
	const her = await visitor(browser, { site: site.address, script: false });
	await her.goto('/ru/chat');
	await expect(sendFirst(her)).toHaveText(say('ru', 'chat.question.send'));
	const about = await ask(her, 'poliisi-luvat', question);
	const code = await codeOf(her);
	await her.context().close();

	const vera = await staffPage(browser, volunteer);
	const listens = deskListens(vera);
	await vera.goto('/staff/desk');
	await listens;
	await expect(vera.locator('li.person').filter({ hasText: about })).toContainText(say('ru', 'desk.kind.question'));
	await claim(vera, about);
	const reply = unique('Запишитесь на приём ');
	await answer(vera, reply);

	const later = await visitor(browser, { site: site.address });
	await comeBack(later, code);
	await expect(said(later).filter({ hasText: reply })).toContainText(VOLUNTEER.chosenName);
});

test('a coordinator changes the opening hours, and the public home says so within seconds', async ({ browser }) => {
	const home = await visitor(browser, { site: site.address });
	await home.goto('/ru');
	await expect(home.getByRole('main')).toContainText(say('ru', 'site.ask.closed'));

	const chief = await staffPage(browser, administrator);
	await chief.goto('/staff/hours');
	const today = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Helsinki' }).format(Date.now());
	const weekday = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].indexOf(today) + 1;
	const form = chief.locator('form[action="?/add"]');
	await form.locator('[name=weekday]').selectOption(String(weekday));
	await form.locator('[name=opens]').fill('00:00');
	await form.locator('[name=closes]').fill('23:59');
	await form.getByRole('button').click();
	await expect(chief.getByText('0:00–23:59')).toBeVisible();

	const open = say('ru', 'site.ask.openUntil', { time: '23:59' });
	await expect(async () => {
		await home.reload();
		await expect(home.getByRole('main')).toContainText(open, { timeout: 100 });
	}).toPass({ timeout: 5_000 });
	await home.goto('/ru/chat');
	await expect(sendFirst(home)).toHaveText(say('ru', 'chat.first.send'));
});

async function staffPage(browser: Browser, storageState?: SignedIn): Promise<Page> {
	const context = await browserOf(browser, { site: site.address, viewport: DESKTOP });
	if (storageState) await context.addCookies(storageState.cookies);
	return context.newPage();
}

async function signIn(page: Page, code: string): Promise<void> {
	await page.goto('/staff/sign-in');
	await page.locator('#shortName').fill(VOLUNTEER.shortName);
	await page.locator('#password').fill(VOLUNTEER.password);
	await page.locator('#code').fill(code);
	await page.getByRole('button', { name: say('ru', 'identity.signIn.submit'), exact: true }).click();
}
