import type { Texts } from '#lib/platform/i18n/say.ts';

export type OrganisationKind =
	| 'central-organisation'
	| 'association'
	| 'chapter'
	| 'authority'
	| 'library'
	| 'municipality'
	| 'regional-council'
	| 'funder';

export type Organisation = {
	readonly id: string;
	readonly kind: OrganisationKind;
	readonly names: Texts;
	/** Simulated people, places and figures stand only on these. */
	readonly isDemonstration: boolean;
};
