import type { Words } from '#lib/platform/i18n/say.ts';

const NEEDED = [
	...['tally.people', 'tally.isSent', 'tally.isKept', 'tally.allSent', 'tally.waiting.', 'tally.signIn'],
	...['tally.others', 'tally.refused.', 'tally.giveUp', 'headcount.age.'],
];

/** What the page's module says by itself. */
export function wordsForScript(words: Words): Words {
	return Object.fromEntries(Object.entries(words).filter(([key]) => NEEDED.some((needed) => isAt(key, needed))));
}

const isAt = (key: string, needed: string): boolean => (needed.endsWith('.') ? key.startsWith(needed) : key === needed);
