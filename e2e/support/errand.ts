import { test as bare, type Browser } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Whoever has done her errand goes. A browser of one's own is not closed by itself: a desk left open goes on listening,
 * and forty of them slow down everybody after.
 */
export const test = bare.extend<{ leaving: undefined }>({
	leaving: [
		async ({ browser }, use) => {
			await use(undefined);
			await everybodyLeaves(browser);
		},
		{ auto: true },
	],
});

/** For errands in several tests that share their pages: after the last of them. */
export async function everybodyLeaves(browser: Browser): Promise<void> {
	await Promise.all(browser.contexts().map((context) => context.close()));
}
