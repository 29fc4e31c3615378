import type { Catalogue } from '../catalogue.ts';
import { type ItemLine, lineOfItem } from './line.ts';
import { type Told, tellAll } from './told.ts';

/** A module of the learning path: what it teaches stands in `line`. */
export type Module = ItemLine & {
	readonly number: number;
	readonly exercises: readonly Told[];
	/** What a beginner shows before the first shift. */
	readonly shows: readonly Told[];
};

/** The guides for helpers in the order in which they are learnt. Who reads them is kept nowhere. */
export function learningPath({ itemsByKind }: Catalogue, lang: string): Module[] {
	return itemsByKind.guide
		.filter(({ about }) => about.section === 'helpers')
		.map((guide, at) => {
			const told = tellAll(guide, lang);
			const of = (wanted: string) => told.filter(({ kind }) => kind === wanted);
			return { ...lineOfItem(guide, lang), number: at + 1, exercises: of('exercise'), shows: of('show') };
		});
}
