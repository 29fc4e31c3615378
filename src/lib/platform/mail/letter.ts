/** A mail as whoever looks at it needs it: taken apart, nothing of it believed. */
export type Letter = {
	/** With its angle brackets; null when it has none. */
	readonly messageId: string | null;
	/** Ids of earlier mails that it says it belongs to, the newest last. */
	readonly references: readonly string[];
	/** The address of the sender, in small letters; null when it names none. Anybody can write anything there. */
	readonly from: string | null;
	/** By its name in small letters; the first one if there are several. */
	readonly headers: ReadonlyMap<string, string>;
	readonly subject: string;
	/** What was written, as plain text, also when it came as HTML alone. */
	readonly text: string;
	readonly files: readonly LetterFile[];
	/** False when only its beginning was read. */
	readonly isWhole: boolean;
	/** Of a report that a mail was not delivered: what was said of it. */
	readonly report: DeliveryReport | null;
};

export type LetterFile = { readonly kind: LetterFileKind; readonly bytes: number };
/** By its first bytes, never by its name. */
export type LetterFileKind = 'picture' | 'pdf' | 'other';

export type DeliveryReport = {
	/** For good; else it will be tried again. */
	readonly hasFailed: boolean;
	/** The ids of the mail that came back. */
	readonly ids: readonly string[];
};

/** A mail that goes out. */
export type Outgoing = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** The same at each try, so that a twin is known as one. */
	readonly messageId: string;
	readonly language: string;
};
