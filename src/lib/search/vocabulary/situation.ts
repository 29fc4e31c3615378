/**
 * Everyday words for a thing that has an official name. `of`: beginnings of words in a document's
 * names or aliases; any document so named (a service, a guide, a term) is also found by `say`.
 */
export type Situation = { of: readonly string[]; say: string };
