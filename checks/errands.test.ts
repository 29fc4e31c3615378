import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = path.join(import.meta.dirname, '../e2e');

/** The pages from which the people of an errand come to the chat. */
function pagesIn(text: string): string[] {
	return [...text.matchAll(/\b(?:ask|comeByCard)\(\s*\w+,\s*'([\w-]+)'/g)].map(([, page = '']) => page);
}

/** Those that stand in more than one of the texts. */
function sharedBy(texts: readonly string[]): string[] {
	const all = texts.flatMap((text) => [...new Set(pagesIn(text))]);
	return all.filter((page, at) => all.indexOf(page) !== at);
}

// One desk answers all errands, two at a time, and shows of who waits only the page she came from: a helper took
// somebody whom another errand had left, when hers was not on the list yet.
test('no two files of errands come to the desk from the same page', () => {
	const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.e2e.ts'));
	const texts = files.map((name) => fs.readFileSync(path.join(FOLDER, name), 'utf8'));
	expect(texts.flatMap(pagesIn).length).toBeGreaterThan(10);
	expect(sharedBy(texts)).toEqual([]);
});

test('two that do are seen', () => {
	const errand = "const about = await ask(her, 'ulosotto', unique('Hei '));";
	expect(sharedBy([errand, `${errand}\n${errand}`, "await comeByCard(her, 'ytj', 'fi');"])).toEqual(['ulosotto']);
});
