/** What a drill says at its end, in one line, and whether it may be proud of it. */
export type Outcome = { readonly line: string; readonly isGood: boolean };

/** What was missed, each once, below the line. */
export function listed(what: string, all: readonly string[]): string {
	return [...new Set(all)].map((one) => `\n  ${what}: ${one}`).join('');
}
