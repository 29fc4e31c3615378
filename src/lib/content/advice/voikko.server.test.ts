import { describe, expect, test } from 'vitest';
import { blocksOf, rulesIn, settingOf, step } from './testing.ts';
import { adviseOn } from './adviseOn.ts';
import { load, morphology, partsIn } from './voikko.server.ts';

const voikko = morphology();

test('a machine without the library has no morphology, and says so by null', () => {
	expect(load(['libnowhere.so.0'])).toBeNull();
	expect(load([])).toBeNull();
});

test('the parts of a compound are counted, its endings are not', () => {
	expect(partsIn('+väestö(väestö)+tieto(tieto)+järjestelmä(järjestelmä)')).toBe(3);
	expect(partsIn('+terve(terve)+ys(+ys)+asema(asema)')).toBe(2);
	expect(partsIn('')).toBe(1);
});

describe.skipIf(!voikko)(`with Voikko (${voikko ? 'installed here' : 'not installed: left out'})`, () => {
	const setting = settingOf('fi', 'easy', { morphology: voikko });

	test.each([
		['passive', 'Tukea haetaan netissä. Siitä kerrotaan.', 'Hae tukea netissä. Voit hakea sitä.'],
		['passive', 'Hakemus on jo lähetetty. Se on luettu.', 'Olet jo lähettänyt hakemuksen.'],
		['participle', 'Kaikki toimitettavat ja allekirjoitettavat paperit.', 'Tuo paperit.'],
		['non-finite', 'Hakiessasi tukea tarvitset kortin.', 'Kun haet tukea, tarvitset kortin.'],
		['non-finite', 'Kirjaudu käyttämällä korttia.', 'Kirjaudu kortilla. Tule hakemaan se.'],
		['rare-case', 'Et pääse sinne rahatta.', 'Et pääse sinne ilman rahaa.'],
		['conditional', 'Jos haluaisit, tulisit.', 'Jos haluat, tule.'],
		['verbal-noun', 'Hakeminen ja täyttäminen.', 'Hae ja täytä.'],
		['long-word', 'Hae toimeentulotukihakemuslomake.', 'Hae lomake.'],
	])('%s: "%s"', (rule, bad, good) => {
		expect(rulesIn(bad, setting)).toContain(rule);
		expect(rulesIn(good, setting)).not.toContain(rule);
	});

	test('it knows the verbs of steps', () => {
		expect(rulesIn(step('Avaa sivu ja kirjaudu.'), setting)).toContain('two-actions');
		expect(rulesIn(step('Avaa sivu.'), setting)).not.toContain('verb-first');
		expect(rulesIn(step('Sivulla paina nappia.'), setting)).toContain('verb-first');
	});

	test('strange words do it no harm', () => {
		for (const word of ['', '\0', 'a\0b', '-', '😀', '\ud800', 'ä'.repeat(99), 'x'.repeat(10_000)]) {
			expect(Array.isArray(voikko?.analyse(word))).toBe(true);
		}
	});

	test('ten thousand words are read without keeping the others waiting for long', () => {
		const words = Array.from({ length: 10_000 }, (_, index) => `hakemus${'aeiou'[index % 5]}${index}`).join(' ');
		const started = performance.now();
		adviseOn(blocksOf(words), setting);
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
