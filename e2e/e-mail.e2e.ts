import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { freePort } from '../bin/postgres/cluster.ts';
import { mailServers } from '../bin/testing/mail.ts';
import type { MailServers } from '../bin/testing/mailConfig.ts';
import { expect, test } from './support/errand.ts';
import { DESKTOP, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type OwnSite, startOwnSite, temporaryFolder } from './support/site.ts';
import { say } from './support/words.ts';

test.describe.configure({ mode: 'serial' });

const FROM = 'anna@mail.test';
const QUESTION = 'Не могу войти в OmaKela, экран белый.';

let folder: string;
let servers: MailServers;
let site: OwnSite;
let address: string;
let link: string;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = temporaryFolder();
	servers = await mailServers();
	process.stdout.write(`e-mail is walked with ${servers.told}\n`);
	const port = await freePort();
	address = `http://localhost:${port}`;
	const urls = { IMAP_URL: servers.imapUrl('desk'), SMTP_URL: servers.smtpUrl, MAIL_FROM: 'desk@mail.test' };
	site = await startOwnSite(folder, { ...urls, PORT: String(port), SILTA_ADDRESS: address, MAIL_SECONDS: '1' });
});

test.afterAll(async () => {
	await site?.end();
	await servers?.stop();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('a letter is thanked for with a link, which opens the case once and gives a code', async ({ browser }, info) => {
	await servers.drop('desk', letter());
	await expect.poll(async () => linkIn((await servers.mailsOf('anna'))[0] ?? ''), { timeout: 60_000 }).toMatch(/open/);
	link = linkIn((await servers.mailsOf('anna'))[0] ?? '');

	const her = await visitor(browser, { site: address });
	await her.goto(link);
	await her.reload();
	await expect(her.getByRole('button', { name: say('ru', 'mail.open.button') })).toBeVisible();
	await screenOf(her, info, 'mail-open-ru-phone');
	expect((await new AxeBuilder({ page: her }).analyze()).violations).toEqual([]);
	await her.getByRole('button', { name: say('ru', 'mail.open.button') }).click();
	await expect(her).toHaveURL(/\/ru\/case/);
	await expect(her.getByText(QUESTION)).toBeVisible();
	await expect(her.getByText(/\d{4} \d{4} \d{4} \d{4} \d{4}/)).toBeVisible();
	await screenOf(her, info, 'mail-case-ru-phone');

	const other = await visitor(browser, { site: address, script: false, viewport: { width: 320, height: 700 } });
	await other.goto(link);
	await expect(other.getByText(say('ru', 'mail.open.over'))).toBeVisible();
	await screenOf(other, info, 'mail-over-ru-320');
});

test('somebody on the phone says where to tell her: what is wrong stays in the field, and word of the answer goes there', async ({
	browser,
}, info) => {
	const before = (await servers.mailsOf('anna')).length;
	const desk = await visitor(browser, { site: address, viewport: DESKTOP });
	await desk.goto('/staff/sign-in?next=%2Fstaff%2Fcases%2Fcontact');
	await desk.locator('button[name=demo][value=adviser]').click();
	await desk.locator('#topic').selectOption({ index: 1 });
	await desk.locator('#outcome').selectOption('not-solved');
	await desk.locator('#minutes').fill('4');
	await desk.locator('[name=opensCase]').check();
	await desk.locator('#minutes').press('Enter');
	await desk.getByRole('link', { name: say('ru', 'contact.paper.toCase') }).click();

	await desk.getByText(say('ru', 'contact.told.give')).click();
	const save = desk.getByRole('button', { name: say('ru', 'contact.told.save'), exact: true });
	await desk.locator('#address').fill('anna@');
	await save.click();
	await expect(desk.getByRole('alert')).toHaveText(say('ru', 'contact.told.fault.email'));
	await expect(desk.locator('#address')).toHaveValue('anna@');
	await screenOf(desk, info, 'case-address-ru-desktop');
	expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
	await desk.locator('#address').fill(FROM);
	await save.click();
	await expect(desk.getByRole('status')).toHaveText(say('ru', 'contact.told.done'));
	await expect(desk.getByRole('main')).not.toContainText(FROM);

	await desk.locator('#answer').fill('Код придёт по почте из банка.');
	await desk.getByRole('button', { name: say('ru', 'contact.write.answer') }).click();
	await expect.poll(async () => (await servers.mailsOf('anna')).length, { timeout: 60_000 }).toBe(before + 1);
	await desk.reload();
	await expect(desk.getByText(say('ru', 'contact.told.sent'))).toBeVisible();
});

test('a coordinator sees whether mail gets through, and since when it does not', async ({ browser }, info) => {
	const chief = await visitor(browser, { site: address, viewport: DESKTOP });
	await chief.goto('/staff/sign-in?next=%2Fstaff%2Fmail');
	await chief.locator('button[name=demo][value=coordinator]').click();
	await expect(chief).toHaveURL(/\/staff\/mail$/);
	await expect(chief.getByRole('row', { name: say('ru', 'mail.desk.became.case') })).toContainText('1');
	await expect(chief.getByText(say('ru', 'mail.desk.noneWaiting'))).toBeVisible();
	await screenOf(chief, info, 'mail-desk-ru-desktop');
	expect((await new AxeBuilder({ page: chief }).analyze()).violations).toEqual([]);

	await servers.setUp(false);
	const away = async (): Promise<unknown> => (await (await fetch(`${address}/status`)).json()).away;
	await expect.poll(away, { timeout: 30_000 }).toEqual(['mailbox']);
	await chief.reload();
	await expect(chief.getByText(say('ru', 'mail.desk.trouble.unreachable'))).toBeVisible();
	await screenOf(chief, info, 'mail-away-ru-desktop');
	await servers.setUp(true);
	await expect.poll(away, { timeout: 30_000 }).toEqual([]);
});

test('a volunteer does not see where the mailbox stands', async ({ browser }) => {
	const vera = await visitor(browser, { site: address });
	await vera.goto('/staff/sign-in?next=%2Fstaff');
	await vera.locator('button[name=demo][value=volunteer]').click();
	await expect(vera).toHaveURL(/\/staff/);
	expect((await vera.goto('/staff/mail'))?.status()).toBe(403);
});

function letter(): string {
	const head = `Message-ID: <errand@mail.test>\r\nFrom: Anna <${FROM}>\r\nSubject: Kela\r\nMIME-Version: 1.0\r\n`;
	return `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${QUESTION}\r\n`;
}

/** Also where the line was broken for the way. */
function linkIn(mail: string): string {
	const plain = /^Content-Transfer-Encoding: base64/im.test(mail)
		? Buffer.from(
				mail
					.split(/\r?\n\r?\n/)
					.slice(1)
					.join(''),
				'base64',
			).toString('utf8')
		: mail.replace(/=\r?\n/g, '');
	return /http:\/\/localhost:\d+\/ru\/open\/[\w-]+/.exec(plain)?.[0] ?? '';
}
