import { joinInstallation } from '../../src/lib/identity/index.server.ts';
import { isRefusal } from '../../src/lib/platform/command.server.ts';
import { ground } from '../../src/lib/platform/ground.server.ts';
import { desksOf } from '../../src/lib/network/index.server.ts';
import { withGround } from '../ground.ts';
import { Trouble } from '../trouble.ts';
import { firstPerson, makeOrganisation, readWanted, type Wanted } from './newOrganisation.ts';

const HELP = `silta organisation --organisation ID --name "NAME" --coordinator SHORTNAME [--language CODE]

Adds another organisation of the network to an installation that was set up before: with a desk of its own, and with its
first coordinator. Prints the link with which the coordinator chooses a password; it is shown once and good for seven
days. From then on desks may hand conversations over to each other, when the visitor agrees.

  --organisation   a short id of small letters, digits and hyphens: their-association
  --name           the organisation's name, as people know it
  --coordinator    what the coordinator types at sign-in: small letters, digits, dots, hyphens
  --language       the coordinator's language (default: the first of messages/languages.json)
`;

export async function organisation(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const wanted = readWanted(args, 'coordinator');
	if (!wanted) {
		process.stderr.write(HELP);
		return 2;
	}
	const invitation = await withGround(() => join(wanted));
	process.stdout.write(
		`${wanted.name} takes part. ${wanted.person} opens this page of the site, once:\n\n${invitation}\n`,
	);
	return 0;
}

async function join(wanted: Wanted): Promise<string> {
	const own = await desksOf(ground().db, [wanted.organisation]);
	if (own.length > 0) throw new Trouble(`${wanted.organisation} has a desk here already.`);
	const done = await joinInstallation(firstPerson(wanted), (tx) => makeOrganisation(tx, wanted));
	if (!isRefusal(done)) return done.invitation;
	throw new Trouble(OBSTACLES[done.refused] ?? done.refused);
}

const OBSTACLES: Record<string, string> = {
	'not-set-up': 'this is no real installation yet; silta setup makes one.',
	taken: 'somebody signs in with this name already.',
};
