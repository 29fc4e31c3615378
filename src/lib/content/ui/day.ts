import type { Say } from '#lib/platform/i18n/say.ts';

/** A day with its year, as it stands inside a sentence. */
export function daySaid(say: Say, day: string): string {
	const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	const said = new Intl.DateTimeFormat(say('site.when.locale'), parts).format(Date.parse(`${day}T12:00:00Z`));
	// The abbreviation of «год» has a full stop of its own, which would meet that of the sentence.
	return said.replace(/\sг\.$/, ' года');
}

/** A day in figures, for lists where it is seen and not read. */
export function dayInFigures(say: Say, day: string): string {
	const parts = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(say('site.when.locale'), parts).format(Date.parse(`${day}T12:00:00Z`));
}
