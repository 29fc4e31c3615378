/**
 * What content is made of. An item is a service, a guide, a term …; it consists of blocks with ids that never change.
 * One language is its source; the others are translated block by block, each remembering what it was translated from.
 */
export const KINDS = ['service', 'guide', 'term', 'change', 'video', 'material'] as const;
export type Kind = (typeof KINDS)[number];
export type ItemKey = `${Kind}/${string}`;

/** How much a wrong text can harm; it sets how often somebody must check it. */
export const RISKS = ['money', 'permit', 'health', 'ordinary'] as const;
export type Risk = (typeof RISKS)[number];
export const CHECKED_EVERY_DAYS: Readonly<Record<Risk, number>> = { money: 30, permit: 90, health: 180, ordinary: 365 };

export const BLOCK_KINDS = [
	...['title', 'provider', 'summary', 'without-codes', 'fact', 'phone', 'scam'],
	...['need', 'step', 'warning', 'note', 'faq', 'exercise', 'show', 'transcript'],
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** The parts of a block that are written in a language. `reading`, `meaning`: of the control; `alt`: of the picture. */
export const PARTS = ['text', 'see', 'wrong', 'ask', 'where', 'reading', 'meaning', 'alt'] as const;
export type Part = (typeof PARTS)[number];
export type Words = Readonly<Partial<Record<Part, string>>>;

/** A control as the authority's screen shows it. `seen`: somebody read it there; else the page says that nobody did. */
export type Control = { readonly fi: string; readonly sv?: string; readonly en?: string; readonly seen: boolean };

/** What holds for a block in every language. */
export type Frame = {
	readonly id: string;
	readonly kind: BlockKind;
	readonly control?: Control;
	/** `or`: instead of the step before it. */
	readonly logic?: 'then' | 'or';
	readonly must?: 'required' | 'optional';
	readonly minutes?: number;
	/** The source was old, from memory or contradictory, and the page says so. */
	readonly doubtful?: boolean;
	/** Id of a picture that was put in here. */
	readonly picture?: string;
};
export type Block = Frame & { readonly words: Words };

/** What is not language: kept with the source text, so that it is reviewed with it. Its shape depends on the kind. */
export type About = Readonly<Record<string, unknown>>;

export type SourceText = { readonly about: About; readonly blocks: readonly Block[] };
/** `machine`: a draft nobody has taken for their own; it is never public. */
export type Made = 'human' | 'machine';
export type TranslatedBlock = { readonly words: Words; readonly basedOn: string; readonly made: Made };
export type Translation = { readonly blocks: Readonly<Record<string, TranslatedBlock>> };
/** A text in easy language has blocks of its own; `basedOn` holds the source blocks as they were when it was written. */
export type Adaptation = { readonly blocks: readonly Block[]; readonly basedOn: Readonly<Record<string, string>> };
export type Text = SourceText | Translation | Adaptation;

/** The easy variant of a language stands beside it as one of its own: `fi-easy`. */
const EASY = '-easy';
export const easyOf = (lang: string): string => lang + EASY;
export const isEasy = (lang: string): boolean => lang.endsWith(EASY);
/** The language that a browser and a screen reader know. */
export const plainLanguage = (lang: string): string => lang.replace(EASY, '');

const WORDS = '[a-z0-9]+(-[a-z0-9]+)*';
/** The shape of every id: of items and of blocks. */
export const ID = new RegExp(`^${WORDS}$`);
const KEY = new RegExp(`^(${KINDS.join('|')})/${WORDS}$`);
export const isItemKey = (value: unknown): value is ItemKey => typeof value === 'string' && KEY.test(value);

export const keyOf = (kind: Kind, id: string): ItemKey => `${kind}/${id}`;
export function kindAndId(key: string): { kind: string; id: string } {
	const [kind = '', id = ''] = key.split('/');
	return { kind, id };
}
/** The public address of an item. */
export const addressOf = (key: string, lang: string): string => {
	const { kind, id } = kindAndId(key);
	return `/${lang}/${kind}s/${id}`;
};
