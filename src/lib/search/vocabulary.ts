/** Everyday words for a thing whose name holds one of `of` (from the start of a word). */
export type Situation = { of: readonly string[]; say: string };

export const SITUATIONS: readonly Situation[] = [];
