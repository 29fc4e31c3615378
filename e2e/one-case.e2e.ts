import { brotliCompressSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { codeOf, comeBack, DESKTOP, said, unique, visitor, writeOn } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type Lang, say } from './support/words.ts';

const NARROW = { width: 320, height: 640 };
const LARGEST_PAGE = 12 * 1_024;

/** Somebody came to the desk: the helper records it, writes down an answer and a note, and gives her a paper. */
async function paperFrom(browser: Browser, lang: Lang, words: { answer: string; note: string }): Promise<string> {
	const desk = await visitor(browser, { viewport: DESKTOP });
	await desk.goto('/staff/sign-in?next=%2Fstaff%2Fcases%2Fcontact');
	await desk.locator('button[name=demo][value=adviser]').click();
	await desk.locator('#channel').selectOption('visit');
	await desk.locator('#language').selectOption(lang);
	await desk.locator('#topic').selectOption('money');
	await desk.locator('#outcome').selectOption('solved-together');
	await desk.locator('#minutes').fill('12');
	await desk.locator('input[name=opensCase]').check();
	await desk.locator('#answer').fill(words.answer);
	await desk.locator('#note').fill(words.note);
	await desk
		.getByRole('button', { name: say('ru', 'contact.record.save') })
		.first()
		.click();
	await desk.getByRole('button', { name: say('ru', 'contact.paper.make'), exact: true }).click();
	return codeOf(desk);
}

async function expectNoFaults(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

async function expectFits(page: Page): Promise<void> {
	for (const size of ['100%', '200%']) {
		await page.evaluate((text) => document.documentElement.style.setProperty('font-size', text, 'important'), size);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), size).toBeLessThanOrEqual(0);
	}
}

for (const [lang, script] of [
	['ru', true],
	['fi', false],
] as const) {
	test(`a paper from the desk opens her case in ${lang} ${script ? 'with' : 'without'} script: she reads, writes on, takes it along and erases it`, async ({
		browser,
	}, info) => {
		test.slow();
		const words = { answer: unique('Ответ на бумаге '), note: unique('Между нами ') };
		const paper = await paperFrom(browser, lang, words);
		const her = await visitor(browser, { lang, script, viewport: NARROW });
		await her.goto(`/${lang}/case`);
		await her.getByLabel(say(lang, 'chat.return.label')).fill(paper);
		await her.getByRole('button', { name: say(lang, 'chat.return.button') }).click();

		await expect(her.getByText(say(lang, 'case.paper'))).toBeVisible();
		const code = await codeOf(her);
		expect(code).not.toBe(paper);
		await expect(her.getByText(words.answer)).toBeVisible();
		await expect(her.getByText(say(lang, 'case.outcome.solved-together'))).toBeVisible();
		expect(await her.content()).not.toContain(words.note);
		await screenOf(her, info, `case-${lang}`);
		if (script) await expectNoFaults(her);
		if (script) await expectFits(her);
		const page = await her.request.get(`/${lang}/case`);
		expect(brotliCompressSync(await page.body()).length).toBeLessThanOrEqual(LARGEST_PAGE);
		await her.getByRole('button', { name: say(lang, 'chat.code.kept') }).click();
		await expect(her.locator('.code-paper')).toHaveCount(0);

		const stranger = await visitor(browser, { lang });
		await comeBack(stranger, paper, lang);
		await expect(stranger.getByText(say(lang, 'chat.error.unknown-code'))).toBeVisible();

		await her.getByRole('link', { name: say(lang, 'case.readers.link') }).click();
		await expect(her.getByRole('heading', { level: 1, name: say(lang, 'case.readers.title') })).toBeVisible();
		await her.getByRole('link', { name: say(lang, 'case.readers.back') }).click();

		const question = unique('И ещё вопрос ');
		await her.getByLabel(say(lang, 'chat.compose.label')).fill(question);
		await her.getByRole('button', { name: say(lang, 'chat.compose.send'), exact: true }).click();
		await expect(said(her).filter({ hasText: question })).toBeVisible();
		await expect(her.locator('.code-paper')).toHaveCount(0);
		await writeOn(her, unique('Спасибо '), lang);

		const tomorrow = await visitor(browser, { lang, script });
		await comeBack(tomorrow, code, lang);
		await tomorrow.goto(`/${lang}/case`);
		await expect(tomorrow.getByText(words.answer)).toBeVisible();
		await expect(tomorrow.getByRole('link', { name: say(lang, 'case.talk.open') })).toBeVisible();
		const file = (await (await tomorrow.request.get(`/${lang}/case/save`)).body()).toString('utf8');
		for (const word of [words.answer, question, 'silta.txt', 'silta.json']) expect(file).toContain(word);
		expect(file).not.toContain(words.note);

		await tomorrow.getByText(say(lang, 'case.erase.summary')).click();
		await tomorrow.getByRole('button', { name: say(lang, 'case.erase.button') }).click();
		await expect(tomorrow.getByText(say(lang, 'chat.erased'))).toBeVisible();
		await comeBack(stranger, code, lang);
		await expect(stranger.getByText(say(lang, 'chat.error.unknown-code'))).toBeVisible();
		await her.goto(`/${lang}/case`);
		await expect(her.getByLabel(say(lang, 'chat.return.label'))).toBeVisible();
	});
}

test('who looked is told to her by name and day; a case without a conversation is not forgotten by the chat', async ({
	browser,
}) => {
	const words = { answer: unique('Ответ '), note: unique('Между нами ') };
	const paper = await paperFrom(browser, 'ru', words);
	const her = await visitor(browser);
	await comeBack(her, paper);
	await her.goto('/ru/chat');
	await expect(her.getByText(say('ru', 'chat.inCase'))).toBeVisible();
	const question = unique('Где мои документы ');
	await her.getByLabel(say('ru', 'chat.first.label')).fill(question);
	await her.locator('form.composer').getByRole('button').click();
	await expect(said(her).filter({ hasText: question })).toBeVisible();

	await her.goto('/ru/case');
	await expect(her.getByText(words.answer)).toBeVisible();
	await her.getByRole('link', { name: say('ru', 'case.readers.link') }).click();
	await expect(her.locator('dl.facts dd').filter({ hasText: say('ru', 'case.looked.case') })).not.toHaveCount(0);
});

test('without a session nothing of a case can be read, taken or changed', async ({ browser, baseURL }) => {
	const stranger = await visitor(browser);
	const headers = { origin: baseURL ?? '' };
	expect((await stranger.request.get('/ru/case/save')).status()).toBe(404);
	const readers = await stranger.request.get('/ru/case/readers', { maxRedirects: 0 });
	expect([readers.status(), readers.headers().location]).toEqual([303, '/ru/case']);
	for (const [act, form] of [
		['write', { text: 'раз', key: 'x'.repeat(36) }],
		['renew', {}],
		['take-back', { kind: 'email' }],
		['want-text', { kind: 'email', wants: 'yes' }],
	] as const) {
		const answer = await stranger.request.post(`/ru/case?/${act}`, { form, headers, maxRedirects: 0 });
		expect(answer.status(), act).toBe(404);
	}
	expect(await stranger.context().cookies()).toEqual([]);
});
