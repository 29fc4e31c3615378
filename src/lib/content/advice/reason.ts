import type { Say } from '#lib/platform/i18n/say.ts';
import type { Advice } from './advice.ts';

/** What the author reads: what it is, and why it matters. Needs the words of `advice`. */
export function reasonOf(say: Say, { rule, quote, values }: Advice): string {
	return say(`advice.${rule}`, { quote: quote ?? '', ...values });
}

/** What stands beside advice from which rules are missing. */
export function skippedReason(say: Say): string {
	return say('advice.skipped');
}
