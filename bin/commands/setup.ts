import { setUpInstallation } from '../../src/lib/identity/index.server.ts';
import { isRefusal } from '../../src/lib/platform/command.server.ts';
import { withGround } from '../ground.ts';
import { Trouble } from '../trouble.ts';
import { firstPerson, makeOrganisation, readWanted, type Wanted } from './newOrganisation.ts';

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
	const wanted = readWanted(args, 'administrator');
	if (!wanted) {
		process.stderr.write(HELP);
		return 2;
	}
	const invitation = await withGround(() => setUp(wanted));
	process.stdout.write(
		`The installation is ready. ${wanted.person} opens this page of the site, once:\n\n${invitation}\n`,
	);
	return 0;
}

async function setUp(wanted: Wanted): Promise<string> {
	const done = await setUpInstallation(firstPerson(wanted), (tx) => makeOrganisation(tx, wanted));
	if (!isRefusal(done)) return done.invitation;
	throw new Trouble(OBSTACLES[done.refused] ?? done.refused);
}

const OBSTACLES: Record<string, string> = {
	demonstration: 'this data folder holds the demonstration network; a real installation needs an empty one.',
	accounts: 'this installation was set up already; silta invite makes a new link for somebody who cannot get in.',
};
