import { expect, test } from 'vitest';
import { KEPT } from '../src/lib/privacy/index.ts';
import { retentionFaults } from './retention.ts';
import { planted, realTree } from './tree.ts';

test('docs/retention.md says of each table the period by which the site deletes and counts', () => {
	expect(retentionFaults(realTree())).toEqual([]);
});

test('a table without a class, a class without a row and another time are found', () => {
	const sheet = [
		'| `cases` | x | x | x | 30 days after the last message | x |',
		'| `notes` | x | x | x | same | x |',
		'| `drafts` | x | x | x | 31 days | x |',
		'| `letters` | x | x | x | for good | x |',
		'| `cookies` (cookie) | x | x | a year |',
	].join('\n');
	const words = KEPT.filter(({ id }) => id === 'words').map((one) => ({
		...one,
		tables: ['cases', 'notes', 'drafts', 'claims'],
	}));
	expect(retentionFaults(planted({ 'docs/retention.md': sheet }), words)).toEqual([
		'letters is of no class in kept.ts',
		'claims is not told',
		'drafts is told another time',
	]);
});
