import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { ask, said, unique, visitor, writeOn } from './support/people.ts';
import { say } from './support/words.ts';

const OUTSIDE = 'https://www.ilmatieteenlaitos.fi/';

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';
	test(`${how}: whoever leaves quickly sees the weather, and neither the browser nor its back button knows of the conversation`, async ({
		browser,
	}) => {
		const secret = unique('Муж читает мой телефон ');
		const her = await visitor(browser, { script });
		await weatherAtHome(her.context(), her);
		await ask(her, script ? 'hsl' : 'vilkku', secret);
		await writeOn(her, `${secret} и ещё`);
		await expect(said(her).filter({ hasText: 'и ещё' })).toBeVisible();
		if (script) await keepSomething(her);
		expect((await her.context().cookies()).map(({ name }) => name)).toContain('silta_visitor');

		await her.getByRole('link', { name: say('ru', 'chat.leave') }).click();
		await expect(her).toHaveURL(OUTSIDE);
		await expect(her.getByText('The weather')).toBeVisible();
		expect(await her.context().cookies()).toEqual([]);

		await her.goBack();
		await expect(her.locator('body')).not.toContainText(secret);
		await her.goto('/ru/chat');
		await expect(her.getByLabel(say('ru', 'chat.first.label'))).toHaveValue('');
		await expect(her.locator('body')).not.toContainText(secret);
		if (script) expect(await her.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
	});
}

/** The page outside is answered here: nothing leaves the machine. */
async function weatherAtHome(context: BrowserContext, page: Page): Promise<void> {
	const browser = await context.newCDPSession(page);
	await browser.send('Fetch.enable', { patterns: [{ urlPattern: `${OUTSIDE}*` }] });
	browser.on('Fetch.requestPaused', ({ requestId }) => {
		const body = Buffer.from('<!doctype html><title>Weather</title><h1>The weather</h1>').toString('base64');
		const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
		void browser.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
	});
}

async function keepSomething(page: Page): Promise<void> {
	await page.evaluate(() => {
		localStorage.setItem('left', 'behind');
		sessionStorage.setItem('left', 'behind');
	});
}
