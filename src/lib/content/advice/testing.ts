import type { Block } from '../item/item.ts';
import type { AdviceLanguage, Level, Setting } from './advice.ts';
import { adviseOn } from './adviseOn.ts';
import type { Morphology, Reading } from './morphology.ts';

/** A text of one block, or of several. */
export type Sample = string | Partial<Block> | readonly Partial<Block>[];

export function settingOf(lang: AdviceLanguage, level: Level = 'plain', more: Partial<Setting> = {}): Setting {
	return { lang, level, kind: 'guide', terms: [], phones: ['0295 000', '112'], ...more };
}

export function blocksOf(sample: Sample): Block[] {
	if (typeof sample === 'string') return [{ id: 'a', kind: 'note', words: { text: sample } }];
	const list = Array.isArray(sample) ? sample : [sample];
	return list.map((block, index) => ({ id: `a${index}`, kind: 'note', words: {}, ...block }));
}

/** A step with an expected result. */
export const step = (text: string, more: Partial<Block> = {}): Partial<Block> => ({
	kind: 'step',
	words: { text, see: 'OK.' },
	...more,
});

export function rulesIn(sample: Sample, setting: Setting): string[] {
	return adviseOn(blocksOf(sample), setting).advice.map(({ rule }) => rule);
}

/** What Voikko says of a few words, so that the rules are tried where it is absent too. */
const READINGS: Readonly<Record<string, readonly Partial<Reading>[]>> = {
	haetaan: [{ mood: 'indicative', person: '4', negative: 'false' }],
	tehdä: [{ mood: 'indicative', person: '4', negative: 'true' }, { mood: 'A-infinitive' }],
	haeta: [{ mood: 'indicative', person: '4', negative: 'true' }],
	haettu: [{ participle: 'past_passive' }],
	hakenut: [{ participle: 'past_active' }],
	toimitettava: [{ participle: 'present_passive' }],
	tehtävä: [{ participle: 'present_passive' }, { wordClass: 'nimisana' }],
	hakiessasi: [{ mood: 'E-infinitive', possessive: '2s' }],
	lähettämällä: [
		{ participle: 'agent', grammaticalCase: 'ulkoolento' },
		{ mood: 'MA-infinitive', grammaticalCase: 'ulkoolento' },
	],
	hakemaan: [{ mood: 'MA-infinitive', grammaticalCase: 'sisatulento' }],
	saadaksesi: [{ mood: 'A-infinitive', possessive: '2s' }],
	rahatta: [{ grammaticalCase: 'vajanto' }],
	haluaisit: [{ mood: 'conditional', person: '2' }],
	täyttäminen: [{ mood: 'MINEN-infinitive' }],
	väestötietojärjestelmä: [{ parts: 3 }],
	avaa: [{ mood: 'indicative', person: '3', negative: 'both' }],
	paina: [{ mood: 'imperative', negative: 'both' }],
	odota: [{ mood: 'imperative', negative: 'both' }],
};

export const fewWords: Morphology = {
	analyse: (word) => (READINGS[word.toLowerCase()] ?? []).map((reading) => ({ parts: 1, ...reading })),
};
