import { adoptKeystore } from '../../src/lib/identity/index.server.ts';
import { openKeystore } from '../../src/lib/platform/keystore/open.server.ts';
import { markOf } from '../../src/lib/platform/keystore/owned.server.ts';
import { parseSettings } from '../../src/lib/platform/settings.server.ts';
import { withGround } from '../ground.ts';

const HELP = `silta keystore adopt --lost

Only when the keystore of this installation is lost for good, or was replaced on purpose. Makes the keystore that the
settings name (KEYSTORE_URL, else the folder SILTA_KEYS) the one of this installation. Stop the site first, every node.

What is lost with the old one, for ever:
  - what visitors and helpers have written: nobody can read it any more
  - return codes: each one leads nowhere
  - second factors: whoever signs in with a password needs a new link (silta invite)
What stays: figures, texts, accounts, roles; people with a passkey sign in as before.

If the right keystore is only somewhere else, do not do this: mend KEYSTORE_URL or SILTA_KEYS.
See docs/runbooks/lost-keystore.md.
`;

export async function adoptCommand(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	if (args.length !== 1 || args[0] !== '--lost') {
		process.stderr.write(HELP);
		return 2;
	}
	const { isNew, secondFactors } = await withGround(async ({ db }) => {
		// Not the one of the ground, which would refuse what is to be adopted.
		const keystore = openKeystore(parseSettings(process.env));
		return adoptKeystore(db, await markOf(keystore)).finally(() => keystore.close());
	});
	process.stdout.write(isNew ? adopted(secondFactors) : 'This keystore is the one of this installation already.\n');
	return 0;
}

function adopted(people: number): string {
	return (
		'This keystore is now the one of this installation. What was written before cannot be read any more.\n' +
		`People whose second factor is lost, and who need a new link: ${people}.\n`
	);
}
