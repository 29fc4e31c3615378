import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Catalogue } from '../catalogue.ts';
import { keyOf } from '../item/item.ts';
import { listIn } from '../item/about.ts';
import { type PublicItem, textsOfBlock } from '../item/public.ts';
import { plainText } from '../service.ts';
import { guidePage, stepsOf } from './guide.ts';
import { namingOf } from './line.ts';
import type { Step } from './told.ts';

/** A guide and one of its steps, as somebody means them who is stuck there. */
export type Place = {
	readonly guide: string;
	readonly title: string;
	readonly step?: StepName;
	readonly services: readonly string[];
};
export type StepName = { readonly id: string; readonly number: number; readonly text: string };
/** What a helper needs to name the step at which somebody is stuck. */
export type GuideName = {
	readonly id: string;
	readonly name: string;
	/** The card it belongs to in the first place. */
	readonly service?: string;
	readonly steps: readonly StepName[];
};

/** Undefined for a guide that is not there; without a step when there is no such step. */
export function placeIn(catalogue: Catalogue, guide: string, step: string, lang: string): Place | undefined {
	const item = catalogue.itemByKey.get(keyOf('guide', guide));
	if (!item) return undefined;
	const found = stepNames(item, lang).find(({ id }) => id === step);
	const services = listIn(item.about, 'services');
	return { guide, title: namingOf(item, lang).name, services, ...(found && { step: found }) };
}

/** The step itself, as the guide tells it. */
export function stepIn(catalogue: Catalogue, guide: string, step: string, lang: string): Step | undefined {
	const page = guidePage(catalogue, guide, lang);
	return page && stepsOf(page).find(({ id }) => id === step);
}

export function guideNames({ itemsByKind }: Catalogue, lang: string): GuideName[] {
	return itemsByKind.guide.map((item) => {
		const [service] = listIn(item.about, 'services');
		return { id: item.id, name: namingOf(item, lang).name, ...(service && { service }), steps: stepNames(item, lang) };
	});
}

/** The address of the step, which outlives steps put in before it. */
export function addressOfPlace({ guide, step }: Pick<Place, 'guide' | 'step'>, lang: string): string {
	return `/${lang}/guides/${guide}${step ? `#${step.id}` : ''}`;
}

function stepNames({ blocks }: PublicItem, lang: string): StepName[] {
	return blocks
		.filter(({ kind }) => kind === 'step')
		.map((block, at) => ({ id: block.id, number: at + 1, text: plainText(inLanguage(textsOfBlock(block), lang)) }));
}
