import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge, median, printTable, say, shown } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, scratchFolder } from '../common/scratch.ts';
import { startSite } from '../common/server.ts';
import { crawl, kinds, type Weighed } from './crawl.ts';
import { freshness } from './freshness.ts';
import { type Rate, rates } from './rate.ts';

/** `node bench/pages/run.ts [--long]` */
const { values } = parseArgs({ options: { long: { type: 'boolean', default: false } } });
const SITE_PORT = 3280;
const LARGEST = 12 * 1024;
/** The whole catalogue on one page: as small as it can be, and named here. */
const EXEMPT = ['/services', '/catalogue'];
/** No film has been made yet. */
const EMPTY = ['/videos/[id]'];
const MEASURED = '/ru/services/omaposti';

await cleanly(async () => {
	say(`Pages: what goes over the line, and how fast. ${machine()}\n`);
	const folder = scratchFolder('pages');
	const data = path.join(folder, 'data');
	const site = await startSite(SITE_PORT, data);
	reportWeights(await crawl(site.url));
	await reportFreshness(site.url, data, folder);
	await reportRates(site, folder);
});

function reportWeights(pages: readonly Weighed[]): void {
	const rows = kinds().map((kind) =>
		rowOf(
			kind,
			pages.filter((page) => page.kind === kind),
		),
	);
	printTable(['page', 'pages', 'br median', 'br largest', 'gzip largest', 'requests'], rows);
	say(
		'\nBytes of the page with its style, in three languages; requests with everything that the page loads by itself.\n',
	);
	const largest = pages.filter(({ kind }) => !EXEMPT.includes(kind)).reduce((a, b) => (a.br > b.br ? a : b));
	judge(
		`no page above ${LARGEST} bytes (${EXEMPT.join(', ')} exempt)`,
		largest.br <= LARGEST,
		`${largest.br}, ${largest.path}`,
	);
	const unmet = kinds().filter((kind) => !EMPTY.includes(kind) && !pages.some((page) => page.kind === kind));
	judge('every kind of page was met', unmet.length === 0, unmet.join(', ') || `${pages.length} pages`);
	const foreign = pages.flatMap(({ loads }) => loads.filter((address) => !/^\/(?!\/)/.test(address)));
	judge('no other host is asked for anything', foreign.length === 0, foreign.join(', ') || 'none');
	const scripted = pages.filter(({ scripts, kind }) => scripts.length > 0 && kind !== '/chat');
	judge('no script outside the chat', scripted.length === 0, scripted.map(({ path }) => path).join(', ') || 'none');
}

function rowOf(kind: string, pages: readonly Weighed[]): string[] {
	const br = pages.map((page) => page.br);
	const requests = Math.max(...pages.map(({ loads }) => 1 + loads.length));
	const gzip = Math.max(...pages.map((page) => page.gzip));
	return [kind, ...[pages.length, median(br), Math.max(...br), gzip, requests].map(String)];
}

async function reportFreshness(url: string, data: string, folder: string): Promise<void> {
	const times = await freshness(url, data, folder, 'omaposti', values.long ? 10 : 3);
	const worst = Math.max(...times);
	say();
	judge(
		'a changed card is on its page within a second',
		worst <= 1_000,
		`${times.map((ms) => ms.toFixed(0)).join(', ')} ms`,
	);
}

async function reportRates(site: Awaited<ReturnType<typeof startSite>>, folder: string): Promise<void> {
	const rounds = values.long ? 11 : 5;
	const {
		site: ours,
		bare,
		bytes,
		isPinned,
	} = await rates(site, MEASURED, folder, { rounds, ms: values.long ? 5_000 : 3_000 });
	const ratios = ours.map(({ perSecond }, at) => perSecond / (bare[at]?.perSecond ?? Number.NaN));
	const figures = (name: string, those: readonly Rate[]): string[] => [
		name,
		median(those.map(({ perSecond }) => perSecond)).toFixed(0),
		(median(those.map(({ processorMs }) => processorMs)) * 1_000).toFixed(0),
	];
	say(
		`\n${MEASURED}, ${bytes} bytes, ${isPinned ? 'each server alone on one core' : 'not pinned to a core'}, ${rounds} rounds in turn`,
	);
	printTable(
		['', 'requests/s', 'processor µs/request', 'of the bare rate'],
		[
			[...figures('bare node:http', bare), ''],
			[...figures('site', ours), shown(median(ratios))],
		],
	);
	judge('a service page at a third of the bare rate or more', median(ratios) >= 1 / 3, shown(median(ratios)));
}
