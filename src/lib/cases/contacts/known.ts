import { TAP_LANGUAGES } from '../tally/tally.ts';

/** What the catalogue knows of the codes of a contact: nothing else may get into the figures. */
export type KnownCodes = {
	readonly isTopic: (id: string) => boolean;
	readonly isService: (id: string) => boolean;
	readonly isPlace: (id: string) => boolean;
	/** `guide#step`. */
	readonly isStep: (id: string) => boolean;
	/** The step of a guide by its number, as `guide#step`; null when there is none. */
	readonly stepOf: (guide: string, number: number) => string | null;
};

type Told = {
	readonly topic: string;
	readonly serviceId: string | null;
	readonly placeId?: string | null;
	readonly language?: string;
	readonly stuckAt?: string | null;
};
type ToldByNumber = { readonly stuckGuide: string | null; readonly stuckStep: number | null };

/** The fields whose code nobody knows, by name; null when all are known. What was not asked is not wrong. */
export function unknownCodes(told: Told, known: KnownCodes): Record<string, string> | null {
	return faultsIn({
		topic: known.isTopic(told.topic) ? null : 'topic',
		serviceId: isNoneOr(told.serviceId, known.isService) ? null : 'service',
		placeId: isNoneOr(told.placeId, known.isPlace) ? null : 'place',
		language: isNoneOr(told.language, isLanguage) ? null : 'language',
		stuckAt: isNoneOr(told.stuckAt, known.isStep) ? null : 'stuckAt',
	});
}

/** The same where the step is told by its number. */
export function unknownInContact(told: Told & ToldByNumber, known: KnownCodes): Record<string, string> | null {
	const stuckStep = told.stuckGuide === null || stuckAt(told, known) ? null : 'step';
	return faultsIn({ ...unknownCodes(told, known), stuckStep });
}

/** `guide#step`, when she was stuck at a step of a guide. */
export function stuckAt({ stuckGuide, stuckStep }: ToldByNumber, known: KnownCodes): string | null {
	return stuckGuide === null || stuckStep === null ? null : known.stepOf(stuckGuide, stuckStep);
}

function faultsIn(faults: Readonly<Record<string, string | null>>): Record<string, string> | null {
	const found = Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null);
	return found.length > 0 ? Object.fromEntries(found) : null;
}

const isNoneOr = (code: string | null | undefined, isKnown: (code: string) => boolean): boolean =>
	code === null || code === undefined || isKnown(code);
const isLanguage = (code: string): boolean => TAP_LANGUAGES.some((one) => one === code);
