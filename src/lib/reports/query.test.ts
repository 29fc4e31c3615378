import { expect, test } from 'vitest';
import { figureIn } from './query.ts';

test('an address names a figure; what is not known is left aside, an empty code means none', () => {
	const named = figureIn(new URLSearchParams('unit=contact&topic=&channel=chat&colour=red'));
	expect(named).toEqual({ unit: 'contact', where: { channel: 'chat', topic: null } });
	expect(figureIn(new URLSearchParams('unit=people'))).toEqual({ where: {} });
});
