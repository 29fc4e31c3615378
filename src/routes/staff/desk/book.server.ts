import fs from 'node:fs';
import path from 'node:path';
import { agreedTermsOf, catalogue, guideNames } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';

type Phrase = { readonly id: string; readonly topic?: string; readonly texts: Texts };

/** What a helper has at hand: topics, names of cards, ready phrases. */
export function bookOf(lang: string) {
	const { topics, services } = catalogue();
	return {
		topics: topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		cards: services.map(({ id, names, topics }) => ({ id, names, topic: topics[0] ?? '' })),
		phrases: readPhrases(),
		guides: guideNames(catalogue(), lang),
		terms: agreedTermsOf(catalogue()),
		languages: languages().map(({ code }) => code),
	};
}

let phrases: readonly Phrase[] | undefined;

function readPhrases(): readonly Phrase[] {
	// The file is ours, and its shape is held by askingForCodes.test.ts.
	phrases ??= JSON.parse(fs.readFileSync(path.join(ground().root, 'starter/phrases.json'), 'utf8'));
	return phrases ?? [];
}
