import type { Share } from '../advice.ts';
import { anyOf, listed } from '../listed.ts';
import type { Morphology, Reading } from '../morphology.ts';
import type { Word } from '../sentences.ts';

const NO = new Set(listed('en et ei emme ette eivät eikä älä älkää'));
/** With these a past participle is a tense of the verb, not a clause packed into a word. */
const AUXILIARY = new Set([...NO, ...listed('olen olet on olemme olette ovat ole oli olit olin olivat olisi ollut')]);
const REACH = 3;
const RARE_CASES = ['vajanto', 'seuranto', 'keinonto'];
/** `auttaa tekemään` is how one says it; `tekemällä` stands for a clause of its own. */
const CLAUSE_CASES = ['ulkoolento', 'vajanto'];
/** By form a participle, an infinitive or a case; in use a plain word. */
const PLAIN_WORDS = new RegExp(
	`^${anyOf(`
	seuraav sopiv tulev näkyv luotettav väsyn tiety tiettyy varovai epäilyttäv eläv todettu$ kokenut$ kokene alkaen$
	mennessä$ kuluessa$ kuluttua$ lähtien$ välttämättä (?:verkko)?tapaami kirjautumi ilmoittautumi osaami asumi .*mmin$
	`)}`,
);

type Before = { readonly negated: boolean; readonly auxiliary: boolean };

/** Hard forms of a word. A word that can also be read as an easy one counts as easy: better silent than wrong. */
export function finnishFeatures(morphology: Morphology, words: readonly Word[], index: number): readonly Share[] {
	const earlier = words.slice(Math.max(0, index - REACH), index).map(({ text }) => text.toLowerCase());
	const before = { negated: earlier.some((one) => NO.has(one)), auxiliary: earlier.some((one) => AUXILIARY.has(one)) };
	const word = words[index]?.text ?? '';
	const all = PLAIN_WORDS.test(word.toLowerCase())
		? []
		: morphology.analyse(word).map((one) => featuresOf(one, before));
	// `tekemällä` is read as a participle too; as the clause that it is it matters more.
	return all.every((features) => features.length > 0) ? (all.find(isClause) ?? all[0] ?? []) : [];
}

const isClause = (features: readonly Share[]): boolean => features.includes('non-finite');

function featuresOf(reading: Reading, before: Before): Share[] {
	const { mood, grammaticalCase = '' } = reading;
	return [
		...when('conditional', mood === 'conditional'),
		...when('passive', isPassive(reading, before)),
		...when('non-finite', standsForClause(reading)),
		...when('verbal-noun', mood === 'MINEN-infinitive'),
		...when('participle', isParticiple(reading, before)),
		...when('rare-case', mood === undefined && RARE_CASES.includes(grammaticalCase)),
	];
}

const when = (share: Share, holds: boolean): Share[] => (holds ? [share] : []);

function isPassive({ person, negative, participle }: Reading, { negated, auxiliary }: Before): boolean {
	if (participle === 'past_passive') return auxiliary;
	return person === '4' && (negative !== 'true' || negated);
}

function isParticiple({ participle }: Reading, { auxiliary }: Before): boolean {
	return participle !== undefined && !(auxiliary && participle.startsWith('past_'));
}

function standsForClause({ mood, possessive, grammaticalCase = '' }: Reading): boolean {
	if (mood === 'E-infinitive') return true;
	if (mood === 'A-infinitive') return possessive !== undefined;
	return mood === 'MA-infinitive' && CLAUSE_CASES.includes(grammaticalCase);
}
