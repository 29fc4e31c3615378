import fs from 'node:fs';
import path from 'node:path';
import type { AdviceLanguage, Level, Measures } from '../../src/lib/content/advice/advice.ts';
import { adviseOn } from '../../src/lib/content/advice/adviseOn.ts';
import type { Morphology } from '../../src/lib/content/advice/morphology.ts';
import { type Block, type Kind, KINDS } from '../../src/lib/content/item/item.ts';
import { type StarterFile, starterCard, starterItem } from '../../src/lib/content/item/starterItem.ts';
import type { Service } from '../../src/lib/content/service.ts';

const STARTER = path.join(import.meta.dirname, '../../starter');
const SOURCE = 'fi';

/** One item in one language. */
export type StarterText = {
	readonly file: string;
	readonly kind: Kind;
	readonly lang: AdviceLanguage;
	readonly level: Level;
	readonly blocks: readonly Block[];
};
export const VARIANTS = ['ru', 'fi', 'fi easy', 'en'] as const;
export type Variant = (typeof VARIANTS)[number];

export const variantOf = ({ lang, level }: StarterText): string => (level === 'easy' ? `${lang} easy` : lang);

/** Every text that the release brings, in every language. */
export function starterTexts(): StarterText[] {
	return KINDS.flatMap((kind) => filesOf(`${kind}s`).flatMap((file) => textsOf(file, kind)));
}

export function measured(text: StarterText, morphology: Morphology | null = null): Measures {
	const { lang, level, kind, blocks } = text;
	return adviseOn(blocks, { lang, level, kind, terms: [], phones: [], morphology }).measures;
}

function filesOf(folder: string): string[] {
	const whole = path.join(STARTER, folder);
	const names = fs.existsSync(whole) ? fs.readdirSync(whole).sort() : [];
	return names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`);
}

function textsOf(file: string, kind: Kind): StarterText[] {
	const raw: unknown = JSON.parse(fs.readFileSync(path.join(STARTER, file), 'utf8'));
	// The files are ours; checks/ hold them to their shapes.
	const { texts } = kind === 'service' ? starterCard(raw as Service, SOURCE) : starterItem(raw as StarterFile, SOURCE);
	const source = texts[SOURCE];
	if (!source || !('about' in source)) return [];
	return Object.entries(texts).flatMap(([name, text]) => {
		const [lang = '', easy] = name.split('-');
		if (!isAdvised(lang)) return [];
		const blocks = Array.isArray(text.blocks) ? text.blocks : translated(source.blocks, text.blocks);
		return [{ file, kind, lang, level: easy ? ('easy' as const) : ('plain' as const), blocks }];
	});
}

const isAdvised = (lang: string): lang is AdviceLanguage => lang === 'ru' || lang === 'fi' || lang === 'en';

function translated(source: readonly Block[], blocks: object): Block[] {
	const words = new Map(Object.entries(blocks).map(([id, block]) => [id, (block as Pick<Block, 'words'>).words]));
	return source.flatMap((block) => {
		const own = words.get(block.id);
		return own ? [{ ...block, words: own }] : [];
	});
}
