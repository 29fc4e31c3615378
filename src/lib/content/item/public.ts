import type { About, Block, Frame, ItemKey, Kind, Risk, Words } from './item.ts';

/** An item as the public sees it: the published texts of all its languages, block by block. */
export type PublicItem = {
	readonly key: ItemKey;
	readonly kind: Kind;
	readonly id: string;
	/** The language it is written in first. */
	readonly source: string;
	readonly about: About;
	readonly risk: Risk;
	/** In reading order. */
	readonly blocks: readonly PublicBlock[];
	/** What is published in which language; the source among them. */
	readonly editions: Readonly<Record<string, Edition>>;
	/** By plain language: the text in easy language. */
	readonly easy: Readonly<Record<string, EasyText>>;
	/** By language: the newest check somebody made. */
	readonly checks: Readonly<Record<string, Check>>;
};

export type PublicBlock = Frame & {
	readonly words: Readonly<Record<string, Words>>;
	/** By language: the day on which the source changed after this was translated. */
	readonly behind: Readonly<Record<string, string>>;
};

/** `on`: the day it became public. */
export type Edition = { readonly revision: string; readonly on: string };
/** `behind`: the day on which a block of the source changed, or went, after this was written. */
export type EasyText = { readonly blocks: readonly Block[]; readonly on: string; readonly behind?: string };

/** How a person checks. */
export const PERSONS_WAYS = ['walked', 'read', 'confirmed'] as const;
export const CHECK_WAYS = [...PERSONS_WAYS, 'facts'] as const;
/** walked: did the thing from beginning to end; read: against the source; confirmed: by the authority; facts: collected. */
export type CheckWay = (typeof CHECK_WAYS)[number];
export type Check = {
	readonly on: string;
	readonly how: CheckWay;
	readonly works: boolean;
	readonly device?: string;
};

export const titleOf = (item: PublicItem): Readonly<Record<string, string>> => textsOf(item, 'title');

/** The texts of the first block of a kind, by language; empty when there is none. */
export function textsOf(item: PublicItem, kind: Frame['kind']): Readonly<Record<string, string>> {
	const block = item.blocks.find((one) => one.kind === kind);
	return block ? textsOfBlock(block) : {};
}

export function textsOfBlock({ words }: PublicBlock): Record<string, string> {
	return Object.fromEntries(Object.entries(words).flatMap(([lang, { text }]) => (text ? [[lang, text]] : [])));
}
