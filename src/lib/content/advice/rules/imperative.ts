import type { AdviceLanguage, Setting } from '../advice.ts';
import { listed } from '../listed.ts';
import type { Morphology } from '../morphology.ts';
import type { Word } from '../sentences.ts';

/** `first`: at the beginning of a step, where less is needed to take a word for a verb. */
export type IsImperative = (word: string, first: boolean) => boolean;
type WordsByLanguage = Readonly<Record<AdviceLanguage, ReadonlySet<string>>>;

const setOf = (words: string): ReadonlySet<string> => new Set(listed(words));

export const AND: WordsByLanguage = {
	ru: setOf('и затем потом'),
	fi: setOf('ja sitten'),
	en: setOf('and then'),
};
export const NOT = setOf('не älä älkää do don never');

/** What may stand before the verb: order, an alternative, a negation. */
const LEADS: WordsByLanguage = {
	ru: setOf('или затем потом теперь сначала снова ещё еще не и сразу'),
	fi: setOf('tai sitten ensin nyt lopuksi vielä myös älä älkää lisäksi heti'),
	en: setOf('or then now first finally also do not don never always only'),
};
/** Openings that are as good as the verb itself. */
const OPENINGS = setOf('если когда стоп пусть jos kun voit if when');

export function withoutLead(words: readonly Word[], lang: AdviceLanguage): readonly Word[] {
	const start = words.findIndex(({ text }) => !LEADS[lang].has(text.toLowerCase()));
	return start === -1 ? [] : words.slice(start);
}

/** Undefined for Finnish without morphology: it cannot be told. */
export function imperativeOf({ lang, morphology }: Setting): IsImperative | undefined {
	if (lang === 'fi' && !morphology) return undefined;
	const isVerb = lang === 'fi' && morphology ? finnish(morphology) : lang === 'ru' ? russian : english;
	return (word, first) => (first && OPENINGS.has(word.toLowerCase())) || isVerb(word.toLowerCase(), first);
}

const PRESENT = setOf('хотите видите вместе помните увидите получите');

/** To a child one says «сделай»; that ending many nouns have too, so only the beginning of a step is trusted with it. */
const russian: IsImperative = (word, first) =>
	(/(?:[йь]|и|г)те(?:сь)?$/.test(word) && !PRESENT.has(word)) || (first && /(?:[аеоуыюя]й|и|ь)(?:ся)?$/.test(word));

/** Of -ta verbs the form is the same as "he opens", and only that reading is given. */
function finnish(morphology: Morphology): IsImperative {
	return (word) =>
		morphology
			.analyse(word)
			.some(({ mood, negative }) => mood === 'imperative' || (mood === 'indicative' && negative === 'both'));
}

/** English verbs look like nouns: what begins a step is one unless it is known to be something else. */
const english: IsImperative = (word, first) => (first ? !NO_VERBS.has(word) : VERBS.has(word));

const NO_VERBS = setOf(`
	you your the a an in on at after before this that it there to for from with by we our they he she here some each every
	under during as its my these those while next people without once please all any most both one`);
const VERBS = setOf(`
	open press choose sign write send take look check call go save get fill use ask wait read type tap select click enter
	close print show tell give put add bring attach confirm delete download turn switch connect start stop try report pay
	sit say note keep make find answer return book apply agree scroll log compare`);
