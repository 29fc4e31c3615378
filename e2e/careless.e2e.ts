import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import {
	ask,
	browserOf,
	codeOf,
	comeByCard,
	helper,
	PHONE,
	said,
	sendFirst,
	unique,
	visitor,
	writeFirst,
	writeOn,
} from './support/people.ts';
import { LANGUAGES, say } from './support/words.ts';

const LONGEST = 4_000;

test('an empty or over-long first message is told in a sentence, and what was written stays', async ({ browser }) => {
	const her = await visitor(browser, { script: false });
	await her.goto('/ru/chat');
	await writeFirst(her, '   ');
	await expect(her.getByText(say('ru', 'chat.error.empty'))).toBeVisible();

	const long = `${unique('Очень длинно ')}${' и ещё слово'.repeat(LONGEST / 10)}`;
	await writeFirst(her, long);
	await expect(her.getByText(say('ru', 'chat.error.too-long', { count: LONGEST }))).toBeVisible();
	await expect(her.getByLabel(say('ru', 'chat.first.label'))).toHaveValue(long);

	await writeFirst(her, long.slice(0, LONGEST));
	await expect(said(her)).toHaveCount(1);
	await writeOn(her, long);
	await expect(her.getByText(say('ru', 'chat.error.too-long', { count: LONGEST }))).toBeVisible();
	await expect(her.getByLabel(say('ru', 'chat.compose.label'))).toHaveValue(long);
});

test('a message that is too long for the conversation says how long one may be, and goes back into the field', async ({
	browser,
}) => {
	const her = await visitor(browser);
	await ask(her, 'omaposti', unique('Длинное '));
	const long = 'Ж'.repeat(LONGEST + 1);
	await writeOn(her, long);
	await expect(said(her).last()).toContainText(say('ru', 'chat.error.too-long', { count: LONGEST }));
	await expect(her.getByLabel(say('ru', 'chat.compose.label'))).toHaveValue(long);
});

test('a slip of the pen in the code, a code that leads nowhere, and a way back that has run out are told apart, and nothing typed is lost', async ({
	browser,
}) => {
	const her = await visitor(browser, { script: false });
	await her.goto('/ru/chat');
	const right = `${'0'.repeat(18)}18`;
	for (const [typed, sentence] of [
		['1234', 'code'],
		[`${right.slice(0, -1)}7`, 'code'],
		[right, 'unknown-code'],
	]) {
		await her.getByLabel(say('ru', 'chat.return.label')).fill(typed ?? '');
		await her.getByRole('button', { name: say('ru', 'chat.return.button') }).click();
		await expect(her.getByText(say('ru', `chat.error.${sentence}`))).toBeVisible();
		await expect(her.getByLabel(say('ru', 'chat.return.label'))).toHaveValue(typed ?? '');
	}

	const words = unique('Моё длинное письмо ');
	await ask(her, 'yki', unique('Когда экзамен '));
	await her.context().addCookies([{ name: 'silta_visitor', value: 'x'.repeat(43), domain: 'localhost', path: '/' }]);
	await writeOn(her, words);
	await expect(her.getByText(say('ru', 'chat.error.missing'))).toBeVisible();
	await expect(her.getByLabel(say('ru', 'chat.first.label'))).toHaveValue(words);
	await sendFirst(her).click();
	await expect(said(her).filter({ hasText: words })).toBeVisible();
});

test('another text in a form that was sent already is not lost: it stands before her, and goes out as a message of its own', async ({
	browser,
}) => {
	const her = await visitor(browser, { script: false });
	await comeByCard(her, 'wilma');
	const first = unique('Как войти ');
	const opening = await keyOf(her);
	await writeFirst(her, first);
	await expect(said(her).filter({ hasText: first })).toBeVisible();

	await her.context().clearCookies();
	await her.goto('/ru/chat');
	await setKey(her, opening);
	const [second, third] = [unique('Нет, другое '), unique('И ещё третье ')];
	await writeFirst(her, second);
	await isAskedToSend(her, second);
	await expect(said(her).filter({ hasText: first })).toBeVisible();
	const sending = await keyOf(her);
	await her.getByRole('button', { name: say('ru', 'chat.compose.send'), exact: true }).click();
	await expect(said(her).filter({ hasText: second })).toBeVisible();

	await setKey(her, sending);
	await writeOn(her, third);
	await isAskedToSend(her, third);
	await her.getByRole('button', { name: say('ru', 'chat.compose.send'), exact: true }).click();
	await expect(said(her).filter({ hasText: third })).toHaveCount(1);
	await expect(said(her).filter({ hasText: second })).toHaveCount(1);
});

test('a form that is sent twice opens one conversation, and two tabs show the same one', async ({ browser }) => {
	const question = unique('Как войти в Wilma ');
	const context = await browserOf(browser, { viewport: PHONE });
	const her = await context.newPage();
	const about = await comeByCard(her, 'wilma');
	const desk = await helper(browser, 'coordinator');
	const asked = desk.locator('li.person').filter({ hasText: about });
	const before = await asked.count();
	await her.getByLabel(say('ru', 'chat.first.label')).fill(question);
	await sendFirst(her).dblclick();
	await expect(said(her).filter({ hasText: question })).toHaveCount(1);
	const code = await codeOf(her);
	await her.goBack();
	await her.reload();
	if (await her.getByLabel(say('ru', 'chat.first.label')).isVisible()) await writeFirst(her, question);
	await her.goto('/ru/chat');
	await expect(said(her).filter({ hasText: question })).toHaveCount(1);
	expect(await codeOf(her)).toBe(code);

	await expect(asked).toHaveCount(before + 1);

	const tab = await context.newPage();
	await tab.goto('/ru/chat');
	await expect(said(tab).filter({ hasText: question })).toHaveCount(1);
	const more = unique('Из второй вкладки ');
	await writeOn(tab, more);
	await expect(said(her).filter({ hasText: more })).toHaveCount(1);
	const last = unique('Из первой вкладки ');
	await writeOn(her, last);
	await expect(said(tab).filter({ hasText: last })).toHaveCount(1);
});

test('an unknown address, and a form that comes from elsewhere, are answered with a page in the reader’s language', async ({
	browser,
	baseURL,
}) => {
	for (const lang of LANGUAGES) {
		const her = await visitor(browser, { lang });
		for (const address of [`/${lang}/no-such-page`, `/${lang}/services/no-such-card`, '/no-such-page']) {
			expect((await her.goto(address))?.status()).toBe(404);
			await expect(her.locator('html')).toHaveAttribute('lang', lang);
			await expect(her.getByRole('heading', { name: say(lang, 'error.missing.title') })).toBeVisible();
		}
		await her.goto('about:blank');
		await her.setContent(
			`<form method="post" action="${baseURL}/${lang}/chat?/open"><input name="text" value="x"><button>go</button></form>`,
		);
		const answer = her.waitForResponse((response) => response.request().method() === 'POST');
		await her.getByRole('button').click();
		expect((await answer).status()).toBe(403);
		await expect(her.getByRole('heading', { name: say(lang, 'site.foreign.title') })).toBeVisible();
	}
});

/** The id under which the form on the page is sent. */
const keyOf = (page: Page): Promise<string> => page.locator('input[name=key]').first().inputValue();

async function setKey(page: Page, key: string): Promise<void> {
	await page
		.locator('input[name=key]')
		.first()
		.evaluate((input: HTMLInputElement, value) => void (input.value = value), key);
}

async function isAskedToSend(page: Page, text: string): Promise<void> {
	await expect(page.getByText(say('ru', 'chat.error.other-text'))).toBeVisible();
	await expect(page.getByLabel(say('ru', 'chat.compose.label'))).toHaveValue(text);
	await expect(said(page).filter({ hasText: text })).toHaveCount(0);
}

test('what a helper types on a slow line, before the script of the page has come, stays', async ({ browser }) => {
	const page = await visitor(browser);
	const line = Promise.withResolvers<void>();
	await page.route('**/*.js', async (route) => {
		await line.promise;
		await route.continue();
	});
	await page.goto('/staff/sign-in', { waitUntil: 'commit' });
	await page.locator('#shortName').fill('vera');
	line.resolve();
	// The words for a passkey appear when the script has taken the page over.
	await expect(page.getByRole('button', { name: say('ru', 'identity.passkey.signIn') })).toBeVisible();
	await expect(page.locator('#shortName')).toHaveValue('vera');
});
