import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { speaker, type Words } from '#lib/platform/i18n/say.ts';
import { caseInWords, type Taken } from './inWords.ts';

const ROOT = path.join(import.meta.dirname, '../../../../..');

function sayIn(lang: string) {
	const words = ['case', 'chat', 'callback', 'site'].flatMap((area) => {
		const file: Words = JSON.parse(fs.readFileSync(path.join(ROOT, 'messages', area, `${lang}.json`), 'utf8'));
		return Object.entries(file).map(([key, word]) => [`${area}.${key}`, word]);
	});
	return speaker(Object.fromEntries(words), lang);
}

const TAKEN: Taken = {
	madeAt: '2026-11-22T22:30:00.000Z',
	expiresOn: '2027-05-24',
	steps: [
		{
			...{ kind: 'contact', day: '2026-11-18', channel: 'visit', minutes: 1, outcome: 'referred' },
			...{
				referredTo: 'bank',
				signed: 'Anna',
				organisation: 'Yhdistys',
				place: 'Kirjasto',
				topic: 'Raha',
				service: null,
			},
		},
		{
			...{ kind: 'answer', number: 1, channel: 'email', text: 'Katso\nviestit.', hidden: ['hetu'], hers: false },
			...{ signed: 'Anna', language: 'fi', writtenAt: '2026-11-19T10:00:00.000Z', day: '2026-11-19' },
		},
		{
			...{ kind: 'question', number: 2, channel: 'site', text: null, hidden: [], hers: true },
			...{ signed: null, language: 'fi', writtenAt: '2026-11-20T10:00:00.000Z', day: '2026-11-20' },
		},
	],
	callbacks: [{ state: 'cancelled', askedAt: '2026-11-20T10:00:00.000Z' }],
	addresses: [{ kind: 'email', address: 'anna@example.org', wantsText: false, isReachable: true }],
	looks: [{ day: '2026-11-21', what: 'case', name: 'Anna', role: 'adviser', organisation: 'Yhdistys' }],
	talks: ['Keskustelu\n\nSinä: hei\n'],
};

test('a case reads as a plain text, paragraph by paragraph, each day as the reader writes it', () => {
	expect(caseInWords(TAKEN, sayIn('fi')).split('\n\n')).toEqual([
		'Asiasi',
		'Tallennettu 23. marraskuuta 2026',
		expect.stringContaining('24. toukokuuta 2027'),
		[
			'18. marraskuuta 2026: Tapaaminen, Kirjasto',
			'Aihe: Raha',
			'Asiassa auttaa seuraavaksi joku muu.',
			'Paikka: pankki.',
			'Auttaja: Anna, Yhdistys. 1 minuutti.',
		].join('\n'),
		'Anna, sähköpostilla, 19. marraskuuta 2026\nKatso\nviestit.\nPeitetty: henkilötunnus',
		expect.stringMatching(/^Sinä, 20\. marraskuuta 2026\n/),
		expect.stringMatching(/^20\. marraskuuta 2026: ./),
		'Keskustelu',
		'Sinä: hei',
		expect.stringContaining('anna@example.org'),
		'Kuka on katsonut\n21. marraskuuta 2026: Anna, neuvoja, Yhdistys: katsoi asiaa\n',
	]);
});

test('what is not there has no title', () => {
	const text = caseInWords({ ...TAKEN, steps: [], callbacks: [], addresses: [], looks: [], talks: [] }, sayIn('ru'));
	expect(text.split('\n\n')).toHaveLength(3);
});

test('days are British in English and stand inside a sentence in Russian', () => {
	expect(caseInWords(TAKEN, sayIn('en'))).toContain('Saved on 23 November 2026');
	expect(caseInWords(TAKEN, sayIn('ru'))).toContain('до 24 мая 2027 года включительно');
});
