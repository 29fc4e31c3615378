import { parseArgs } from 'node:util';
import { setUpInstallation } from '../../src/lib/identity/index.server.ts';
import { makeDesk } from '../../src/lib/cases/index.server.ts';
import { addOrganisations } from '../../src/lib/network/index.server.ts';
import { isRefusal } from '../../src/lib/platform/command.server.ts';
import { languages } from '../../src/lib/platform/i18n/catalogue.server.ts';
import { withGround } from '../ground.ts';
import { Trouble } from '../trouble.ts';

const HELP = `silta setup --organisation ID --name "NAME" --administrator SHORTNAME [--language CODE]

Makes a real installation in an empty data folder (SILTA_DATA) or database (DATABASE_URL): the organisation, and its
first administrator, who is its coordinator too. Prints the link with which the administrator chooses a password; it is
shown once and good for seven days. There are no demonstration people in a real installation.

  --organisation   a short id of small letters, digits and hyphens: my-association
  --name           the organisation's name, as people know it
  --administrator  what the administrator types at sign-in: small letters, digits, dots, hyphens
  --language       the administrator's language (default: the first of messages/languages.json)
`;

export async function setup(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const wanted = read(args);
	if (!wanted) {
		process.stderr.write(HELP);
		return 2;
	}
	const invitation = await withGround(() => setUp(wanted));
	process.stdout.write(
		`The installation is ready. ${wanted.administrator} opens this page of the site, once:\n\n${invitation}\n`,
	);
	return 0;
}

type Wanted = { organisation: string; name: string; administrator: string; language?: string };

function read(args: string[]): Wanted | null {
	const text = { type: 'string' } as const;
	const options = { organisation: text, name: text, administrator: text, language: text };
	const { organisation, name, administrator, language } = parse(() => parseArgs({ args, options }).values);
	if (!organisation || !name?.trim() || !administrator) return null;
	refuse(!/^[a-z0-9][a-z0-9-]{1,39}$/.test(organisation), `"${organisation}" is no id of an organisation, see --help.`);
	refuse(organisation.startsWith('demo-'), 'ids that begin with demo- belong to the demonstration.');
	refuse(
		!/^[a-z0-9][a-z0-9.-]{1,39}$/.test(administrator),
		`"${administrator}" is no name for signing in, see --help.`,
	);
	return { organisation, name: name.trim(), administrator, language };
}

function parse<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw new Trouble(error instanceof Error ? error.message : String(error));
	}
}

function refuse(wrong: boolean, sentence: string): void {
	if (wrong) throw new Trouble(sentence);
}

async function setUp({ organisation, name, administrator, language }: Wanted): Promise<string> {
	const codes = languages().map(({ code }) => code);
	const chosen = language ?? codes[0] ?? '';
	refuse(!codes.includes(chosen), `the interface speaks ${codes.join(', ')}, not "${chosen}".`);
	const names = Object.fromEntries(codes.map((code) => [code, name]));
	const person = {
		shortName: administrator,
		chosenName: administrator,
		language: chosen,
		organisationId: organisation,
	};
	const done = await setUpInstallation(person, async (tx) => {
		await addOrganisations(tx, [{ id: organisation, kind: 'association', names, isDemonstration: false }]);
		// Without hours at first: the desk takes questions, and the coordinator says when it is open.
		const desk = { id: organisation, organisationId: organisation, names, zone: 'Europe/Helsinki' };
		await makeDesk(tx, { ...desk, projectId: null, planLine: null });
	});
	if (!isRefusal(done)) return done.invitation;
	throw new Trouble(OBSTACLES[done.refused] ?? done.refused);
}

const OBSTACLES: Record<string, string> = {
	demonstration: 'this data folder holds the demonstration network; a real installation needs an empty one.',
	accounts: 'this installation was set up already; silta invite makes a new link for somebody who cannot get in.',
};
