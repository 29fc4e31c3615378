import type { Say } from '#lib/platform/i18n/say.ts';
import type { Shown } from '#lib/reports/index.ts';

/** A public number: hidden, none, or at least so many. */
export function shownIn(say: Say, shown: Shown): string {
	if (shown === 'hidden') return say('figures.stuck.hidden');
	return shown === 0 ? '0' : say('figures.stuck.atLeast', { count: shown });
}
