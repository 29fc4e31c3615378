import type { Texts } from '#lib/platform/i18n/say.ts';

export const AGREEMENT_KINDS = ['venue', 'counselling', 'network'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const AGREEMENT_STATES = ['asked', 'granted', 'refused', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Why it was refused, or why it ended. */
export const AGREEMENT_CAUSES = [
	...(['epidemic', 'house-rules', 'no-room', 'no-staff', 'moved', 'no-demand', 'term-over', 'other'] as const),
] as const;
export type AgreementCause = (typeof AGREEMENT_CAUSES)[number];

export type Agreement = {
	readonly id: string;
	/** Who asks. */
	readonly organisationId: string;
	/** Who is asked. */
	readonly partnerId: string;
	readonly placeId: string | null;
	readonly kind: AgreementKind;
	readonly from: string | null;
	readonly to: string | null;
	/** In order; the last one says how it stands. */
	readonly steps: readonly AgreementStep[];
};

export type AgreementStep = {
	readonly number: number;
	readonly state: AgreementState;
	readonly on: string;
	readonly cause: AgreementCause | null;
	readonly reason: Texts | null;
	/** What came in its place. */
	readonly instead: Texts | null;
	/** Null: it came with the demonstration. */
	readonly accountId: string | null;
};

/** What may follow. Whoever was refused may ask again; what has ended is asked for anew. */
const NEXT: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
	asked: ['granted', 'refused', 'ended'],
	granted: ['ended'],
	refused: ['asked'],
	ended: [],
};

export function nextStates({ steps }: Pick<Agreement, 'steps'>): readonly AgreementState[] {
	const last = steps.at(-1);
	return last ? NEXT[last.state] : ['asked'];
}

export function stateOf({ steps }: Pick<Agreement, 'steps'>): AgreementState {
	return steps.at(-1)?.state ?? 'asked';
}

/** Nothing goes on there by this agreement: dates that are still to come have no place. */
export const isOver = (agreement: Pick<Agreement, 'steps'>): boolean =>
	['refused', 'ended'].includes(stateOf(agreement));

/** A refusal or an end has its cause, nothing else has one. */
export const needsCause = (state: AgreementState): boolean => state === 'refused' || state === 'ended';
