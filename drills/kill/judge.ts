/** What a sender knows: the texts that were acknowledged, in order, and how often it got no answer. */
export type Sendings = { acked: string[]; unknown: number };

/** Compares what was acknowledged with what is found afterwards, sender by sender. */
export function judge(sent: readonly Sendings[], found: readonly (readonly string[])[]) {
	const verdict = { acked: 0, unknown: 0, lost: 0, doubled: 0, disordered: 0 };
	sent.forEach(({ acked, unknown }, sender) => {
		const there = found[sender] ?? [];
		verdict.acked += acked.length;
		verdict.unknown += unknown;
		verdict.lost += acked.filter((text) => !there.includes(text)).length;
		verdict.doubled += there.length - new Set(there).size;
		const places = acked.map((text) => there.indexOf(text)).filter((place) => place >= 0);
		verdict.disordered += places.filter((place, i) => i > 0 && place < (places[i - 1] ?? 0)).length;
	});
	return verdict;
}
