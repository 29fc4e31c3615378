import { createHash } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';
import { fetchOutside, OUTSIDE, type Outside } from '#lib/platform/http/outbound.server.ts';
import { findingOf } from './finding.ts';
import type { LinkFinding } from './link.ts';
import { links } from './store.server.ts';
import { turnsByHost } from './turns.ts';

const PAUSE_MS = 1_000;
const AT_ONCE = 4;

/** One for the whole process, so that the daily round and an editor's button together stay polite. */
let outside: Outside = { ...OUTSIDE, inTurn: turnsByHost(PAUSE_MS), agent: agentOf(undefined) };

/** Says under which name the pages are called; `change` is for tests and drills. */
export function prepareLinks(site: string | undefined, change: Partial<Outside> = {}): void {
	outside = { ...outside, agent: agentOf(site), ...change };
}

function agentOf(site: string | undefined): string {
	return `Silta link check (${site ? `+${site}` : 'a digital-support network; one look at a page a day'})`;
}

export type Looked = { readonly url: string; readonly finding: LinkFinding };
export type LookOptions = {
	/** Told after each page. */
	readonly tell?: (looked: Looked) => void;
	readonly isStopped?: () => boolean;
};

/** Looks at the pages, a few hosts at a time, and writes down what was found. */
export async function lookAt(urls: readonly string[], { tell, isStopped }: LookOptions = {}): Promise<void> {
	const waiting = spread(urls);
	const workers = Array.from({ length: AT_ONCE }, async () => {
		for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
			const finding = await call(url);
			if (isStopped?.()) return;
			await save(url, finding);
			tell?.({ url, finding });
		}
	});
	await Promise.all(workers);
}

async function call(url: string): Promise<LinkFinding> {
	const answer = await fetchOutside(url, outside);
	return findingOf('failed' in answer ? answer : { ...answer, body: answer.body.toString('utf8') });
}

async function save(url: string, finding: LinkFinding): Promise<void> {
	const { heading } = finding;
	await links(ground().db).save(url, finding, heading === null ? null : hash(heading));
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** One of each host in turn, so that the workers do not all wait for the same one. */
function spread(urls: readonly string[]): string[] {
	const seen = new Map<string, number>();
	const placed = urls.map((url) => {
		const host = URL.parse(url)?.hostname ?? '';
		const round = seen.get(host) ?? 0;
		seen.set(host, round + 1);
		return { url, round };
	});
	return placed.sort((a, b) => a.round - b.round).map(({ url }) => url);
}
