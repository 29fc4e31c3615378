import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { expect, test } from './support/errand.ts';
import { ask, browserOf, DESKTOP, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type OwnSite, startOwnSite, temporaryFolder } from './support/site.ts';
import { say } from './support/words.ts';

let folder: string;
let site: OwnSite;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = temporaryFolder();
	site = await startOwnSite(folder);
});

test.afterAll(async () => {
	await site?.end();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('a coordinator sees how much is kept until when, in numbers alone; whoever oversees nothing sees nothing', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { site: site.address });
	const secret = unique('Моя тайна ');
	await ask(her, 'tyosuojelu', secret);
	const page = await overseer(browser, 'coordinator');
	await expect(page.getByText(say('ru', 'retention.allWell'))).toBeVisible();
	const row = page.locator('table').first().locator('tbody tr').first();
	await expect(row.locator('td').first()).toHaveText('1');
	await expect(page.getByText(secret)).toHaveCount(0);
	await screenOf(page, info, 'retention-ru');
	for (const who of ['volunteer', 'adviser', 'regional', 'funder']) {
		const other = await overseer(browser, who);
		await expect(other.getByText(say('ru', 'retention.title'))).toHaveCount(0);
		expect((await other.request.get('/staff/retention')).status(), who).toBe(403);
	}
});

test('a round that stands still alarms on the page, above the console and in /status', async ({ browser }, info) => {
	await change(`update retention_runs set began_at = began_at - interval '30 hours', finished_at = finished_at - interval '30 hours'
		where job = 'expire'`);
	const page = await overseer(browser, 'admin');
	await expect(page.getByRole('alert')).toContainText(say('ru', 'retention.round.expire'));
	await screenOf(page, info, 'retention-late-ru');
	await page.goto('/staff/accounts');
	await expect(page.getByRole('link', { name: say('ru', 'staff.keepsTooLong') })).toBeVisible();
	const status = await (await page.request.get('/status')).json();
	expect(status).toMatchObject({ degree: 0, late: ['run:expire'] });
});

async function overseer(browser: Browser, who: string): Promise<Page> {
	const page = await (await browserOf(browser, { site: site.address, viewport: DESKTOP })).newPage();
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fretention');
	await page.locator(`button[name=demo][value=${who}]`).click();
	await expect(page).toHaveURL(/\/staff\/retention$/);
	return page;
}

/** In the database of the data folder, as nothing of the site would do it. */
async function change(statement: string): Promise<void> {
	const port = fs.readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
	const password = fs.readFileSync(path.join(folder, 'postgres.password'), 'utf8').trim();
	const client = new pg.Client({ connectionString: `postgres://silta:${password}@127.0.0.1:${port}/postgres` });
	await client.connect();
	await client.query(statement);
	await client.end();
}
