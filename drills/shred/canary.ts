import { randomInt } from 'node:crypto';

/** Words that stand nowhere else, in six scripts: each text of the drill has one, and each begins with a marker. */
const SCRIPTS = [
	{ marker: 'Känärjälintu', letters: 'abcdefghijklmnopqrstuvwxyzäö' },
	{ marker: 'Кенаръптица', letters: 'абвгдежзиклмнопрстуфхцчшщыэюя' },
	{ marker: 'كناريصفير', letters: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي' },
	{ marker: 'კანარაჩიტი', letters: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ' },
	{ marker: 'कनारीपंछी', letters: 'अआइईउऊएऐओऔकखगघचछजझटठडढतथदधनपफबभमयरलवशषसह' },
	{ marker: '金絲雀鳥兒', letters: '東西南北春夏秋冬山川日月星雲風雨花草木石' },
] as const;

export const MARKERS: readonly string[] = SCRIPTS.map(({ marker }) => marker);
const OWN_LETTERS = 10;

/** A sentence with a canary; conversations take turns with the scripts. */
export function canary(turn: number): string {
	const { marker, letters } = SCRIPTS[turn % SCRIPTS.length] ?? SCRIPTS[0];
	const all = [...letters];
	const own = Array.from({ length: OWN_LETTERS }, () => all[randomInt(all.length)]);
	return `${marker}${own.join('')} ${'· '.repeat(randomInt(200))}`.trim();
}

export const hasCanary = (text: string): boolean => MARKERS.some((marker) => text.includes(marker));
