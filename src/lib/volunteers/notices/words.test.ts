import { expect, test } from 'vitest';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { Facts } from './facts.ts';
import { ABOUTS } from './notice.ts';
import { mailOf, smsOf, WORDS } from './words.ts';

onGround();

const when = { day: '2026-09-23', starts: '10:00', minutes: 150 };
const facts: Facts = {
	...{ about: 'given', name: 'Kysymys Piste, Kuopion kaupunginkirjasto, Maaherrankatu', place: 'Kirjasto' },
	...{ when, inDays: 5, until: { ...when, minutes: 0 }, ends: null, hours: null, inReturn: when },
};
const all = (lang: string): [string, Facts][] =>
	[
		...ABOUTS.map((about) => ({ ...facts, about })),
		...[0, 1].map((inDays) => ({ ...facts, about: 'reminder' as const, inDays })),
		...['pledge', 'acting-on-behalf', 'youth-check'].map((what) => ({
			...{ ...facts, about: 'ends' as const },
			ends: { what, day: '2026-09-30' },
		})),
		{ ...facts, about: 'hours' as const, hours: 'rejected' as const },
	].map((one) => [lang, one]);

/** One part holds 153 letters of the plain set, or 67 of any other; three is what we allow ourselves. */
const partsOf = (text: string): number => Math.ceil(text.length / (/[^\x20-\x7eäöåÄÖÅ]/.test(text) ? 67 : 153));

test.each([...all('ru'), ...all('fi'), ...all('en')])('%s: each word is whole and short: %o', (lang, one) => {
	const say = sayIn(lang, WORDS);
	const text = smsOf(one, say);
	expect(text).not.toMatch(/own\.|\{|\}|http|undefined|: ,| {2}/);
	expect(partsOf(text)).toBeLessThanOrEqual(3);
	const mail = mailOf(one, say, 'https://silta.example/staff/shifts');
	expect(`${mail.subject}\n${mail.text}`).not.toMatch(/own\.|\{|\}|undefined/);
	expect(mail.text.match(/https?:/g)).toHaveLength(1);
});
