import type { CardRef } from '../../cards/card.ts';
import type { Message } from '../../conversation.ts';
import type { DeskView } from '../../desk.server.ts';
import type { Interpreting } from '../../interpreting/seen.server.ts';
import type { AgreedTerm } from '#lib/content/index.ts';
import type { Draft } from '../../notes/drafts.server.ts';
import type { Note } from '../../notes/note.ts';
import type { GuideName } from '#lib/content/index.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** What the server tells the console, as it arrives in the browser. */
export type { DeskView, Message };
export type { Note } from '../../notes/note.ts';
export type { Colleagues } from '../../holding/offers.server.ts';
export type Listed = DeskView['waiting'][number];
export type State = { readonly view: DeskView; readonly now: number };

export type Opened = {
	readonly conversation: {
		readonly id: string;
		readonly caseId: string;
		readonly language: string;
		readonly kind: Listed['kind'];
		readonly page: string | null;
		readonly expiresOn: string;
		readonly visitorRead: number;
		readonly ended: boolean;
	};
	readonly messages: readonly Message[];
	/** What the clock proposes for the closing. */
	readonly minutes: number;
	readonly notes: readonly Note[];
	/** What this helper had begun to write here, and the last step she had before her eyes then. */
	readonly draft: Draft | null;
	readonly interpreting: Interpreting;
};

/** What a helper has at hand: topics, cards and phrases. */
export type Named = { readonly id: string; readonly name: string };
export type CardName = { readonly id: string; readonly topic: string; readonly names: Texts };
export type Phrase = { readonly id: string; readonly topic?: string; readonly texts: Texts };
export type Book = {
	readonly topics: readonly Named[];
	readonly cards: readonly CardName[];
	readonly phrases: readonly Phrase[];
	/** Guides and their steps in the helper's language, to name the one at which somebody is stuck. */
	readonly guides: readonly GuideName[];
	/** Words of the authorities, as it is agreed to say them. */
	readonly terms: readonly AgreedTerm[];
	/** Languages in which the site speaks. */
	readonly languages: readonly string[];
};

/** A card of the site on its way to the visitor, as the helper named it. */
export type Attached = { readonly ref: CardRef; readonly title: string };
export type { CardRef };

export type Card = {
	readonly id: string;
	readonly name: string;
	readonly provider: string;
	readonly url: string;
	readonly whatItIs: string;
	readonly login: readonly string[];
	readonly withoutCodes: string | null;
	readonly goodToKnow: readonly string[];
	readonly phone: { readonly number: string; readonly note: string } | null;
};

/** The codes of a closing while they are being chosen. */
export type Codes = {
	topic: string;
	serviceId: string;
	outcome: string;
	minutes: string;
	ageBand: string;
	gender: string;
	/** `guide#step`. */
	stuckAt: string;
	referredTo: string;
	guideMissing: boolean;
};

export const NO_CODES: Readonly<Codes> = {
	...{ topic: '', serviceId: '', outcome: '', minutes: '', ageBand: '', gender: '' },
	...{ stuckAt: '', referredTo: '', guideMissing: false },
};
