import { defineConfig } from '@playwright/test';
import { freePort } from './bin/postgres/cluster.ts';
import { chromium } from './bin/testing/chromium.ts';

// Chosen once: the processes that run the errands read this file again and must find the same site.
process.env.SILTA_E2E_PORT ??= String(await freePort());

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.e2e.ts',
	globalSetup: './bin/testing/site.ts',
	outputDir: 'test-results',
	forbidOnly: true,
	retries: 0,
	workers: 2,
	fullyParallel: false,
	timeout: 180_000,
	expect: { timeout: 30_000 },
	use: {
		baseURL: process.env.SILTA_E2E_URL ?? `http://localhost:${process.env.SILTA_E2E_PORT}`,
		timezoneId: 'Europe/Helsinki',
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: chromium(),
			args: [
				...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
				...['--disable-component-update', '--disable-sync'],
				// Nothing leaves the machine.
				'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
			],
		},
	},
});
