import path from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

/** A picture for people's eyes, among the results of the run. */
export async function screenOf(page: Page, info: TestInfo, name: string): Promise<void> {
	await page.screenshot({ path: path.join(info.project.outputDir, 'screens', `${name}.png`), fullPage: true });
}
