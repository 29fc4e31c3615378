import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = path.join(import.meta.dirname, '../e2e');

/** The pages from which the people of an errand come to the chat. */
function pagesIn(text: string): string[] {
	return [...text.matchAll(/\b(?:ask|comeByCard)\(\s*\w+,\s*'([\w-]+)'/g)].map(([, page = '']) => page);
}

// One desk answers all errands, two at a time, and shows of who waits only the page she came from: a helper took
// somebody whom another errand had left, when hers was not on the list yet.
test('no two files of errands come to the desk from the same page', () => {
	const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.e2e.ts'));
	const found = files.map((name) => new Set(pagesIn(fs.readFileSync(path.join(FOLDER, name), 'utf8'))));
	const all = found.flatMap((pages) => [...pages]);
	expect(all.length).toBeGreaterThan(10);
	expect(all.filter((page, at) => all.indexOf(page) !== at)).toEqual([]);
});
