import { loadServicePoints, starterServicePoints } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Content } from '../catalogue.ts';
import type { Alias } from '../item/alias.ts';
import { KINDS } from '../item/item.ts';
import { joinItem } from '../item/join.ts';
import { type StarterFile, type StarterItem, starterCard, starterItem } from '../item/starterItem.ts';
import type { Service } from '../service.ts';
import { takeOverEditedCards } from './import.server.ts';
import { readAll } from './starterFiles.server.ts';
import { saveStarterAliases, saveStarterItems } from './store.server.ts';

/** What the starter content was written from was collected until then (see docs/decisions). */
const FACTS_UNTIL = '2026-05-31';
const SOURCE = 'fi';

/** Loads content and places into the database; twice is the same as once, and what was edited here is kept. */
export async function loadStarterContent(tx: Queryable): Promise<void> {
	await takeOverEditedCards(tx);
	await saveStarterItems(tx, starterItems(), FACTS_UNTIL);
	await saveStarterAliases(tx, starterAliases());
	await loadServicePoints(tx);
}

/** The starter content as the public would see it, for when there is no database at all. */
export function starterContent(): Content {
	const items = starterItems().flatMap(({ key, source, texts }) => {
		const published = Object.entries(texts).map(([lang, text]) => ({ lang, text, revision: 'starter', on: today() }));
		const check = { on: FACTS_UNTIL, how: 'facts', works: true } as const;
		return joinItem({ key, source, published, checks: { [source]: check }, past: [] }) ?? [];
	});
	return { revision: 'starter', items, aliases: starterAliases(), places: starterServicePoints() };
}

function starterItems(): StarterItem[] {
	const cards = readAll<Service>('services').map((card) => starterCard(card, SOURCE));
	const others = KINDS.filter((kind) => kind !== 'service').flatMap((kind) => readAll<StarterFile>(`${kind}s`));
	return [...cards, ...others.map((file) => starterItem(file, SOURCE))];
}

function starterAliases(): Alias[] {
	return readAll<Alias[]>('aliases').flat();
}
