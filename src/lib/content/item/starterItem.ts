import type { Texts } from '#lib/platform/i18n/say.ts';
import { aboutOfCard, blocksOfCard, type Service } from '../service.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type About, type Adaptation, type Block, easyOf, type Frame, type ItemKey } from './item.ts';
import { type Kind, keyOf, type SourceText, type Text, type Translation, type Words } from './item.ts';

/** An item with its texts in all languages, ready to be stored. */
export type StarterItem = {
	readonly key: ItemKey;
	readonly source: string;
	readonly texts: Readonly<Record<string, Text>>;
};

/** A file of `starter/`: every block with its words in every language. */
export type StarterFile = {
	readonly id: string;
	readonly kind: Kind;
	readonly about: About;
	readonly blocks: readonly (Frame & { readonly words: Readonly<Record<string, Words>> })[];
	readonly easy?: Readonly<Record<string, { readonly blocks: readonly Block[] }>>;
};

export function starterItem(file: StarterFile, source: string): StarterItem {
	const { about, blocks, easy = {} } = file;
	const original: SourceText = {
		about,
		blocks: blocks.map(({ words, ...frame }) => ({ ...frame, words: words[source] ?? {} })),
	};
	const languages = [...new Set(blocks.flatMap(({ words }) => Object.keys(words)))].filter((lang) => lang !== source);
	return {
		key: keyOf(file.kind, file.id),
		source,
		texts: {
			[source]: original,
			...Object.fromEntries(languages.map((lang) => [lang, translated(file, original, lang)])),
			...Object.fromEntries(
				Object.entries(easy).map(([lang, { blocks }]) => [easyOf(lang), adapted(blocks, original)]),
			),
		},
	};
}

export function starterCard(card: Service, source: string): StarterItem {
	const blocks = blocksOfCard(card).map(({ block, texts }) => ({ ...block, words: wordsOf(texts) }));
	return starterItem({ id: card.id, kind: 'service', about: aboutOfCard(card), blocks }, source);
}

function wordsOf(texts: Texts): Record<string, Words> {
	return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, { text }]));
}

function translated({ blocks }: StarterFile, original: SourceText, lang: string): Translation {
	const pairs = blocks.flatMap(({ id, words }, at) => {
		const [own, source] = [words[lang], original.blocks[at]];
		return own && source ? [[id, { words: own, basedOn: fingerprintOf(source), made: 'human' as const }]] : [];
	});
	return { blocks: Object.fromEntries(pairs) };
}

function adapted(blocks: readonly Block[], { blocks: source }: SourceText): Adaptation {
	return { blocks, basedOn: Object.fromEntries(source.map((block) => [block.id, fingerprintOf(block)])) };
}
