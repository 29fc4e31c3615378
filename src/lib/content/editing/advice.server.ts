import { catalogue } from '../catalogue.server.ts';
import { ADVICE_LANGUAGES, type Advised } from '../advice/advice.ts';
import { adviseOn } from '../advice/adviseOn.ts';
import { glossaryOf } from '../advice/glossary.ts';
import { morphology } from '../advice/voikko.server.ts';
import { type Block, isEasy, kindAndId, type Kind, plainLanguage } from '../item/item.ts';

/** What could be said better in the blocks of an item in a language; null for a language there is no advice on. */
export function adviceOn(blocks: readonly Block[], key: string, lang: string): Advised | null {
	return advised(blocks, key, lang, true);
}

/** Blocks with what may not be public, by the rule they break. Needs no grammar, so none is loaded. */
export function errorsIn(blocks: readonly Block[], key: string, lang: string): Record<string, string> {
	const found = advised(blocks, key, lang, false)?.advice.filter(({ severity }) => severity === 'error') ?? [];
	return Object.fromEntries(found.map(({ block, rule }) => [block ?? 'text', rule]));
}

function advised(blocks: readonly Block[], key: string, given: string, withGrammar: boolean): Advised | null {
	const lang = ADVICE_LANGUAGES.find((one) => one === plainLanguage(given));
	if (!lang) return null;
	const { itemsByKind, services } = catalogue();
	return adviseOn(blocks, {
		...{ lang, level: isEasy(given) ? 'easy' : 'plain' },
		kind: kindAndId(key).kind as Kind, // the table's constraint holds the prefix of a key to the kinds
		terms: glossaryOf(itemsByKind.term),
		phones: services.flatMap(({ phone }) => (phone ? [phone.number] : [])),
		...(withGrammar && { morphology: morphology() }),
	});
}
