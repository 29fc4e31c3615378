import { describe, expect, it } from 'vitest';
import { beginHere, described, faultsSaid, tickedIn } from './field.ts';

describe('a field of the console', () => {
	it('says of itself what stands around it, and nothing that is not there', () => {
		expect(described({ id: 'day', hint: undefined, fault: undefined })).toEqual({ id: 'day' });
		expect(described({ id: 'day', hint: 'Today', fault: undefined })['aria-describedby']).toBe('day-hint');
		expect(described({ id: 'day', hint: 'Today', fault: 'Not a day' })).toEqual({
			id: 'day',
			'aria-describedby': 'day-hint day-error',
			'aria-invalid': 'true',
		});
	});

	it('finds the boxes that were ticked, each a field of its own', () => {
		const typed = { 'languages.fi': 'yes', 'languages.ru': '', 'names.fi': 'Talo', languages: 'yes' };
		expect(tickedIn(typed, 'languages')).toEqual(['fi']);
		expect(tickedIn({}, 'languages')).toEqual([]);
	});

	it('takes the cursor only where it is asked to', () => {
		expect(beginHere(true)).toEqual({ autofocus: true });
		expect('autofocus' in beginHere(false)).toBe(false);
	});

	it('says every fault of a form by the name of its field', () => {
		expect(faultsSaid({ day: 'past', name: 'missing' }, (code) => `mend.${code}`)).toEqual({
			day: 'mend.past',
			name: 'mend.missing',
		});
		expect(faultsSaid(undefined, (code) => code)).toEqual({});
	});
});
