import { dayOf, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { catalogue } from '../../catalogue.server.ts';
import { isEasy, keyOf, kindAndId, plainLanguage } from '../../item/item.ts';
import { joinItem, newestChecks } from '../../item/join.ts';
import { easyGuide, guidePage } from '../../present/guide.ts';
import { truthOf } from '../../item/truth.ts';
import { type Revision, texts } from '../store.server.ts';
import { changedParts } from '../compare/changedParts.ts';
import { listing } from './store.server.ts';

/** A revision as its reader would see it, were it public, and what differs from what is. */
export async function previewOf(revision: Revision) {
	const { db } = ground();
	const { item: key, lang, source } = revision;
	const original =
		lang === source ? revision : ((await texts(db).public(key, source)) ?? (await texts(db).head(key, source)));
	const shown = await texts(db).public(key, lang);
	return {
		sourceIsPublic: lang === source || (await texts(db).public(key, source)) !== null,
		shown: shown && { id: shown.id, number: shown.number },
		changed:
			shown && shown.id !== revision.id ? changedParts(shown.content, revision.content, kindAndId(key).kind) : [],
		page: original ? await pageOf(revision, original) : null,
	};
}

async function pageOf(revision: Revision, original: Revision) {
	const { item: key, lang, source } = revision;
	const published = [original, ...(original.id === revision.id ? [] : [revision])].map((one) => ({
		...{ lang: one.lang, revision: one.id, text: one.content },
		on: dayOf(one.madeAt),
	}));
	const checks = newestChecks(await listing(ground().db).checks(key));
	const item = joinItem({ key, source, published, checks, past: [] });
	if (!item) return null;
	const plain = plainLanguage(lang);
	const { id } = kindAndId(key);
	// A text of any kind is shown as a guide is: block by block, steps as piers.
	const asGuide = { ...catalogue(), itemByKey: new Map([[keyOf('guide', id), item]]) };
	const page = isEasy(lang) ? easyGuide(asGuide, id, plain) : guidePage(asGuide, id, plain);
	const truth = truthOf(item, plain, today(), catalogue().itemsByKind.change);
	return page
		? { lang: plain, told: page.told, passages: page.passages, needs: page.needs, summary: page.summary, truth }
		: null;
}
