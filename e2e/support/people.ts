import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { type Lang, say } from './words.ts';

const LOCALES: Record<Lang, string> = { ru: 'ru-RU', fi: 'fi-FI', en: 'en-GB' };
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

type Reader = { lang?: Lang; script?: boolean; site?: string; viewport?: { width: number; height: number } };

/** A browser of somebody's own: nothing of it is shared with anybody else's. */
export function browserOf(
	browser: Browser,
	{ lang = 'ru', script = true, site, viewport = PHONE }: Reader = {},
): Promise<BrowserContext> {
	const address = site === undefined ? {} : { baseURL: site };
	return browser.newContext({ ...address, viewport, locale: LOCALES[lang], javaScriptEnabled: script });
}

export async function visitor(browser: Browser, reader: Reader = {}): Promise<Page> {
	return (await browserOf(browser, reader)).newPage();
}

/** Comes by the card of a service, as most do, and stands before the empty form; gives the name of the service. */
export async function comeByCard(page: Page, service: string, lang: Lang = 'ru'): Promise<string> {
	await page.goto(`/${lang}/services/${service}`);
	const name = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
	await page
		.getByRole('main')
		.getByRole('link', { name: say(lang, 'site.service.ask') })
		.click();
	await expect(page.getByLabel(say(lang, 'chat.first.label'))).toBeVisible();
	return name;
}

export async function writeFirst(page: Page, text: string, lang: Lang = 'ru'): Promise<void> {
	await page.getByLabel(say(lang, 'chat.first.label')).fill(text);
	await sendFirst(page).click();
}

/** The button below the first message: its words differ while the desk is closed. */
export function sendFirst(page: Page): Locator {
	return page.locator('form.composer').getByRole('button');
}

/** Asks about a service from its card; gives the name that the desk will see. */
export async function ask(page: Page, service: string, text: string, lang: Lang = 'ru'): Promise<string> {
	const name = await comeByCard(page, service, lang);
	await writeFirst(page, text, lang);
	await expect(said(page).filter({ hasText: text })).toBeVisible();
	return name;
}

export async function writeOn(page: Page, text: string, lang: Lang = 'ru'): Promise<void> {
	await page.getByLabel(say(lang, 'chat.compose.label')).fill(text);
	await page.getByRole('button', { name: say(lang, 'chat.compose.send'), exact: true }).click();
}

/** The bubbles of the conversation, on the visitor's page and at the desk. */
export const said = (page: Page): Locator => page.locator('.conversation .bubble');

export async function codeOf(page: Page): Promise<string> {
	const code = (await page.locator('.code-paper').innerText()).trim();
	expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
	return code;
}

export async function comeBack(page: Page, code: string, lang: Lang = 'ru'): Promise<void> {
	await page.goto(`/${lang}/chat`);
	await page.getByLabel(say(lang, 'chat.return.label')).fill(code);
	await page.getByRole('button', { name: say(lang, 'chat.return.button') }).click();
}

type DemonstrationPerson = 'volunteer' | 'adviser' | 'coordinator';

export async function helper(browser: Browser, who: DemonstrationPerson, reader: Reader = {}): Promise<Page> {
	const page = await visitor(browser, { viewport: DESKTOP, ...reader });
	await page.goto('/staff/sign-in?next=%2Fstaff%2Fdesk');
	const listens = deskListens(page);
	await page.locator(`button[name=demo][value=${who}]`).click();
	await listens;
	return page;
}

/** The console is alive once it listens: what is pressed before that is lost. */
export async function deskListens(page: Page): Promise<void> {
	await page.waitForResponse((response) => response.url().includes('/staff/desk/stream'));
}

/** Those who wait and came from this page; the newest, should an earlier run have left one. */
export function waiting(desk: Page, about: string): Locator {
	return desk.locator('li.person').filter({ hasText: about }).last();
}

export async function claim(desk: Page, about: string, lang: Lang = 'ru'): Promise<void> {
	await waiting(desk, about)
		.getByRole('button', { name: say(lang, 'desk.queue.claim') })
		.click();
	await expect(answerField(desk)).toBeVisible();
}

export const answerField = (desk: Page): Locator => desk.locator('#answer');

export async function answer(desk: Page, text: string): Promise<void> {
	await answerField(desk).fill(text);
	await answerField(desk).press('Enter');
	// Only what is stored has a time.
	await expect(said(desk).filter({ hasText: text }).getByRole('time')).toBeVisible();
}

let counted = 0;
/** A word that stands nowhere else, in this run or an earlier one. */
export function unique(word: string): string {
	counted += 1;
	return `${word}${Date.now().toString(36)}${process.pid}x${counted}`;
}
