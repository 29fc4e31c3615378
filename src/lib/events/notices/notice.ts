/** What somebody who registered is told. */
export const ABOUTS = [
	...(['confirmed', 'waiting', 'offered', 'offer-over', 'seat-gone', 'moved'] as const),
	...(['mode-changed', 'cancelled', 'replaced', 'reminder'] as const),
] as const;
export type About = (typeof ABOUTS)[number];
