import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import type { About, Block, BlockKind } from './item/item.ts';
import { listIn } from './item/about.ts';
import { type PublicBlock, type PublicItem, textsOf, textsOfBlock } from './item/public.ts';

/** The card of an e-service, in the order in which a reader meets its parts. Absent parts are absent. */
export type Service = {
	readonly id: string;
	readonly position: number;
	readonly names: Texts;
	readonly provider: Texts;
	/** A public authority offers it; a company, a bank or an association does not count as one. */
	readonly authority?: boolean;
	readonly url: string;
	readonly topics: readonly string[];
	readonly whatItIs: Texts;
	readonly login: readonly LoginWay[];
	readonly languages: readonly string[];
	readonly withoutCodes?: Texts;
	readonly goodToKnow?: readonly Fact[];
	readonly phone?: { readonly number: string; readonly note: Texts };
	readonly scams?: Texts;
	readonly formerNames?: readonly string[];
	readonly sources?: readonly string[];
	readonly confidence: Confidence;
	/** Names of the municipalities whose people it serves; absent when it serves the whole country. */
	readonly municipalities?: readonly string[];
};

/** One thing worth knowing. Doubtful: the source was old, from memory or contradictory, and the card says so. */
export type Fact = { readonly texts: Texts; readonly doubtful?: boolean };

export const LOGIN_WAYS = ['bank', 'mobile', 'cert', 'eidas', 'fa', 'password', 'email', 'none'] as const;
export type LoginWay = (typeof LOGIN_WAYS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The card as an item: one block for each of its texts, everything else in `about`. */
export function blocksOfCard(card: Service): { block: Omit<Block, 'words'>; texts: Texts }[] {
	const one = (id: string, kind: BlockKind, texts: Texts | undefined, doubtful?: boolean) =>
		texts ? [{ block: { id, kind, ...(doubtful && { doubtful }) }, texts }] : [];
	return [
		...one('title', 'title', card.names),
		...one('provider', 'provider', card.provider),
		...one('summary', 'summary', card.whatItIs),
		...one('without-codes', 'without-codes', card.withoutCodes),
		...(card.goodToKnow ?? []).flatMap((fact, at) => one(`fact-${at + 1}`, 'fact', fact.texts, fact.doubtful)),
		...one('phone', 'phone', card.phone?.note),
		...one('scam', 'scam', card.scams),
	];
}

export function aboutOfCard(card: Service): Record<string, unknown> {
	const { position, url, topics, login, languages, confidence } = card;
	const { authority, formerNames, sources, municipalities, phone } = card;
	const about = { position, url, topics, login, languages, confidence, risk: riskOfTopics(topics) };
	const more = { authority, formerNames, sources, municipalities, phone: phone?.number };
	return { ...about, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };
}

/** The card of a public item of the kind service. */
export function serviceOf(item: PublicItem): Service {
	const { about } = item;
	const texts = (kind: BlockKind): Texts | undefined => notEmpty(textsOf(item, kind));
	const facts = item.blocks.filter(({ kind }) => kind === 'fact').map(factOf);
	const phone = texts('phone');
	return {
		id: item.id,
		position: Number(about.position ?? 0),
		names: texts('title') ?? {},
		provider: texts('provider') ?? {},
		url: String(about.url ?? ''),
		...(about.authority === true && { authority: true }),
		topics: listIn(about, 'topics'),
		whatItIs: texts('summary') ?? {},
		login: LOGIN_WAYS.filter((way) => listIn(about, 'login').includes(way)),
		languages: listIn(about, 'languages'),
		withoutCodes: texts('without-codes'),
		...(facts.length > 0 && { goodToKnow: facts }),
		...(phone && { phone: { number: String(about.phone ?? ''), note: phone } }),
		scams: texts('scam'),
		confidence: CONFIDENCES.find((one) => one === about.confidence) ?? 'low',
		...lists(about, ['formerNames', 'sources', 'municipalities']),
	};
}

function factOf(block: PublicBlock): Fact {
	return { texts: textsOfBlock(block), ...(block.doubtful && { doubtful: true }) };
}

/** Those of the lists that have something in them. */
function lists<Field extends string>(
	about: About,
	fields: readonly Field[],
): Partial<Record<Field, readonly string[]>> {
	const filled = fields.filter((field) => listIn(about, field).length > 0);
	return Object.fromEntries(filled.map((field) => [field, listIn(about, field)])) as Partial<Record<Field, string[]>>; // keys are the fields
}

function notEmpty(texts: Texts): Texts | undefined {
	return Object.keys(texts).length > 0 ? texts : undefined;
}

const RISKY_TOPICS = {
	money: ['benefits', 'tax', 'pension', 'money'],
	permit: ['migration'],
	health: ['health'],
} as const;

/** How much a wrong card can harm follows from what it is about. */
function riskOfTopics(topics: readonly string[]): string {
	const found = Object.entries(RISKY_TOPICS).find(([, risky]) => risky.some((topic) => topics.includes(topic)));
	return found?.[0] ?? 'ordinary';
}

export type Topic = { readonly id: string; readonly names: Texts; readonly pictogram: string };

/**
 * A run of text; `lang` when it is in another language than the text around it (`[[fi:Lähetä]]`), `href` when it leads
 * to where the word is explained.
 */
export type Run = { readonly text: string; readonly lang?: string; readonly href?: string };

export function runsOf(text: string): Run[] {
	const runs: Run[] = [];
	let end = 0;
	for (const match of text.matchAll(/\[\[([a-z]{2}):([^\]]+)\]\]/g)) {
		if (match.index > end) runs.push({ text: text.slice(end, match.index) });
		runs.push({ text: match[2] ?? '', lang: match[1] });
		end = match.index + match[0].length;
	}
	if (end < text.length) runs.push({ text: text.slice(end) });
	return runs;
}

export function plainText(text: string): string {
	return runsOf(text)
		.map((run) => run.text)
		.join('');
}

/** The runs in the reader's language; where there are none, those of another language, marked as such. */
export function runsIn(texts: Texts | undefined, lang: string): Run[] {
	const runs = runsOf(inLanguage(texts, lang));
	const other = texts?.[lang] === undefined ? Object.keys(texts ?? {})[0] : undefined;
	return other === undefined ? runs : runs.map((run) => ({ lang: other, ...run }));
}
