/**
 * What a volunteer is told. `offered`: would she take it; `given`: hers now, after approval or a swap; `declined`: what
 * she asked for is not to be; `moved`, `cancelled`: her shift; `wanted`: a colleague looks for somebody to take one over;
 * `taken-over`: hers no more; `reminder`: tomorrow; `ends`: a pledge or a qualification ends soon; `hours`: what became of
 * hours she wrote down.
 */
export const ABOUTS = [
	...(['offered', 'given', 'declined', 'moved', 'cancelled', 'wanted', 'taken-over'] as const),
	...(['reminder', 'ends', 'hours'] as const),
] as const;
export type About = (typeof ABOUTS)[number];
