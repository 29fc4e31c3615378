import { inviteAgainByName } from '../../src/lib/identity/index.server.ts';
import { isRefusal } from '../../src/lib/platform/command.server.ts';
import { withGround } from '../ground.ts';
import { Trouble } from '../trouble.ts';

const HELP = `silta invite SHORTNAME

Makes a new invitation link for an account: for a lost phone, a forgotten password, or a link that was never used. The
old password, codes and passkeys stop working at once. The link is shown once and good for seven days.
`;

export async function invite(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const [shortName, ...rest] = args;
	if (!shortName || rest.length > 0) {
		process.stderr.write(HELP);
		return 2;
	}
	const done = await withGround(() => inviteAgainByName(shortName));
	if (isRefusal(done)) throw new Trouble(SENTENCES[done.refused] ?? done.refused);
	process.stdout.write(`${done.invitation}\n`);
	return 0;
}

const SENTENCES: Record<string, string> = {
	missing: 'there is no open account with this name.',
	demonstration: 'a demonstration person has no password and needs no link.',
};
