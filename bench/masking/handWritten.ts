import { findSecrets, type MaskSpan } from '../../src/lib/privacy/mask.ts';
import type { Kind } from './corpus.ts';
import { type Half, handWritten, type Line } from './lines.ts';
import { TARGETS } from './targets.ts';

/** The lines of `chat/`, half by half. `--show="developed on"` lists what was missed or hidden for nothing. */

type Read = { line: Line; spans: MaskSpan[] };
type Place = { line: Line; value: string };
type Tally = { found: number; missed: Place[]; strays: Place[] };

const LANGUAGES = ['fi', 'sv', 'en', 'ru', 'uk', 'et', 'ar', 'so'];
const CODES = 'codes, passwords, user ids';
const shown = process.argv.find((argument) => argument.startsWith('--show='))?.slice('--show='.length);

for (const half of ['developed on', 'held out'] as const) report(half);

function report(half: Half): void {
	const reads = handWritten(half).map((line) => ({ line, spans: findSecrets(line.text, { before: line.before }) }));
	console.log(`\n${half}: ${reads.length} lines\n${'kind'.padEnd(30)}     n  precision  recall`);
	for (const kind of Object.keys(TARGETS) as Kind[]) {
		const sum = tally(reads, kind);
		const isMissed = precisionOf(sum) < TARGETS[kind].precision || recallOf(sum) < TARGETS[kind].recall;
		if (isMissed) process.exitCode = 1;
		print(`${kind}${isMissed ? ' (missed)' : ''}`, sum);
		if (half === shown) list(sum);
	}
	for (const language of LANGUAGES) {
		const own = reads.filter(({ line }) => line.language === language);
		print(`  codes, ${language}`, tally(own, CODES));
	}
}

function tally(reads: readonly Read[], kind: Kind): Tally {
	const sum: Tally = { found: 0, missed: [], strays: [] };
	for (const { line, spans } of reads) {
		const own = spans.filter((span) => span.kind === TARGETS[kind].kind);
		for (const { start, end } of line.marks.filter((mark) => mark.kind === kind)) {
			if (own.some((span) => span.start === start && span.end === end)) sum.found += 1;
			else sum.missed.push({ line, value: line.text.slice(start, end) });
		}
		const strays = own.filter((span) => !line.marks.some(({ start, end }) => start < span.end && span.start < end));
		sum.strays.push(...strays.map(({ start, end }) => ({ line, value: line.text.slice(start, end) })));
	}
	return sum;
}

function recallOf({ found, missed }: Tally): number {
	return found / (found + missed.length);
}

function precisionOf({ found, strays }: Tally): number {
	return found / (found + strays.length);
}

function print(name: string, sum: Tally): void {
	const n = String(sum.found + sum.missed.length).padStart(6);
	console.log(`${name.padEnd(30)}${n}  ${precisionOf(sum).toFixed(3)}      ${recallOf(sum).toFixed(3)}`);
}

function list({ missed, strays }: Tally): void {
	const told = ({ line, value }: Place) => `${JSON.stringify([...line.before, line.text].join(' ‖ '))}  ${value}`;
	for (const miss of missed) console.log(`    missed  ${told(miss)}`);
	for (const stray of strays) console.log(`    stray   ${told(stray)}`);
}
