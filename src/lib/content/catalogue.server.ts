import { readServicePoints } from '#lib/network/index.server.ts';
import { RESYNC } from '#lib/platform/bus.server.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError, logInfo } from '#lib/platform/log.server.ts';
import { type Catalogue, catalogueOf, type Content } from './catalogue.ts';
import { readSnapshot, writeSnapshot } from './snapshot.server.ts';
import { starterContent } from './starter/starter.server.ts';
import { starterOrder } from './starter/starterFiles.server.ts';
import { readAliases, readPublicItems, readRevision, type Shelf } from './store.server.ts';

const LOOK_EVERY_MS = 750; // a change is on the site within a second, reading included

let current: Catalogue | undefined;

/** What the public site shows now. Before the catalogue is started, and without a database, the starter content. */
export function catalogue(): Catalogue {
	return (current ??= catalogueOf(starterContent(), starterOrder()));
}

/**
 * Keeps the catalogue in step with the database; gives the way to stop it. When the database is away the last snapshot
 * in `dataFolder` is shown, so that cards, places and phone numbers outlive it.
 */
export async function startCatalogue(options: { dataFolder: string }): Promise<() => Promise<void>> {
	const keep = keeper(options.dataFolder);
	if (!(await keep())) await showWithoutDatabase(options.dataFolder);
	const turns = inTurn(keep);
	const timer = setInterval(turns.ask, LOOK_EVERY_MS);
	const deaf = ['content', RESYNC].map((topic) => ground().bus.on(topic, turns.ask));
	return async () => {
		clearInterval(timer);
		for (const stopHearing of deaf) stopHearing();
		await turns.finish();
	};
}

/** One look at the database; true when what is shown is what the database has. */
function keeper(dataFolder: string): () => Promise<boolean> {
	let seen: string | undefined;
	const shelf: Shelf = new Map();
	return async () => {
		try {
			const revision = await readRevision(ground().db);
			if (revision === seen) return true;
			const content = await readContent(revision, shelf);
			show(content);
			seen = revision;
			await keepSnapshot(dataFolder, content);
			return true;
		} catch (error) {
			if (!(error instanceof DatabaseDown)) logError('catalogue', error);
			return false;
		}
	};
}

/** The revision was read first: if something changes in between, it is read again at the next look. */
async function readContent(revision: string, shelf: Shelf): Promise<Content> {
	const { db } = ground();
	const [items, aliases, places] = await Promise.all([
		readPublicItems(db, shelf),
		readAliases(db),
		readServicePoints(db),
	]);
	return { revision, items, aliases, places };
}

async function keepSnapshot(dataFolder: string, content: Content): Promise<void> {
	await writeSnapshot(dataFolder, content).catch((error: unknown) => logError('content-snapshot', error));
}

async function showWithoutDatabase(dataFolder: string): Promise<void> {
	const snapshot = await readSnapshot(dataFolder);
	logInfo('catalogue-without-database', { from: snapshot ? 'snapshot' : 'starter' });
	show(snapshot ?? starterContent());
}

function show(content: Content): void {
	current = catalogueOf(content, starterOrder());
}

/** Never two at once, and never more than one waiting. */
function inTurn(work: () => Promise<unknown>) {
	let turn: Promise<unknown> = Promise.resolve();
	let waiting = false;
	let finished = false;
	return {
		ask(): void {
			if (waiting) return;
			waiting = true;
			turn = turn.then(() => {
				waiting = false;
				return finished ? undefined : work();
			});
		},
		async finish(): Promise<void> {
			finished = true;
			await turn;
		},
	};
}
