/** What the catalogue knows of the codes of a contact: nothing else may get into the figures. */
export type KnownCodes = {
	readonly isTopic: (id: string) => boolean;
	readonly isService: (id: string) => boolean;
	readonly isPlace: (id: string) => boolean;
	readonly isLanguage: (code: string) => boolean;
	/** The step of a guide by its number, as `guide#step`; null when there is none. */
	readonly stepOf: (guide: string, number: number) => string | null;
};

type Told = {
	readonly topic: string;
	readonly serviceId: string | null;
	readonly placeId: string | null;
	readonly language: string;
	readonly stuckGuide: string | null;
	readonly stuckStep: number | null;
};

/** The fields whose code nobody knows, by name. */
export function unknownCodes(told: Told, known: KnownCodes): Record<string, string> {
	const faults = {
		topic: known.isTopic(told.topic) ? null : 'topic',
		serviceId: told.serviceId === null || known.isService(told.serviceId) ? null : 'service',
		placeId: told.placeId === null || known.isPlace(told.placeId) ? null : 'place',
		language: known.isLanguage(told.language) ? null : 'language',
		stuckStep: told.stuckGuide === null || stuckAt(told, known) ? null : 'step',
	};
	return Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** `guide#step`, when she was stuck at a step of a guide. */
export function stuckAt({ stuckGuide, stuckStep }: Pick<Told, 'stuckGuide' | 'stuckStep'>, known: KnownCodes) {
	return stuckGuide === null || stuckStep === null ? null : known.stepOf(stuckGuide, stuckStep);
}
