import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { instantAt, now } from '#lib/platform/clock.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { addressesIn } from '../item/about.ts';
import type { Block, Text } from '../item/item.ts';
import { isSource, isTranslation } from '../item/join.ts';
import { links } from '../links/store.server.ts';
import { pictures } from '../pictures/store.server.ts';
import { errorsIn } from './advice.server.ts';
import { blocksOf, withoutAlt } from './blocksOf.ts';
import { itemKey } from '../item/schema.ts';
import { id, lang, saidWhy } from './input.ts';
import { resigned } from './resign.ts';
import { type Revision, texts, writing } from './store.server.ts';

const dayAndTime = v.pipe(
	v.string('when'),
	v.regex(/^(\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d)?$/, 'when'),
	v.transform((local) => (local ? instantAt(local.slice(0, 10), local.slice(11)) : null)),
);

/**
 * Makes a text public, at once or at `at` (wall time of the network). An older revision is published in the same way:
 * that is rolling back. Refused: `unreviewed`, `machine`, `source-first`, `alt`, `advice` and `pictures` (fields: the
 * blocks), `links`, `addresses` (fields: the addresses), `past`.
 */
export const publishText = command({
	input: v.object({ revision: id, at: v.optional(dayAndTime, '') }),
	load: ({ revision }, { tx }: Within<StaffActor>) => texts(tx).revision(revision),
	allow: (_, { actor }) => may(actor).publishContent(),
	async run(revision, at, { at: startsAt }) {
		if (startsAt && startsAt <= now()) return refused('past', { at: 'past' });
		const hindrance = await whatHinders(revision, at);
		if (hindrance) return hindrance;
		await publish(revision, at, startsAt ?? now());
		return revision;
	},
	present: ({ id, item, lang }) => ({ revision: id, item, lang }),
});

async function whatHinders({ id, item, lang, source, origin, content, madeAt }: Revision, { tx }: Within<StaffActor>) {
	if (origin === 'editor' && (await writing(tx).approver(id)) === null) return refused('unreviewed');
	if (hasMachineDrafts(content)) return refused('machine');
	const original = lang === source ? content : (await texts(tx).public(item, source))?.content;
	if (!original || !isSource(original)) return refused('source-first');
	if (origin !== 'editor') return null;
	const blocks = blocksOf(content, original);
	const silent = withoutAlt(blocks);
	if (silent.length > 0) return refused('alt', Object.fromEntries(silent.map((id) => [id, 'alt'])));
	const errors = errorsIn(blocks, item, lang);
	if (Object.keys(errors).length > 0) return refused('advice', errors);
	const gone = await withPictureGone(blocks, tx);
	if (gone.length > 0) return refused('pictures', Object.fromEntries(gone.map((id) => [id, 'pictures'])));
	if (!isSource(content)) return null;
	return whatHindersLinks(addressesIn(content.about), madeAt, tx);
}

async function whatHindersLinks(addresses: readonly string[], since: Date, tx: Queryable): Promise<Refusal | null> {
	const marked = (urls: readonly string[], code: string) => Object.fromEntries(urls.map((url) => [url, code]));
	const unchecked = await links(tx).unseenSince(addresses, since);
	if (unchecked.length > 0) return refused('links', marked(unchecked, 'unchecked'));
	const forbidden = await links(tx).forbidden(addresses);
	return forbidden.length > 0 ? refused('addresses', marked(forbidden, 'forbidden')) : null;
}

/** Blocks whose picture was taken away since: an older text that is put back may show one. */
async function withPictureGone(blocks: readonly Block[], tx: Queryable): Promise<string[]> {
	const shown = blocks.flatMap(({ picture }) => picture ?? []);
	const lacking = shown.length > 0 ? await pictures(tx).lacking(shown) : [];
	return blocks.filter(({ picture }) => picture && lacking.includes(picture)).map(({ id }) => id);
}

function hasMachineDrafts(content: Text): boolean {
	return isTranslation(content) && Object.values(content.blocks).some(({ made }) => made === 'machine');
}

async function publish(revision: Revision, at: Within<StaffActor>, startsAt: Date): Promise<void> {
	const { tx, actor, audit, announce } = at;
	const before = await texts(tx).public(revision.item, revision.source);
	const { id, item, lang } = revision;
	await writing(tx).publish({ item, lang, revision: id, startsAt, by: actor.id });
	await audit({ action: 'publish', subject: 'revision', subjectId: id });
	const isMinor = revision.scope === 'minor' && revision.lang === revision.source;
	if (isMinor && before) await resignOthers({ revision, before: before.content, startsAt }, at);
	announce('content', item);
}

/**
 * "The meaning is unchanged": what was true to the old wording is true to the new one. Whoever approved the new wording
 * approved that, too.
 */
async function resignOthers(
	{ revision, before, startsAt }: { revision: Revision; before: Text; startsAt: Date },
	{ tx, actor }: Within<StaffActor>,
): Promise<void> {
	const { item, source, authorId, note } = revision;
	const reviewer = await writing(tx).approver(revision.id);
	if (!reviewer || !authorId) return;
	const why = reviewer === authorId ? note || 'minor' : null;
	const others = (await texts(tx).heads(item)).filter(({ lang }) => lang !== source);
	for (const { lang } of others) {
		const current = await texts(tx).public(item, lang);
		const content = current && resigned(current.content, before, revision.content);
		if (!content) continue;
		const signed = { item, lang, parent: current.id, content, note, scope: 'minor' as const, authorId };
		const made = await writing(tx).addRevision(signed);
		await writing(tx).addReview({
			...{ revision: made, by: reviewer, verdict: 'approved', note: '', overrideReason: why },
		});
		await writing(tx).publish({ item, lang, revision: made, startsAt, by: actor.id });
	}
}

/** Takes a language of an item, or with its source the whole item, off the site. */
export const withdrawText = command({
	input: v.object({ item: itemKey, lang, why: saidWhy }),
	load: ({ item, lang }, { tx }: Within<StaffActor>) => texts(tx).public(item, lang),
	allow: (_, { actor }) => may(actor).publishContent(),
	async run({ item, lang }, { tx, actor, audit, announce }, { why }) {
		await writing(tx).publish({ item, lang, revision: null, startsAt: now(), by: actor.id });
		await audit({ action: 'withdraw', subject: 'item', subjectId: `${item}:${lang}`, reason: why });
		announce('content', item);
		return { item, lang };
	},
	present: (withdrawn) => withdrawn,
});

/** Calls off what was scheduled. */
export const unschedule = command({
	input: v.object({ publication: id }),
	load: async (_, { actor }: Within<StaffActor>) => actor,
	allow: (actor) => may(actor).publishContent(),
	async run(_, { tx, audit }, { publication }) {
		const [gone] = await writing(tx).unschedule(publication);
		if (!gone) return refused('missing');
		await audit({ action: 'unschedule', subject: 'item', subjectId: gone.item });
		return gone;
	},
	present: ({ item }) => ({ item }),
});
