import { describe, expect, it } from 'vitest';
import { mistyped, otherLayouts } from './layout.ts';

describe('the other keyboard', () => {
	it('reads Russian typed on Finnish keys', () => {
		expect(otherLayouts('gjcj,bt yf öbkmt')).toContain('пособие на жилье');
	});

	it('reads Russian typed on American keys', () => {
		expect(otherLayouts('gjcj,bt yf ;bkmt')).toContain('пособие на жилье');
	});

	it('reads Finnish typed on Russian keys, dots included', () => {
		expect(otherLayouts('енжллэкш')).toEqual(['työkkäri']);
	});

	it('keeps capitals and digits', () => {
		expect(otherLayouts('Rtkf 112')).toEqual(['Кела 112']);
	});

	it.each(['кела', 'пособие на жильё', 'объявление', 'хсл'])('takes back its own mistake: %s', (text) => {
		expect(otherLayouts(mistyped.russianOnFinnish(text))).toContain(text);
		expect(otherLayouts(mistyped.russianOnAmerican(text))).toContain(text);
	});

	it('has nothing to offer for digits alone', () => {
		expect(otherLayouts('116117')).toEqual([]);
	});
});
