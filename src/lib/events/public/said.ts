import type { Say } from '#lib/platform/i18n/say.ts';
import { fullDaySaid, hoursSaid } from '../series/wording.ts';
import type { About } from './series.ts';
import type { DateTold, Different } from './told.ts';

/** «12:00–14:00», with its day in front where no heading has it. */
export function whenOf(say: Say, date: Pick<DateTold, 'day' | 'starts' | 'minutes'>, today: string): string {
	return say('rule.at', { day: fullDaySaid(date.day, say, today), time: hoursSaid(date, say) });
}

/** «Сегодня, вторник, 24 ноября». */
export function dayHeading(say: Say, day: string, { today, tomorrow }: { today: string; tomorrow: string }): string {
	const said = fullDaySaid(day, say, today);
	if (day === today) return say('events.day.today', { day: said });
	return day === tomorrow ? say('events.day.tomorrow', { day: said }) : said;
}

export function whereOf(say: Say, { place, mode }: Pick<DateTold, 'place' | 'mode'>): string {
	const spot = place && mode !== 'online' ? [place.name, place.municipality] : [];
	const how = mode === 'on-site' ? [] : [say(`events.how.${mode}`)];
	return [...spot, ...how].filter((part) => part !== '').join(', ');
}

export function languagesSaid(say: Say, languages: readonly string[]): string {
	return languages.map((code) => say(`content.language.${code}`)).join(', ');
}

/** «Языки: русский, финский». */
export function languageLine(say: Say, languages: readonly string[]): string {
	return say('events.languages', { count: languages.length, languages: languagesSaid(say, languages) });
}

/** Not broken at a dash, for where it stands large. */
export const unbroken = (when: string): string => when.replaceAll('–', '\u2060–\u2060');

/** What one has to do to be there; empty where nothing can be done. */
export function entranceOf(say: Say, { entrance, mode }: Pick<DateTold, 'entrance' | 'mode'>): string {
	if (entrance === 'no') return '';
	return say(entrance === 'come' && mode === 'online' ? 'events.entrance.comeOnline' : `events.entrance.${entrance}`);
}

/** What is different from what people may have heard; nothing when all is as it was planned. */
export function newsOf(say: Say, date: DateTold): string[] {
	const { state, stage, different } = date;
	if (state === 'cancelled' || state === 'replaced')
		return [`${say(`events.state.${state}`)}. ${whyOf(say, date)}`.trim()];
	const now = stage === 'running' ? [say('events.state.running')] : [];
	const why = different.length > 0 ? [whyOf(say, date)] : [];
	return [...now, ...different.map((one) => differenceSaid(say, one, date.day)), ...why].filter((line) => line !== '');
}

function differenceSaid(say: Say, one: Different, today: string): string {
	if (one.what === 'mode') return say(`events.different.${one.mode}`);
	if (one.what === 'place') return say('events.different.place', { place: one.name });
	return say('events.different.time', { when: whenOf(say, one, today) });
}

/** In somebody's own words, else by its cause. */
function whyOf(say: Say, { reason, cause }: DateTold): string {
	if (reason !== '' || cause === null || cause === 'other') return reason;
	return say(`events.cause.${cause}`);
}

/** How one takes part in a series, as a sentence. */
export function entranceSaid(say: Say, { takesRegistration, mode }: Pick<About, 'takesRegistration' | 'mode'>): string {
	if (takesRegistration) return say('events.about.register');
	return say(mode === 'online' ? 'events.about.comeOnline' : 'events.about.come');
}
