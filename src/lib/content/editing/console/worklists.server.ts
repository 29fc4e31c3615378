import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { catalogue } from '../../catalogue.server.ts';
import { normalised } from '../../item/fingerprint.ts';
import { type ItemKey, KINDS } from '../../item/item.ts';
import { titleOf } from '../../item/public.ts';
import { brokenLinks } from '../../links/links.server.ts';
import { plainText } from '../../service.ts';
import type { Revision } from '../store.server.ts';
import { dueChecks, halfTexts, staleTexts } from './worklists.ts';
import { listing } from './store.server.ts';

/** What waits for somebody who writes, checks or publishes; each line with the title of its item for the reader. */
export async function worklists(lang: string) {
	const { db } = ground();
	const [waiting, drafts, scheduled, broken] = await Promise.all([
		listing(db).awaitingReview(),
		listing(db).drafts(),
		listing(db).scheduled(),
		brokenLinks(db),
	]);
	const { items } = catalogue();
	const titled = await titles(lang);
	const withTitle = <L extends { readonly key: ItemKey }>(line: L) => ({ ...line, title: titled(line.key) });
	const inHand = new Set(waiting.map(({ id }) => id));
	return {
		waiting: waiting.map(draftLine).map(withTitle),
		drafts: drafts
			.filter(({ id }) => !inHand.has(id))
			.map(draftLine)
			.map(withTitle),
		scheduled: scheduled.map((one) => withTitle({ ...one, key: one.item })),
		checks: dueChecks(items, today()).map(withTitle),
		stale: staleTexts(items, today()).map(withTitle),
		half: halfTexts(
			items,
			today(),
			languages().map(({ code }) => code),
		).map(withTitle),
		broken: broken.map((link) => ({ ...link, items: link.items.map((key) => ({ key, title: titled(key) })) })),
	};
}

function draftLine({ id, item, lang, number, author, note, madeAt, requestedAt, verdict }: Revision) {
	return { key: item, id, lang, number, author, note, madeAt, requestedAt, verdict };
}

/** Items whose title in any language, or id, has the words; all of a kind when there are none. */
export async function findItems(words: string, kind: string, lang: string) {
	const titled = await titles(lang);
	const wanted = normal(words).split(' ').filter(Boolean);
	const all = await listing(ground().db).titles();
	return all
		.filter(({ key }) => !KINDS.some((one) => one === kind) || key.startsWith(`${kind}/`))
		.filter(({ key, title }) => {
			const item = catalogue().itemByKey.get(key);
			const text = normal([key, title, ...Object.values(item ? titleOf(item) : {})].join(' '));
			return wanted.every((word) => text.includes(word));
		})
		.map(({ key }) => ({ key, title: titled(key), isPublic: catalogue().itemByKey.has(key) }))
		.sort((a, b) => a.title.localeCompare(b.title, lang));
}

async function titles(lang: string): Promise<(key: ItemKey) => string> {
	const known = new Map((await listing(ground().db).titles()).map(({ key, title }) => [key, title]));
	return (key) => {
		const item = catalogue().itemByKey.get(key);
		const shown = item ? inLanguage(titleOf(item), lang) : '';
		return plainText(shown || known.get(key) || key);
	};
}

const normal = (text: string): string => normalised(plainText(text)).toLowerCase();
