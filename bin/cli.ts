import { DatabaseDown } from '../src/lib/platform/db/database.server.ts';
import { KeystoreDown } from '../src/lib/platform/keystore/keystore.server.ts';
import { WrongSetting } from '../src/lib/platform/settings.server.ts';
import { Trouble } from './trouble.ts';

/** `silta NAME …`: each command is a file of commands/ that gives an exit code. */
const COMMANDS: Readonly<Record<string, { about: string; run(args: string[]): Promise<number> }>> = {
	start: {
		about: 'start the site (what npm start does)',
		run: async (args) => (await import('./commands/start.ts')).start(args),
	},
	keystore: {
		about: 'serve the folder of keys to several nodes',
		run: async (args) => (await import('./commands/keystore.ts')).keystoreCommand(args),
	},
	setup: {
		about: 'make a real installation: organisation, desk, first administrator',
		run: async (args) => (await import('./commands/setup.ts')).setup(args),
	},
	organisation: {
		about: 'add another organisation of the network, with a desk and its coordinator',
		run: async (args) => (await import('./commands/organisation.ts')).organisation(args),
	},
	invite: {
		about: 'make a new invitation link for an account',
		run: async (args) => (await import('./commands/invite.ts')).invite(args),
	},
	migrate: {
		about: 'bring the database schema up to date',
		run: async (args) => (await import('./commands/migrate.ts')).migrateCommand(args),
	},
	import: {
		about: 'load cards of services from files',
		run: async (args) => (await import('./commands/import.ts')).importCommand(args),
	},
	'check-links': {
		about: 'look at the pages that the texts lead to',
		run: async (args) => (await import('./commands/check-links.ts')).checkLinks(args),
	},
	mask: {
		about: 'hide identity codes, bank numbers and codes in JSON lines',
		run: async (args) => (await import('./commands/mask.ts')).maskCommand(args),
	},
	doctor: {
		about: 'look whether everything Silta needs is in order',
		run: async (args) => (await import('./commands/doctor.ts')).doctor(args),
	},
};

const [name = '--help', ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args);

async function runCommand(command: string, rest: string[]): Promise<number> {
	if (command === '--help' || command === 'help') return help(0);
	const found = COMMANDS[command];
	if (!found) {
		process.stderr.write(`silta: there is no command "${command}".\n\n`);
		return help(2);
	}
	try {
		return await found.run(rest);
	} catch (error) {
		const sentence = sentenceOf(error);
		if (sentence === null) throw error;
		process.stderr.write(`Silta: ${sentence}\n`);
		// What was begun (a bus that reconnects, a pool) must not keep a failed command alive.
		process.exit(1);
	}
}

function sentenceOf(error: unknown): string | null {
	if (error instanceof Trouble || error instanceof WrongSetting) return error.message;
	if (error instanceof DatabaseDown) return 'the database cannot be reached; is it running, and is DATABASE_URL right?';
	if (error instanceof KeystoreDown)
		return 'the keystore cannot be reached; is it running, and are KEYSTORE_URL and the secret right?';
	return null;
}

function help(code: number): number {
	const lines = Object.entries(COMMANDS).map(([command, { about }]) => `  silta ${command.padEnd(11)} ${about}`);
	process.stdout.write(`Silta, the digital-support network.\n\n${lines.join('\n')}\n\nEach command has --help.\n`);
	return code;
}
