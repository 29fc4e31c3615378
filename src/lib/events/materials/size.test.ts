import { expect, test } from 'vitest';
import { sizeSaid } from './size.ts';

test('a size is said in kilobytes, and in megabytes when it is much', () => {
	expect(sizeSaid('en', 12)).toBe('1 kB');
	expect(sizeSaid('en', 240_400)).toBe('240 kB');
	expect(sizeSaid('fi', 1_234_567)).toMatch(/^1,2\sMt$/);
});
