import { addressOf, catalogue, keyOf, placeIn, plainText, stepIn } from '#lib/content/index.server.ts';
import { addressOfPlace, type Step } from '#lib/content/index.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { CardRef, SentCard } from './card.ts';

/** The card in the visitor's language, as the site shows it now; null when there is no such thing. */
export function cardFor({ kind, id, step }: CardRef, lang: string): SentCard | null {
	if (kind === 'service') return serviceCard(id, lang);
	return kind === 'guide' ? guideCard(id, lang) : stepCard(id, step ?? '', lang);
}

function serviceCard(id: string, lang: string): SentCard | null {
	const service = catalogue().serviceById.get(id);
	if (!service) return null;
	const text = plainText(inLanguage(service.provider, lang));
	return { kind: 'service', title: inLanguage(service.names, lang), text, href: addressOf(keyOf('service', id), lang) };
}

function guideCard(id: string, lang: string): SentCard | null {
	const place = placeIn(catalogue(), id, '', lang);
	return place ? { kind: 'guide', title: place.title, text: '', href: addressOfPlace(place, lang) } : null;
}

function stepCard(guide: string, step: string, lang: string): SentCard | null {
	const place = placeIn(catalogue(), guide, step, lang);
	const told = stepIn(catalogue(), guide, step, lang);
	if (!place?.step || !told) return null;
	const { number, text } = place.step;
	const href = addressOfPlace(place, lang);
	return { kind: 'step', title: place.title, text, number, href, ...controlOf(told) };
}

function controlOf({ control, words }: Step): Pick<SentCard, 'control'> {
	const read = (runs: Step['words']['text']): string => (runs ?? []).map((run) => run.text).join('');
	if (!control) return {};
	return { control: { fi: control.fi, reading: read(words.reading), meaning: read(words.meaning) } };
}
