/** One way to read a word, in the terms of Voikko; what does not apply is absent. */
export type Reading = {
	readonly wordClass?: string;
	readonly mood?: string;
	/** '4' is the passive. */
	readonly person?: string;
	/** 'true': the form stands only after a negation. */
	readonly negative?: string;
	readonly participle?: string;
	readonly grammaticalCase?: string;
	readonly possessive?: string;
	/** Words it is composed of; 1 for a plain one. */
	readonly parts: number;
};

/** Knows the forms of Finnish words; nothing is known about a word without readings. */
export type Morphology = { readonly analyse: (word: string) => readonly Reading[] };
