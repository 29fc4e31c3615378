import type { Made, Message } from '../conversation.ts';

/** A message as somebody said it in another language. */
export type Rendering = {
	readonly seq: number;
	readonly language: string;
	/** Null when its key is gone. */
	readonly text: string | null;
	readonly made: Made;
	readonly signed: string | null;
};
export type Step = Pick<Message, 'seq' | 'kind' | 'text' | 'language' | 'made' | 'signed' | 'aboutSeq'>;
export type Renderings = ReadonlyMap<number, readonly Rendering[]>;

/** The languages of the two sides; the clerk's with the last step that stays out of the clerk's sight. */
export type Sides = {
	readonly visitor: string;
	readonly clerk: { readonly language: string; readonly fromSeq: number } | null;
};

/**
 * By the number of a message, the newest rendering in each language, the newest last. What was rendered before a number
 * was hidden in the message counts no more: it may still say the number.
 */
export function renderingsOf(steps: readonly Step[]): Renderings {
	const all = new Map<number, readonly Rendering[]>();
	for (const step of steps) {
		if (step.aboutSeq === null) continue;
		if (step.kind === 'redacted') all.delete(step.aboutSeq);
		const fresh = asRendering(step);
		if (fresh) all.set(step.aboutSeq, withNewest(all.get(step.aboutSeq) ?? [], fresh));
	}
	return all;
}

/** Null for any other step. */
export function asRendering({ seq, kind, language, text, made, signed }: Step): Rendering | null {
	return kind === 'rendering' && language !== null && made !== null ? { seq, language, text, made, signed } : null;
}

/** Adds one, or puts it in the place of an older one in its language. */
export function withNewest(known: readonly Rendering[], fresh: Rendering): Rendering[] {
	return [...known.filter(({ language }) => language !== fresh.language), fresh];
}

/** The language into which a message is to be rendered, so that the other side can read it; null when none. */
export function targetOf({ seq, kind, text, language }: Step, { visitor, clerk }: Sides): string | null {
	if (kind !== 'text' || text === null) return null;
	if (language !== null && language !== visitor) return visitor;
	return clerk && clerk.language !== visitor && seq > clerk.fromSeq ? clerk.language : null;
}

/** Whether the other side waits for it. */
export function isLacking(step: Step, sides: Sides, known: Renderings): boolean {
	const target = targetOf(step, sides);
	return target !== null && !(known.get(step.seq) ?? []).some(({ language }) => language === target);
}

/** Where a machine's draft belongs; bound into its seal. */
export const placeOfMachineDraft = (conversationId: string, seq: number, language: string): string =>
	`${conversationId}/machine/${seq}/${language}`;
