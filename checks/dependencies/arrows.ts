/**
 * Which area may know which. Everything may know `platform`; the table below is the whole rest, and it has no circle.
 * A new area, or a new arrow, is decided here first.
 */
const GROUND = ['identity', 'privacy', 'ledger'] as const;

const ABOVE = {
	network: [],
	content: ['network'],
	events: ['network', 'content'],
	volunteers: ['events', 'network'],
	cases: ['network'],
	chat: ['network', 'cases', 'volunteers', 'content'],
	surveys: ['network', 'cases'],
	search: ['content', 'events', 'network'],
	needs: ['network', 'surveys'],
	reports: ['network', 'events'],
} as const satisfies Record<string, readonly string[]>;

/** From each area to those it may import. `design` is besides open to every `ui/` and route. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
	platform: [],
	design: [],
	...Object.fromEntries(GROUND.map((area) => [area, []])),
	...Object.fromEntries(Object.entries(ABOVE).map(([area, others]) => [area, [...GROUND, ...others]])),
};

/** What may be imported of an area from outside: the doors. */
export const DOORS = ['index\\.server\\.ts$', 'index\\.ts$', 'ui/'] as const;
/** Doors of single areas. */
export const OTHER_DOORS = ['search/public\\.server\\.ts$'] as const;
