/** Words of a long list, written as a text. */
export const listed = (words: string): string[] => words.trim().split(/\s+/);

/** Any of them, for the middle of a pattern. */
export const anyOf = (words: string): string => `(?:${listed(words).join('|')})`;
