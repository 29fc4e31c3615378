import fs from 'node:fs';
import path from 'node:path';
import { type Cluster, startCluster } from '../bin/postgres/cluster.ts';
import { expect, test } from './support/errand.ts';
import { ask, said, sendFirst, unique, visitor, writeOn } from './support/people.ts';
import { type OwnSite, startOwnSite, temporaryFolder } from './support/site.ts';
import { say } from './support/words.ts';

/** Its own site on its own database, which dies before their eyes and comes back when the errand says so. */
let folder: string;
let cluster: Cluster;
let site: OwnSite;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = temporaryFolder();
	cluster = await startCluster(folder);
	site = await startOwnSite(path.join(folder, 'site'), { DATABASE_URL: cluster.url });
});

test.afterAll(async () => {
	await site?.end();
	await cluster?.stop();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('while the database is gone cards, places and search stay open, and what is written is not lost, with script and without', async ({
	browser,
}) => {
	const [inTime, waiting] = [unique('Успела '), unique('Ещё не ушло ')];
	const her = await visitor(browser, { site: site.address });
	await ask(her, 'maisa', inTime);
	const other = await visitor(browser, { site: site.address, script: false });
	const first = unique('Первое слово ');
	await ask(other, 'omaolo', first);
	const third = await visitor(browser, { site: site.address, script: false });
	await third.goto('/ru/chat');

	process.kill(cluster.pid(), 'SIGKILL');

	await writeOn(her, waiting);
	await expect(said(her).filter({ hasText: waiting }).getByText(say('ru', 'chat.state.trying'))).toBeVisible();
	const reader = await visitor(browser, { site: site.address });
	for (const address of ['/ru', '/ru/services/maisa', '/fi/help-near-you', '/ru/search?q=kela', '/ru/services']) {
		expect((await reader.goto(address))?.status(), address).toBe(200);
	}
	await reader.goto('/ru/search?q=kela');
	await expect(reader.locator('main a[href="/ru/services/kela-omakela"]')).toBeVisible();

	const unsent = unique('Без скрипта ');
	await writeOn(other, unsent);
	await expect(other.getByText(say('ru', 'chat.error.database'))).toBeVisible();
	await expect(other.getByRole('textbox').filter({ hasText: unsent })).toBeVisible();
	const question = unique('Первый вопрос ');
	await third.getByLabel(say('ru', 'chat.first.label')).fill(question);
	await sendFirst(third).click();
	await expect(third.getByText(say('ru', 'chat.error.database'))).toBeVisible();
	await expect(third.getByLabel(say('ru', 'chat.first.label'))).toHaveValue(question);

	cluster.keepAlive(() => undefined);

	await expect(
		said(her).filter({ hasText: waiting }).getByText(say('ru', 'chat.state.sent'), { exact: true }),
	).toBeVisible({ timeout: 30_000 });
	await her.reload();
	await expect(said(her)).toHaveCount(2);
	for (const text of [inTime, waiting]) await expect(said(her).filter({ hasText: text })).toHaveCount(1);

	await sendFirst(third).click();
	await expect(said(third).filter({ hasText: question })).toHaveCount(1);
	await sendFirst(other).click();
	await expect(said(other).filter({ hasText: unsent })).toHaveCount(1);
	await expect(said(other).filter({ hasText: first })).toHaveCount(1);
});
