import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['src', 'bin', 'db', 'checks', 'drills', 'bench'].map((folder) => `${folder}/**/*.test.ts`),
		globalSetup: ['./bin/testing/database.ts'],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
