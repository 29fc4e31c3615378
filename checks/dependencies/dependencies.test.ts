import fs from 'node:fs';
import { cruise, type IViolation } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { ARROWS } from './arrows.ts';
import { ALLOWED, PLANTS, plantTree } from './planted.ts';
import { RULES } from './rules.ts';

let root = '';
let violations: readonly IViolation[] = [];
/** The rules that the file breaks; a circle is reported once, for all that stand in it. */
const broken = (file: string): string[] =>
	violations
		.filter((one) => one.from === file || one.cycle?.some(({ name }) => name === file))
		.map((one) => one.rule.name);

beforeAll(async () => {
	root = plantTree();
	violations = await violationsIn(root, ['src', 'bin', 'drills', 'e2e']);
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

async function violationsIn(baseDir: string, places: string[]): Promise<readonly IViolation[]> {
	const ruleSet = { forbidden: [...RULES] };
	const { output } = await cruise(places, { ...config.options, baseDir, validate: true, ruleSet });
	if (typeof output === 'string') throw new Error(output);
	return output.summary.violations;
}

test('every rule has a planted violation, and there is none for a rule that is gone', () => {
	expect(Object.keys(PLANTS).sort()).toEqual(RULES.map(({ name }) => name).sort());
});

test.each(Object.entries(PLANTS))('%s is reported', (name, plants) => {
	for (const { from } of plants) expect([from, broken(from)]).toEqual([from, expect.arrayContaining([name])]);
});

test('what the rules allow is not reported', () => {
	expect(ALLOWED.map(({ from }) => [from, broken(from)])).toEqual(ALLOWED.map(({ from }) => [from, []]));
});

test('the table of arrows names only areas that it knows, and has no circle', () => {
	const known = Object.keys(ARROWS);
	const left = new Map(Object.entries(ARROWS));
	expect([...left.values()].flat().filter((area) => !known.includes(area))).toEqual([]);
	while (left.size > 0) {
		const bottom = [...left].find(([, others]) => others.every((other) => !left.has(other)));
		expect(bottom, `a circle among ${[...left.keys()].join(', ')}`).toBeDefined();
		left.delete(bottom?.[0] ?? '');
	}
});
