/** Where an older mail begins that stands below what she wrote, in the words of common mail programs. */
const SEPARATORS = [
	/^-{2,}\s*(original message|alkuperäinen viesti|исходное сообщение|пересылаемое сообщение|reply message)\s*-{2,}$/i,
	/^_{20,}$/,
	/^(from|lähettäjä|от|от кого):.*@/i,
];
const SAYS = /(wrote|kirjoitti|пишет|писал|написал|написала|писал\(а\))\s{0,3}:?$/i;
const LONGEST_ATTRIBUTION = 4;

export type Cut = { readonly text: string; readonly wasCut: boolean };

/** What she wrote herself in an answer to us; what she quotes of older mails is left out. With nothing left, all stays. */
export function withoutQuoted(text: string): Cut {
	const lines = text.split('\n');
	const end = lines.findIndex((line) => SEPARATORS.some((one) => one.test(line.trim())));
	const above = end < 0 ? lines : lines.slice(0, end);
	const said = attributions(above);
	const own = above.filter((line, at) => !isQuote(line) && !said.has(at));
	const kept = own
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	if (kept === '') return { text, wasCut: false };
	return { text: kept, wasCut: own.length < lines.length };
}

const isQuote = (line = ''): boolean => /^\s*>/.test(line);

/** «On Monday 2.11. somebody wrote:» directly above a quotation; with its date on a line before, that line, too. */
function attributions(lines: readonly string[]): ReadonlySet<number> {
	const found = new Set<number>();
	for (const [at, line] of lines.entries()) {
		if (!SAYS.test(line.trimEnd()) || isQuote(line) || !isQuote(nextWritten(lines, at))) continue;
		const first = dateAbove(lines, at);
		for (let one = first ?? at + 1; one <= at; one += 1) found.add(one);
	}
	return found;
}

function dateAbove(lines: readonly string[], from: number): number | null {
	for (let at = from; at >= 0 && at > from - LONGEST_ATTRIBUTION; at -= 1) {
		const line = lines[at] ?? '';
		if (line.trim() === '' || isQuote(line)) return null;
		if (/\d/.test(line)) return at;
	}
	return null;
}

const nextWritten = (lines: readonly string[], after: number): string =>
	lines.slice(after + 1, after + 3).find((line) => line.trim() !== '') ?? '';
