import fs from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The tally that works without a network: its page's module, named by its content, and the service worker. The worker's
 * address stands below /staff/tally/, so that no browser can let it answer for anything else.
 */
const MADE = 'src/routes/staff/tally/made';

export default defineConfig({
	publicDir: false,
	plugins: [writeDownName()],
	build: {
		outDir: 'static/staff/tally',
		emptyOutDir: true,
		target: 'es2020',
		modulePreload: false,
		rolldownOptions: {
			input: { page: 'src/routes/staff/tally/script.ts', worker: 'src/routes/staff/tally/worker.ts' },
			output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'page-[hash].js') },
		},
	},
});

/** The page reads the name of its module from here. */
function writeDownName(): Plugin {
	return {
		name: 'write-down-name',
		writeBundle(_options, bundle) {
			const page = Object.keys(bundle).find((file) => /^page-[\w-]+\.js$/.test(file));
			fs.mkdirSync(MADE, { recursive: true });
			fs.writeFileSync(`${MADE}/script.ts`, `export const TALLY_SCRIPT = '/staff/tally/${page}';\n`);
		},
	};
}
