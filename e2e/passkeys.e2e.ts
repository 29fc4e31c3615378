import fs from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { browserOf, DESKTOP, PHONE } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { type OwnSite, silta, startOwnSite, temporaryFolder } from './support/site.ts';
import { type Lang, say } from './support/words.ts';

/** A real installation in which its first person never has a password. */
test.describe.configure({ mode: 'serial' });

let folder: string;
let site: OwnSite;
let invitation: string;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = temporaryFolder();
	const person = ['--administrator', 'hallinto', '--language', 'fi'];
	const printed = silta(folder, 'setup', '--organisation', 'kuopion-silta', '--name', 'Kuopion Silta', ...person);
	invitation = printed.match(/\/staff\/invitation\/\S+/)?.[0] ?? '';
	site = await startOwnSite(folder);
});

test.afterAll(async () => {
	await site?.end();
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('without script the invitation and the sign-in offer the password only, and are whole', async ({ browser }) => {
	const context = await browserOf(browser, { lang: 'fi', script: false, site: site.address });
	const page = await context.newPage();
	await page.goto(invitation);
	await expect(page.locator('#password')).toBeVisible();
	await expect(page.locator('#deviceName')).toBeHidden();
	await page.goto('/staff/sign-in');
	await expect(page.locator('#password')).toBeVisible();
	await expect(page.getByRole('button', { name: say('fi', 'identity.passkey.signIn') })).toBeHidden();
});

test('the invited person makes a passkey, signs out, signs in with it, changes it for another, and the old one is dead', async ({
	browser,
}, info) => {
	const { page, device } = await personWithDevice(browser, 'fi');
	const violations = policyViolations(page);
	await page.goto(invitation);
	await page.locator('#deviceName').fill('Vanha puhelin');
	await screenOf(page, info, 'passkey-invitation-fi');
	await page.getByRole('button', { name: say('fi', 'identity.invitation.passkey.make') }).click();
	await expect(page).not.toHaveURL(/invitation/);

	await signOut(page, 'fi');
	await signInByPasskey(page, 'fi');
	await expect(page).toHaveURL(/\/staff\/desk$/);

	// The only way to sign in stays.
	await page.goto('/staff/account');
	await remove(page, 'fi', 'Vanha puhelin');
	await expect(page.getByText(say('fi', 'identity.refused.last-way'))).toBeVisible();

	const old = await device.takeAway();
	await device.giveNew();
	await page.locator('#deviceName').fill('Uusi puhelin');
	await page.getByRole('button', { name: say('fi', 'identity.account.add'), exact: true }).click();
	await expect(page.getByText(say('fi', 'identity.account.done.added'))).toBeVisible();
	await remove(page, 'fi', 'Vanha puhelin');
	await expect(page.getByText(say('fi', 'identity.account.done.removed'))).toBeVisible();
	await screenOf(page, info, 'passkey-account-fi');

	await signOut(page, 'fi');
	await signInByPasskey(page, 'fi');
	await expect(page).toHaveURL(/\/staff\/desk$/);
	await expect(page.getByText(say('fi', 'staff.account.changed'))).toBeVisible();
	await page.goto('/staff/account');
	await page.getByRole('button', { name: say('fi', 'identity.account.asked.mine') }).click();
	await expect(page.getByText(say('fi', 'staff.account.changed'))).toBeHidden();

	await signOut(page, 'fi');
	await device.takeAway();
	await device.giveNew(old);
	await signInByPasskey(page, 'fi');
	await expect(page.getByText(say('fi', 'identity.refused.passkey'))).toBeVisible();
	expect(violations).toEqual([]);
});

test('somebody who turns away from the device stays on the page, and is told what to do', async ({ browser }) => {
	const { page, device } = await personWithDevice(browser, 'ru', PHONE);
	await device.refuse();
	await page.goto('/staff/sign-in');
	await page.getByRole('button', { name: say('ru', 'identity.passkey.signIn') }).click();
	await expect(page.getByText(say('ru', 'identity.passkey.failed.cancelled'))).toBeVisible();
	await expect(page.locator('#password')).toBeVisible();
});

/** A passkey as the browser lets it be carried from one device to another. */
type Carried = { credentialId: string; isResidentCredential: boolean; privateKey: string; signCount: number };

async function personWithDevice(browser: Browser, lang: Lang, viewport = DESKTOP) {
	const context = await browserOf(browser, { lang, site: site.address, viewport });
	const page = await context.newPage();
	const device = await deviceOf(await context.newCDPSession(page));
	return { page, device };
}

/** A device of the browser's own making that unlocks for whoever asks. */
async function deviceOf(line: CDPSession) {
	await line.send('WebAuthn.enable');
	let authenticatorId = await newDevice(line);
	return {
		async takeAway() {
			const { credentials } = await line.send('WebAuthn.getCredentials', { authenticatorId });
			await line.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
			return credentials;
		},
		async giveNew(credentials: readonly Carried[] = []) {
			authenticatorId = await newDevice(line);
			for (const credential of credentials) {
				await line.send('WebAuthn.addCredential', { authenticatorId, credential });
			}
		},
		refuse: () => line.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
	};
}

async function newDevice(line: CDPSession): Promise<string> {
	const abilities = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
	const options = { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true } as const;
	const added = await line.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, ...abilities } });
	return added.authenticatorId;
}

async function signInByPasskey(page: Page, lang: Lang): Promise<void> {
	await page.goto('/staff/sign-in');
	await page.getByRole('button', { name: say(lang, 'identity.passkey.signIn') }).click();
}

async function signOut(page: Page, lang: Lang): Promise<void> {
	await page.getByRole('button', { name: say(lang, 'staff.signOut') }).click();
	await expect(page).toHaveURL(/sign-in/);
}

async function remove(page: Page, lang: Lang, name: string): Promise<void> {
	const key = page.locator('li').filter({ hasText: name });
	await key.locator('summary').click();
	await key.getByRole('button', { name: say(lang, 'identity.passkey.remove.of', { name }) }).click();
}

/** What the content policy stopped, as the browser's console tells it. */
function policyViolations(page: Page): string[] {
	const found: string[] = [];
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) found.push(message.text());
	});
	return found;
}
