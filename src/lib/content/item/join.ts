import { fingerprintOf, isBehind } from './fingerprint.ts';
import { type Adaptation, isEasy, type ItemKey, kindAndId, plainLanguage, RISKS } from './item.ts';
import type { Block, Kind, Risk, SourceText, Text, Translation, Words } from './item.ts';
import type { Check, EasyText, Edition, PublicBlock, PublicItem } from './public.ts';

/** What is published of an item in one language. */
export type Published = Edition & { readonly lang: string; readonly text: Text };
/** Earlier public texts of the source, oldest first, to say when it changed. */
export type Past = readonly { readonly on: string; readonly text: SourceText }[];

export type Parts = {
	readonly key: ItemKey;
	readonly source: string;
	readonly published: readonly Published[];
	readonly checks: PublicItem['checks'];
	readonly past: Past;
};

/** Undefined while the source itself is not public: a translation alone has nothing to be true to. */
export function joinItem({ key, source, published, checks, past }: Parts): PublicItem | undefined {
	const original = published.find(({ lang }) => lang === source);
	if (!original || !isSource(original.text)) return undefined;
	const { about, blocks } = original.text;
	const { kind, id } = kindAndId(key);
	const translations = published.filter(({ text }) => isTranslation(text));
	return {
		key,
		kind: kind as Kind, // the table's constraint holds the prefix of a key to the kinds
		id,
		source,
		about,
		risk: riskOf(about.risk),
		blocks: blocks.map((block) => joinBlock(block, source, translations, past)),
		editions: Object.fromEntries(
			published.filter(({ lang }) => !isEasy(lang)).map(({ lang, revision, on }) => [lang, { revision, on }]),
		),
		easy: Object.fromEntries(
			published.flatMap((one) =>
				isAdaptation(one.text) ? [[plainLanguage(one.lang), easyText(one.text, one.on, blocks, past)]] : [],
			),
		),
		checks,
	};
}

export function isSource(text: Text): text is SourceText {
	return 'about' in text;
}

export function isAdaptation(text: Text): text is Adaptation {
	return 'basedOn' in text;
}

export function isTranslation(text: Text): text is Translation {
	return !isSource(text) && !isAdaptation(text);
}

/** True when a translation lacks something of the source or was made from another wording. */
export function needsPast(source: SourceText, others: readonly Text[]): boolean {
	return others.some((text) =>
		isAdaptation(text)
			? firstChanged(text.basedOn, source.blocks) !== undefined
			: isTranslation(text) && source.blocks.some((block) => isBehindIn(text, block)),
	);
}

function isBehindIn({ blocks }: Translation, block: Block): boolean {
	const translated = blocks[block.id];
	return translated !== undefined && isBehind(translated, block);
}

function joinBlock(block: Block, source: string, translations: readonly Published[], past: Past): PublicBlock {
	const { words: original, ...frame } = block;
	const words: Record<string, Words> = { [source]: original };
	const behind: Record<string, string> = {};
	for (const { lang, text } of translations) {
		const translated = isTranslation(text) ? text.blocks[block.id] : undefined;
		if (!translated || translated.made === 'machine') continue;
		words[lang] = translated.words;
		if (isBehind(translated, block)) behind[lang] = changedOn(block, translated.basedOn, past);
	}
	return { ...frame, words, behind };
}

/** The day on which the source took another wording than the one that was translated. */
function changedOn(block: Block, basedOn: string, past: Past): string {
	const days = past.map(({ on, text }) => {
		const then = text.blocks.find(({ id }) => id === block.id);
		return { on, same: then !== undefined && fingerprintOf(then) === basedOn };
	});
	const last = days.findLastIndex(({ same }) => same);
	return days[last + 1]?.on ?? days.at(-1)?.on ?? '';
}

function easyText({ blocks, basedOn }: Adaptation, on: string, source: readonly Block[], past: Past): EasyText {
	const changed = firstChanged(basedOn, source);
	if (changed === undefined) return { blocks, on };
	const block = source.find(({ id }) => id === changed);
	const behind = block ? changedOn(block, basedOn[changed] ?? '', past) : (past.at(-1)?.on ?? on);
	return { blocks, on, behind };
}

/** The first block that was reworded, or went, since the easy text was written; a new block may not concern it. */
function firstChanged(basedOn: Adaptation['basedOn'], source: readonly Block[]): string | undefined {
	const now = new Map(source.map((block) => [block.id, fingerprintOf(block)]));
	return Object.keys(basedOn).find((id) => now.get(id) !== basedOn[id]);
}

function riskOf(given: unknown): Risk {
	return RISKS.find((risk) => risk === given) ?? 'ordinary';
}

/** By language the newest check, from checks in any order. */
export function newestChecks(all: readonly (Check & { readonly lang: string })[]): Record<string, Check> {
	const newest: Record<string, Check> = {};
	for (const { lang, ...check } of all) {
		if ((newest[lang]?.on ?? '') <= check.on) newest[lang] = check;
	}
	return newest;
}
