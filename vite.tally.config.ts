import fs from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The two pages that count without a network: a counselling day's, and with `--mode heads` that of a date of the
 * calendar. Of each its module, named by its content, and the service worker. The worker's address stands below the
 * folder of its pages, so that no browser can let it answer for anything else.
 */
export default defineConfig(({ mode }) => {
	const folder = mode === 'heads' ? 'staff/events/tally' : 'staff/tally';
	return {
		publicDir: false,
		plugins: [writeDownName(folder)],
		build: {
			outDir: `static/${folder}`,
			emptyOutDir: true,
			target: 'es2020',
			modulePreload: false,
			rolldownOptions: {
				input: { page: `src/routes/${folder}/script.ts`, worker: 'src/routes/staff/tally/worker.ts' },
				output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'page-[hash].js') },
			},
		},
	};
});

/** The page reads the name of its module from here. */
function writeDownName(folder: string): Plugin {
	return {
		name: 'write-down-name',
		writeBundle(_options, bundle) {
			const page = Object.keys(bundle).find((file) => /^page-[\w-]+\.js$/.test(file));
			const made = `src/routes/${folder}/made`;
			fs.mkdirSync(made, { recursive: true });
			fs.writeFileSync(`${made}/script.ts`, `export const TALLY_SCRIPT = '/${folder}/${page}';\n`);
		},
	};
}
