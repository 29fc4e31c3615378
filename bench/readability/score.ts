// node bench/readability/score.ts [--all] : how hard every text of the starter content is to read.
import type { Measures } from '../../src/lib/content/advice/advice.ts';
import { morphology } from '../../src/lib/content/advice/voikko.server.ts';
import { measured, type StarterText, starterTexts, VARIANTS, type Variant, variantOf } from './texts.ts';

type Scored = { readonly text: StarterText; readonly measures: Measures };

const WORST = 10;
const voikko = morphology();
const scored = starterTexts().map((text) => ({ text, measures: measured(text, voikko) }));

console.log(
	`${scored.length} texts; Finnish word forms ${voikko ? 'read by Voikko' : 'not looked at: no Voikko here'}`,
);
if (process.argv.includes('--all'))
	for (const one of scored) console.log(line(one.text.file, variantOf(one.text), one.measures));
for (const variant of VARIANTS) printVariant(variant);

function printVariant(variant: Variant): void {
	const own = scored.filter(({ text }) => variantOf(text) === variant);
	if (own.length === 0) return;
	console.log(`\n${variant}: ${own.length} texts, medians by kind\n${heading()}`);
	for (const kind of new Set(own.map(({ text }) => text.kind)))
		printKind(
			kind,
			own.filter(({ text }) => text.kind === kind),
		);
	printKind('all', own);
	console.log(`the ${WORST} hardest`);
	for (const { text, measures } of hardest(own)) console.log(line(text.file, '', measures));
}

function printKind(kind: string, own: readonly Scored[]): void {
	const of = (pick: (measures: Measures) => number): number => median(own.map(({ measures }) => pick(measures)));
	const flesch = own.some(({ measures }) => measures.flesch !== undefined) && { flesch: of((one) => one.flesch ?? 0) };
	const shares = {
		passive: of((one) => one.shares.passive ?? 0),
		'long-word': of((one) => one.shares['long-word'] ?? 0),
	};
	const lengths = { wordsPerSentence: of((one) => one.wordsPerSentence), longest: of((one) => one.longest) };
	console.log(line(kind, String(own.length), { words: 0, sentences: 0, ...lengths, ...flesch, shares }));
}

/** By the index where there is one, else by the length of sentences. */
function hardest(own: readonly Scored[]): Scored[] {
	const ease = ({ measures }: Scored): number => measures.flesch ?? -measures.wordsPerSentence;
	return own.toSorted((a, b) => ease(a) - ease(b)).slice(0, WORST);
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function heading(): string {
	return `${''.padEnd(52)}words/sentence  longest  Flesch  passive %  long words %`;
}

function line(name: string, note: string, { wordsPerSentence, longest, flesch, shares }: Measures): string {
	const percent = (share: number | undefined): string => (share === undefined ? '–' : (100 * share).toFixed(1));
	const figures = [
		...[wordsPerSentence.toFixed(1).padStart(14), String(longest).padStart(9), (flesch?.toFixed(1) ?? '–').padStart(8)],
		...[percent(shares.passive).padStart(11), percent(shares['long-word']).padStart(14)],
	];
	return `  ${name.padEnd(42)}${note.padEnd(8)}${figures.join('')}`;
}
