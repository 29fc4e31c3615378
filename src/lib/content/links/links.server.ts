import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { instant } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { secondsToWait } from '#lib/platform/http/limits.server.ts';
import type { ItemKey } from '../item/item.ts';
import { itemKey } from '../item/schema.ts';
import { ALARM_AFTER, type BrokenLink, type Link } from './link.ts';
import { lookAt } from './look.server.ts';
import { links } from './store.server.ts';

const BY_HAND = { tries: 30, perMs: 3_600_000 };
const DAY_MS = 86_400_000;

/** What is known of the links of an item, also of those nobody has looked at yet. */
export async function linksOf(db: Queryable, item: string): Promise<Link[]> {
	const urls = [...(await links(db).inUse(item)).keys()];
	const known = new Map((await links(db).find(urls)).map((link) => [link.url, link]));
	return urls.map((url) => known.get(url) ?? { ...UNSEEN, url });
}

const UNSEEN = { outcome: null, status: null, checkedAt: null, okAt: null, changedAt: null, failures: 0 } as const;

/** Links that failed on three days, with the items that lead there; those that fail longest first. */
export async function brokenLinks(db: Queryable): Promise<BrokenLink[]> {
	const inUse = await links(db).inUse();
	const failing = await links(db).failing([...inUse.keys()], ALARM_AFTER);
	return failing.map((link) => ({ ...link, items: inUse.get(link.url) ?? [] }));
}

/**
 * The editor's button: looks now at the links of `{ item }` that are not well, or that nobody looked at since the text
 * was changed or for a day. Takes seconds. Refused: `missing`, `forbidden`, `too-many`.
 */
export async function checkLinksOf(raw: unknown, actor: StaffActor): Promise<readonly Link[] | Refusal> {
	const asked = await askForCheck(raw, actor);
	if (isRefusal(asked)) return asked;
	await lookAt(await dueOf(asked.item));
	return linksOf(ground().db, asked.item);
}

/** Apart from the looking: a transaction must not wait for pages elsewhere. */
const askForCheck = command({
	input: v.object({ item: itemKey }),
	load: ({ item }, { tx }: Within<StaffActor>) => links(tx).writtenAt(item),
	allow: (_, { actor }) => may(actor).writeContent() || may(actor).publishContent(),
	async run(_, { actor, audit }, { item }): Promise<{ item: ItemKey } | Refusal> {
		if (secondsToWait('check-links', actor.id, BY_HAND) > 0) return refused('too-many');
		await audit({ action: 'check-links', subject: 'item', subjectId: item });
		return { item };
	},
	present: (asked) => asked,
});

/** Those of an item that are to be looked at by hand, for the button and the command line. */
export async function dueOf(item: string): Promise<string[]> {
	const { db } = ground();
	const [known, writtenAt] = [await linksOf(db, item), await links(db).writtenAt(item)];
	const since = Math.max(writtenAt?.getTime() ?? 0, instant() - DAY_MS);
	return known
		.filter(({ outcome, checkedAt }) => outcome !== 'ok' || (checkedAt?.getTime() ?? 0) < since)
		.map(({ url }) => url);
}
