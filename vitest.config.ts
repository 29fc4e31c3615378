import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'db/**/*.test.ts', 'checks/**/*.test.ts', 'drills/**/*.test.ts'],
		globalSetup: ['./bin/testing/database.ts'],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
