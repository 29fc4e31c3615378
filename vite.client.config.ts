import fs from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** The chat's module for visitors: one plain file without a framework, named by its content so that it keeps for ever. */
export default defineConfig({
	publicDir: false,
	plugins: [writeDownName()],
	build: {
		outDir: 'static/client',
		emptyOutDir: true,
		target: 'es2020',
		modulePreload: false,
		rolldownOptions: {
			input: 'src/routes/[lang=lang]/chat/script.ts',
			// What a door also offers and nobody here calls is left out: the warnings to helpers are no visitor's download.
			treeshake: { moduleSideEffects: false },
			output: { entryFileNames: 'chat-[hash].js', codeSplitting: false },
		},
	},
});

/** The pages read the name from here; without a build there is none, and the chat works without script. */
function writeDownName(): Plugin {
	return {
		name: 'write-down-name',
		writeBundle(_options, bundle) {
			const [name] = Object.keys(bundle).filter((file) => file.endsWith('.js'));
			fs.mkdirSync('src/lib/chat/ui/made', { recursive: true });
			fs.writeFileSync('src/lib/chat/ui/made/script.ts', `export const CHAT_SCRIPT = '/client/${name}';\n`);
		},
	};
}
