import { findSecrets, type MaskSpan } from '../../src/lib/privacy/mask.ts';
import { type Corpus, makeCorpus, type Positive } from './corpus.ts';
import { TARGETS } from './targets.ts';

const HOSTILE = ['1', '1 ', '1-', 'пароль ', 'код 1234 ', 'fi2', '01.01.90-', '4111 1111 1111 1111 ', 'é', ': a'];

const showMisses = process.argv.includes('--misses');
let failed = false;
for (const heldOut of [false, true]) {
	console.log(`\n${heldOut ? 'Held out' : 'Tuned on'} phrases\n${heading()}`);
	report(makeCorpus(heldOut ? 2 : 1, heldOut));
}
reportSpeed();
console.log(failed ? '\nA target is missed.' : '\nAll targets are met.');
process.exitCode = failed ? 1 : 0;

function report({ positives, negatives }: Corpus): void {
	const wrong = negatives.flatMap(({ text }) => findSecrets(text).map((span) => ({ text, span })));
	for (const [name, target] of Object.entries(TARGETS)) {
		const own = positives.filter(({ kind }) => kind === name);
		const misses = own.filter((positive) => !isFound(positive, target.kind));
		const recall = 1 - misses.length / own.length;
		const extra = own.flatMap((positive) => beside(positive).map((span) => ({ text: positive.text, span })));
		const strays = [...extra, ...wrong.filter(({ span }) => span.kind === target.kind)];
		const found = own.length - misses.length;
		const precision = found / (found + strays.length);
		failed ||= recall < target.recall || precision < target.precision;
		console.log(row(name, own.length, precision, target.precision, recall, target.recall));
		if (showMisses) show(misses, strays);
	}
	const lines = new Set(wrong.map(({ text }) => text)).size;
	console.log(`harmless lines: ${negatives.length}, with something hidden: ${lines}`);
}

/** Found means hidden from the first to the last character and called by its right kind. */
function isFound({ text, start, end }: Positive, kind: MaskSpan['kind']): boolean {
	return findSecrets(text).some((span) => span.start === start && span.end === end && span.kind === kind);
}

function beside({ text, start, end }: Positive): MaskSpan[] {
	return findSecrets(text).filter((span) => span.end <= start || span.start >= end);
}

function show(misses: readonly Positive[], strays: readonly { text: string; span: MaskSpan }[]): void {
	for (const { text } of misses.slice(0, 40)) console.log(`    missed  ${JSON.stringify(text)}`);
	for (const { text, span } of strays.slice(0, 40)) {
		console.log(`    stray   ${JSON.stringify(text)}  ${span.kind} ${text.slice(span.start, span.end)}`);
	}
}

function heading(): string {
	return `${'kind'.padEnd(30)}${'n'.padStart(6)}  precision (target)   recall (target)`;
}

function row(name: string, n: number, ...figures: number[]): string {
	const [precision, leastPrecision, recall, leastRecall] = figures.map((figure) => figure.toFixed(4));
	return `${name.padEnd(30)}${String(n).padStart(6)}  ${precision} (${leastPrecision})      ${recall} (${leastRecall})`;
}

function reportSpeed(): void {
	const { positives, negatives } = makeCorpus(3, true);
	const chat = tenKilobytes(negatives.filter((_, index) => index % 199 === 0).map(({ text }) => text));
	const dense = tenKilobytes(positives.filter((_, index) => index % 97 === 0).map(({ text }) => text));
	console.log(`\n10 kB of chat: ${usual(chat).toFixed(2)} ms (target 5)`);
	console.log(`10 kB of chat, a secret in every line: ${usual(dense).toFixed(2)} ms`);
	for (const unit of HOSTILE) {
		const text = unit.repeat(Math.ceil(10_000 / unit.length));
		const time = fastest(text);
		failed ||= time > 50;
		console.log(`10,000 characters of ${JSON.stringify(unit)}: ${time.toFixed(2)} ms (target 50)`);
	}
}

function tenKilobytes(lines: readonly string[]): string {
	return Buffer.from(lines.join('\n')).subarray(0, 10_000).toString();
}

// The fastest of fifteen: on a shared machine the others measure the neighbours.
/** As in a site that has run for a while: the median once everything is compiled. */
function usual(text: string): number {
	const times = timesOf(text, 600).slice(-200);
	return times.sort((a, b) => a - b)[times.length / 2] ?? Number.NaN;
}

function fastest(text: string): number {
	return Math.min(...timesOf(text, 15));
}

function timesOf(text: string, rounds: number): number[] {
	return Array.from({ length: rounds }, () => {
		const start = performance.now();
		findSecrets(text);
		return performance.now() - start;
	});
}
