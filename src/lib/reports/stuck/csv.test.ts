import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a file is marked as UTF-8, and numbers stay numbers', () => {
	expect(csvOf(['a', 'b'], [['Кела', -5]])).toBe('\uFEFFa,b\r\nКела,-5\r\n');
});

test('what could be read as a formula is text', () => {
	for (const text of ['=1+1', '+358', '-5', '@sum', '\t=1', '\r=1', '\n=1']) {
		expect(csvOf([], [[text]])).toContain(`'${text.slice(0, 1)}`);
	}
	expect(csvOf([], [['"=1"']])).toContain('"""=1"""');
});

/** A reader of its own: as RFC 4180 says, nothing else. */
function read(text: string): string[][] {
	const rows: string[][] = [[]];
	let [field, isQuoted] = ['', false];
	const endField = (): void => {
		rows.at(-1)?.push(field);
		field = '';
	};
	for (let at = 1; at < text.length; at++) {
		const [char, next] = [text[at] ?? '', text[at + 1]];
		if (isQuoted && char === '"' && next === '"') field += text[++at];
		else if (char === '"') isQuoted = !isQuoted;
		else if (!isQuoted && char === ',') endField();
		else if (!isQuoted && char === '\r' && next === '\n') {
			endField();
			rows.push([]);
			at++;
		} else field += char;
	}
	return rows.slice(0, -1);
}

test('whatever is written is read back as it was', () => {
	const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ж', ';', '1') });
	fc.assert(
		fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
			const back = read(csvOf(['x', 'y'], rows)).slice(1);
			expect(back.map((row) => row.map((one) => one.replace(/^'/, '')))).toEqual(rows);
		}),
	);
});
