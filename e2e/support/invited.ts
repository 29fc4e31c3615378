import { expect, type Page } from '@playwright/test';
import { TOTP, URI } from 'otpauth';
import { say } from './words.ts';

/** Follows the link, chooses a password, connects the app with the codes; gives the app's key. */
export async function accept(page: Page, link: string, password: string): Promise<TOTP> {
	await page.goto(link);
	await page.locator('#password').fill(password);
	await page.locator('#again').fill(password);
	await page.getByRole('button', { name: say('ru', 'identity.invitation.next') }).click();
	const address = await page.locator('a[href^="otpauth:"]').getAttribute('href');
	const key = URI.parse(address ?? '');
	if (!(key instanceof TOTP)) throw new Error('the link gives no key for codes by time');
	await page.locator('#code').fill(key.generate());
	await page.getByRole('button', { name: say('ru', 'identity.invitation.finish') }).click();
	await expect(page).not.toHaveURL(/invitation/);
	return key;
}
