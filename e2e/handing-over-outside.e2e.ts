import fs from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { everybodyLeaves } from './support/errand.ts';
import { accept } from './support/invited.ts';
import {
	answer,
	answerField,
	ask,
	browserOf,
	claim,
	codeOf,
	deskListens,
	DESKTOP,
	said,
	unique,
	visitor,
} from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type OwnSite, silta, startOwnSite, temporaryFolder } from './support/site.ts';
import { say } from './support/words.ts';

/** Two organisations of one network on one site. */
test.describe.configure({ mode: 'serial' });

const NORTH = 'Pohjoisen Silta';
let folder: string;
let site: OwnSite;
let ours: Page;
let theirs: Page;

test.beforeAll(async ({ browser }) => {
	test.setTimeout(240_000);
	folder = temporaryFolder();
	const link = (...args: string[]): string =>
		silta(folder, ...args, '--language', 'ru').match(/\/staff\/invitation\/\S+/)?.[0] ?? '';
	const first = link('setup', '--organisation', 'etela', '--name', 'Etelän Silta', '--administrator', 'eeva');
	const second = link('organisation', '--organisation', 'pohjoinen', '--name', NORTH, '--coordinator', 'pekka');
	site = await startOwnSite(folder);
	ours = await atDesk(browser, first);
	theirs = await atDesk(browser, second);
});

test.afterAll(async ({ browser }) => {
	await everybodyLeaves(browser);
	await site?.end();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('another organisation learns a language and a topic when the visitor says yes, reads when it accepts, and the first one no more', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { site: site.address });
	const secret = unique('Моя тайна ');
	const about = await ask(her, 'edunvalvonta', secret);
	await claim(ours, about);
	const [own, along] = [unique('Только для своих '), unique('Нужна встреча у вас ')];
	const notes = (desk: Page) => desk.locator('section[aria-labelledby="notes"]');
	await notes(ours).getByRole('textbox').fill(own);
	await notes(ours)
		.getByRole('button', { name: say('ru', 'desk.notes.write') })
		.click();
	await expect(notes(ours).getByText(own)).toBeVisible();

	await offerOutside(ours, along);
	await expect(ours.getByText(/Спрашиваем посетителя/)).toBeVisible();
	const offers = theirs.locator('section[aria-labelledby="offers"]');
	await expect(offers).toHaveCount(0);
	await screenOf(her, info, 'chat-asked-outside');
	await her.getByRole('button', { name: say('ru', 'chat.consent.yes') }).click();

	await expect(offers).toContainText(/Etelän Silta.*русский.*Долги|Etelän Silta/);
	for (const words of [secret, own, along]) await expect(theirs.getByText(words)).toHaveCount(0);
	await screenOf(theirs, info, 'desk-offered-outside');
	await offers.getByRole('button', { name: say('ru', 'desk.offers.accept') }).click();

	await expect(answerField(theirs)).toBeVisible();
	await expect(said(theirs).filter({ hasText: secret })).toBeVisible();
	await expect(notes(theirs).getByText(along)).toBeVisible();
	await expect(theirs.getByText(own)).toHaveCount(0);
	await expect(ours.getByText(say('ru', 'desk.talk.moved'))).toBeVisible();
	await expect(ours.getByText(secret)).toHaveCount(0);
	await expect(her.getByText(new RegExp(NORTH)).first()).toBeVisible();
	const reply = unique('Приходите к нам ');
	await answer(theirs, reply);
	await expect(said(her).filter({ hasText: reply })).toBeVisible();
});

test('without script she is asked by a form; with a no everything stays where it was', async ({ browser }) => {
	const her = await visitor(browser, { site: site.address, script: false });
	const secret = unique('Ещё тайна ');
	const about = await ask(her, 'dvv-perhe', secret);
	await claim(ours, about);
	await offerOutside(ours, 'Может быть, вы?');
	await expect(ours.getByText(/Спрашиваем посетителя/)).toBeVisible();
	await her.goto('/ru/chat');
	await her.getByRole('button', { name: say('ru', 'chat.consent.no') }).click();
	await expect(her.getByRole('button', { name: say('ru', 'chat.consent.yes') })).toBeHidden();
	await expect(ours.getByText(/Посетитель не захотел/)).toBeVisible();
	await expect(answerField(ours)).toBeVisible();
	await expect(theirs.locator('section[aria-labelledby="offers"]')).toHaveCount(0);
});

test('whoever has a code from a paper goes on at another organisation: what was written for her comes along, notes do not', async () => {
	const [first, second] = [await ours.context().newPage(), await theirs.context().newPage()];
	const [own, hers] = [unique('Только для своих '), unique('Возьмите паспорт ')];
	const press = (page: Page, key: string) =>
		page
			.getByRole('button', { name: say('ru', key) })
			.first()
			.click();
	await first.goto('/staff/cases/contact');
	await first.locator('#topic').selectOption({ index: 2 });
	await first.locator('#outcome').selectOption('not-solved');
	await first.locator('#minutes').fill('15');
	await first.locator('#note').fill(own);
	await first.locator('#answer').fill(hers);
	await press(first, 'contact.record.save');
	await press(first, 'contact.paper.make');
	const code = await codeOf(first);

	await second.goto('/staff/cases');
	await second.locator('#code').fill(code);
	await press(second, 'contact.code.open');
	await expect(second.getByRole('heading', { name: /Etelän Silta/ })).toBeVisible();
	await expect(second.getByText(hers)).toHaveCount(0);
	await screenOf(second, test.info(), 'case-elsewhere');
	await press(second, 'contact.elsewhere.bring');
	await expect(second.getByText(hers)).toBeVisible();
	await expect(second.getByText(own)).toHaveCount(0);
	const gone = await first.goto(new URL(second.url()).pathname);
	expect(gone?.status()).toBe(404);
});

async function atDesk(browser: Browser, invitation: string): Promise<Page> {
	const context = await browserOf(browser, { site: site.address, viewport: DESKTOP });
	const page = await context.newPage();
	await accept(page, invitation, 'Мост через тихую реку');
	const listens = deskListens(page);
	await page.goto('/staff/desk');
	await listens;
	return page;
}

async function offerOutside(desk: Page, note: string): Promise<void> {
	await desk.getByRole('button', { name: say('ru', 'desk.handover.open') }).click();
	await desk.locator('#to').selectOption({ label: `${NORTH}: ${NORTH}` });
	await desk.locator('#handover-topic').selectOption('money');
	await desk.locator('#handover-note').fill(note);
	await desk.getByRole('button', { name: say('ru', 'desk.handover.offer') }).click();
}
