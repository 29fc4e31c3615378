import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './wordDiff.ts';

const earlier = (stretches: ReturnType<typeof wordDiff>) =>
	stretches
		.filter(({ kind }) => kind !== 'in')
		.map(({ text }) => text)
		.join('');
const later = (stretches: ReturnType<typeof wordDiff>) =>
	stretches
		.filter(({ kind }) => kind !== 'out')
		.map(({ text }) => text)
		.join('');

test('a changed word stands out, and the sentence around it stays', () => {
	expect(wordDiff('Paina Lähetä ja odota.', 'Paina Jatka ja odota.')).toEqual([
		{ kind: 'same', text: 'Paina ' },
		{ kind: 'out', text: 'Lähetä' },
		{ kind: 'in', text: 'Jatka' },
		{ kind: 'same', text: ' ja odota.' },
	]);
});

test('both wordings can be read from it, whatever they are', () => {
	const text = fc
		.array(fc.constantFrom('a', 'b', 'c', ' ', '. ', 'ä', '\n'), { maxLength: 30 })
		.map((all) => all.join(''));
	fc.assert(
		fc.property(text, text, (before, after) => {
			const stretches = wordDiff(before, after);
			expect(earlier(stretches)).toBe(before);
			expect(later(stretches)).toBe(after);
			expect(stretches.every(({ kind }) => kind === 'same')).toBe(before === after);
		}),
	);
});

test('a transcript of sixty thousand letters is compared by sentences and does not stop the server', () => {
	const sentence = (word: string, at: number) => `Lause ${word} numero ${at} on tässä.`;
	const long = (word: string) =>
		Array.from({ length: 1_500 }, (_, at) => sentence(at % 50 === 0 ? word : 'x', at)).join(' ');
	const stretches = wordDiff(long('vanha'), long('uusi'));
	expect(earlier(stretches)).toBe(long('vanha'));
	expect(later(stretches)).toBe(long('uusi'));
	expect(stretches.length).toBeGreaterThan(10);
});
