import { dueLinks, dueOf, linksOf, lookAt, prepareLinks } from '../../src/lib/content/index.server.ts';
import { ground } from '../../src/lib/platform/ground.server.ts';
import { parseSettings } from '../../src/lib/platform/settings.server.ts';
import { withGround } from '../ground.ts';
import { Trouble } from '../trouble.ts';

const HELP = `silta check-links [--item KEY]

Looks at the pages that the texts lead to: those that nobody looked at for a day, or with --item (guide/…, service/…)
those of one text that are not well, or were not looked at since it was changed. Each host is asked by one at a time,
with a second between. Only public addresses are called. What was found stands in the console.
`;

export async function checkLinks(args: string[]): Promise<number> {
	const [option, item] = args;
	if (option === '--help') {
		process.stdout.write(HELP);
		return 0;
	}
	if (args.length > 2 || (option !== undefined && option !== '--item') || (option === '--item' && !item)) {
		process.stderr.write(HELP);
		return 2;
	}
	prepareLinks(parseSettings(process.env).address);
	await withGround(async () => {
		const urls = item === undefined ? await dueLinks() : await dueOfKnown(item);
		await lookAndTell(urls);
	});
	return 0;
}

async function dueOfKnown(item: string): Promise<string[]> {
	if ((await linksOf(ground().db, item)).length === 0) throw new Trouble(`there is no text ${item} with a link`);
	return dueOf(item);
}

async function lookAndTell(urls: readonly string[]): Promise<void> {
	let seen = 0;
	let failed = 0;
	await lookAt(urls, {
		tell: ({ url, finding }) => {
			seen += 1;
			failed += Number(finding.failed);
			const { outcome, status } = finding;
			process.stdout.write(`${seen}/${urls.length} ${outcome}${status === null ? '' : ` ${status}`} ${url}\n`);
		},
	});
	process.stdout.write(seen === 0 ? 'Nothing is due.\n' : `${seen} looked at, ${failed} not well.\n`);
}
