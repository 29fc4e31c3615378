import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { keyOf } from '../item/item.ts';
import { listIn } from '../item/about.ts';
import { truthOf } from '../item/truth.ts';
import { type ItemLine, lineOfItem, namingOf } from './line.ts';
import { passagesOf } from './passage.ts';
import { numbered, tellAll } from './told.ts';

export function materialLines({ itemsByKind }: Catalogue, lang: string): ItemLine[] {
	return itemsByKind.material.map((material) => lineOfItem(material, lang));
}

/** Everything the sheet of a material shows; undefined when there is no such material. */
export function materialPage(catalogue: Catalogue, id: string, lang: string) {
	const item = catalogue.itemByKey.get(keyOf('material', id));
	if (!item) return undefined;
	const guides = listIn(item.about, 'guides').flatMap((guide) => catalogue.itemByKey.get(keyOf('guide', guide)) ?? []);
	const all = numbered(tellAll(item, lang));
	const told = all.filter(({ kind }) => kind !== 'title' && kind !== 'summary');
	return {
		naming: namingOf(item, lang),
		summary: all.find(({ kind }) => kind === 'summary'),
		told,
		passages: passagesOf(told),
		guides: guides.map((guide) => lineOfItem(guide, lang)),
		truth: truthOf(item, lang, today(), catalogue.itemsByKind.change),
	};
}
