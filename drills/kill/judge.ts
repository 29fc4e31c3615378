/** What a sender knows: the texts that were acknowledged, in order, and how often it got no answer. */
export type Sendings = { acked: string[]; unknown: number };

/**
 * Compares what was acknowledged with what is found afterwards and with what the page shows, sender by sender.
 * `unlike` counts pages that do not show exactly what is there (P04).
 */
export function judge(
	sent: readonly Sendings[],
	found: readonly (readonly string[])[],
	shown: readonly (readonly string[])[] = found,
) {
	const verdict = { acked: 0, unknown: 0, lost: 0, doubled: 0, disordered: 0, unlike: 0 };
	sent.forEach(({ acked, unknown }, sender) => {
		const there = found[sender] ?? [];
		const places = new Map(there.map((text, place) => [text, place]));
		const known = acked.flatMap((text) => places.get(text) ?? []);
		verdict.acked += acked.length;
		verdict.unknown += unknown;
		verdict.lost += acked.length - known.length;
		verdict.doubled += there.length - places.size;
		verdict.disordered += known.filter((place, i) => i > 0 && place < (known[i - 1] ?? 0)).length;
		verdict.unlike += Number(JSON.stringify(shown[sender]) !== JSON.stringify(there));
	});
	return verdict;
}

export type Verdict = ReturnType<typeof judge>;

export function isFaultless({ lost, doubled, disordered, unlike }: Verdict): boolean {
	return lost + doubled + disordered + unlike === 0;
}

/** `acked` of a run in which hardly anybody got through proves nothing. */
export function line(name: string, count: string, verdict: Verdict): string {
	const figures = Object.entries(verdict).map(([what, number]) => `${number} ${what}`);
	return `${name}: ${count}, ${figures.join(', ')}`;
}
