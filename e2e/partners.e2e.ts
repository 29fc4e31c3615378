import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { DESKTOP, visitor } from './support/people.ts';
import { say } from './support/words.ts';

const YEAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', year: 'numeric' }).format();

async function coordinator(browser: Browser, path: string): Promise<Page> {
	const page = await visitor(browser, { viewport: DESKTOP, script: false, lang: 'ru' });
	await page.goto(`/staff/sign-in?next=${encodeURIComponent(path)}`);
	await page.locator('button[name=demo][value=coordinator]').click();
	return page;
}

const press = (page: Page, key: string): Promise<void> =>
	page.getByRole('button', { name: say('ru', key), exact: true }).click();

test('without script: a place is written down, what was typed survives a mistake, and everybody finds it', async ({
	browser,
}) => {
	const page = await coordinator(browser, '/staff/places/new');
	const name = `Sali ${Date.now()}`;
	await page.locator('[name="names.fi"]').fill(name);
	await page.locator('[name="offers.fi"]').fill('Apua puhelimen kanssa.');
	await page.locator('#municipalityCode').selectOption('297');
	await page.locator('#street').fill('Demokatu 11');
	await page.locator('#postalCode').fill('701');
	await page.locator('[name="accessibility.lift"]').check();
	await press(page, 'places.save');
	await expect(page.locator('#postalCode-error')).toHaveText(say('ru', 'places.mend.postalCode'));
	await expect(page.locator('[name="names.fi"]')).toHaveValue(name);
	await page.locator('#postalCode').fill('70100');
	await press(page, 'places.save');
	await expect(page.getByRole('status')).toHaveText(say('ru', 'places.saved'));
	await expect(async () => {
		await page.goto('/fi/help-near-you');
		const place = page.getByRole('listitem').filter({ hasText: name });
		await expect(place).toContainText('Demokatu 11, 70100 Kuopio', { timeout: 1_000 });
		await expect(place).toContainText(say('fi', 'events.access.lift'), { timeout: 1_000 });
	}).toPass();
});

test('a refusal is kept with its cause and what came instead, and names the dates that have no place now', async ({
	browser,
}) => {
	const page = await coordinator(browser, '/staff/places/agreements/new');
	await page.locator('#partnerId').selectOption('demo-library');
	await page.locator('#placeId').selectOption('demo-library');
	await page.locator('#kind').selectOption('venue');
	await press(page, 'places.agreement.write');
	await page.locator('#state').selectOption('refused');
	await press(page, 'places.agreement.write');
	await expect(page.locator('#cause-error')).toHaveText(say('ru', 'places.mend.why'));
	await page.locator('#cause').selectOption('no-room');
	await page.locator('#instead').fill('Kysymys Piste');
	await press(page, 'places.agreement.write');
	await expect(page.locator('ol .badge')).toHaveText([
		say('ru', 'places.agreement.state.asked'),
		say('ru', 'places.agreement.state.refused'),
	]);
	await expect(page.getByText('Kysymys Piste')).toBeVisible();
	await expect(page.locator('section.notice.alarm')).toContainText(say('ru', 'places.agreement.coming.over'));
});

test('a file is put to a series, another one that only says it is a PDF is refused, and whoever wants it saves it', async ({
	browser,
}) => {
	const page = await coordinator(browser, `/staff/events/materials/info-${YEAR}`);
	// A browser without a language of its own saves other letters under another name.
	const title = `Memo ${Date.now()}`;
	const put = async (text: string): Promise<void> => {
		await page.locator('#file-file').setInputFiles({
			...{ name: 'muistio.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) },
		});
		await page.locator('#file button').click();
	};
	await page.locator('#file summary').click();
	await page.locator('#file-title').fill(title);
	await put('<html><script>alert(1)</script>');
	await expect(page.locator('#file-file-error')).toHaveText(say('ru', 'materials.mend.kind'));
	await put('%PDF-1.7\n%%EOF\n');
	await expect(page.getByRole('status')).toHaveText(say('ru', 'materials.done.added'));
	const reader = await visitor(browser, { script: false, lang: 'ru' });
	await expect(async () => {
		await reader.goto(`/ru/events/info-${YEAR}`);
		await expect(reader.getByRole('link', { name: title })).toBeVisible({ timeout: 1_000 });
	}).toPass();
	const saved = reader.waitForEvent('download');
	await reader.getByRole('link', { name: title }).click();
	expect((await saved).suggestedFilename()).toBe(`${title}.pdf`);
	await page.reload();
	await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText(/скачали 1 раз/);
});
