import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../../..');
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
type Read = { readonly steps: readonly Readonly<Record<string, unknown>>[] };
const { steps } = read('starter/training.json') as Read;

test('each step of the path is there once and leads to something that is there', () => {
	expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
	for (const { guide, material, href } of steps) {
		if (guide) expect(read(`starter/guides/${guide}.json`)).toMatchObject({ about: { section: 'helpers' } });
		if (material) expect(read(`starter/materials/${material}.json`)).toMatchObject({ kind: 'material' });
		if (href) expect(fs.existsSync(path.join(ROOT, `src/routes${href}/+page.svelte`))).toBe(true);
		expect([guide, material, href].filter(Boolean)).toHaveLength(1);
	}
});

test('the words of a deed are there in each language', () => {
	for (const { names, lines } of steps.filter(({ href }) => href)) {
		for (const texts of [names, lines])
			expect(texts).toEqual({ ru: expect.any(String), fi: expect.any(String), en: expect.any(String) });
	}
});
