import type { Texts } from '#lib/platform/i18n/say.ts';

export const ORGANISATION_KINDS = [
	...(['central-organisation', 'association', 'chapter', 'authority', 'library'] as const),
	...(['municipality', 'regional-council', 'funder'] as const),
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export type Organisation = {
	readonly id: string;
	readonly kind: OrganisationKind;
	readonly names: Texts;
	/** Simulated people, places and figures stand only on these. */
	readonly isDemonstration: boolean;
	/** Of which it is a part: a chapter of its central organisation, an office of its authority. */
	readonly parentId?: string | null;
	/** In which one can deal with it. */
	readonly languages?: readonly string[];
	readonly website?: string | null;
};

/** Parents before their parts, so that they can be added in this order. A parent that is not among them comes first. */
export function parentsFirst<One extends Pick<Organisation, 'id' | 'parentId'>>(all: readonly One[]): One[] {
	const byId = new Map(all.map((one) => [one.id, one]));
	const depthOf = (one: One, seen: readonly string[] = []): number => {
		const parent = byId.get(one.parentId ?? '');
		if (!parent || seen.includes(parent.id)) return 0;
		return 1 + depthOf(parent, [...seen, one.id]);
	};
	return all.toSorted((a, b) => depthOf(a) - depthOf(b));
}
