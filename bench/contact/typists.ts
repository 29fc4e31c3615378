import { chromium, type Page } from '@playwright/test';
import { chromium as chromiumPath } from '../../bin/testing/chromium.ts';
import { median } from '../common/figures.ts';
import { later } from '../common/scratch.ts';

/**
 * A trained person's time, as Card, Moran and Newell reckon it (keystroke-level model): an average typist presses a key in
 * 0.28 s and thinks 1.35 s before each of the three things she has to decide. To that come the pages, as measured.
 */
const KEY_SECONDS = 0.28;
const THOUGHT_SECONDS = 1.35;
const DECISIONS = 3;
const TIMES = 10;
/** Topic by its letter, outcome by its letter, minutes, done. Finnish, because the driver knows no Cyrillic keys. */
const KEYS = ['E', 'Tab', 'R', 'Tab', '1', '2', 'Enter'] as const;

type Typed = { readonly keys: number; readonly secondsOfPages: number; readonly seconds: number };

export async function typists(url: string): Promise<Typed> {
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
	later(() => browser.close());
	const page = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
	await page.goto(`${url}/staff/sign-in?next=${encodeURIComponent('/staff/cases/contact')}`);
	await page.locator('button[name=demo][value=adviser]').click();
	await page.waitForURL('**/staff/cases/contact');
	const waits: number[] = [];
	for (let time = 0; time < TIMES; time += 1) waits.push(await recordOne(page));
	const secondsOfPages = median(waits);
	const seconds = KEYS.length * KEY_SECONDS + DECISIONS * THOUGHT_SECONDS + secondsOfPages;
	return { keys: KEYS.length, secondsOfPages, seconds };
}

/** Gives the seconds from the last key until the form for the next one is ready under the cursor. */
async function recordOne(page: Page): Promise<number> {
	await page.locator('#topic:focus').waitFor();
	const before = page.url();
	for (const key of KEYS.slice(0, -1)) await page.keyboard.press(key);
	const begun = performance.now();
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.href !== before && url.searchParams.has('recorded'));
	await page.locator('#topic:focus').waitFor();
	return (performance.now() - begun) / 1_000;
}
