import { catalogue } from '#lib/content/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { calendar } from '../calendar.server.ts';
import type { View } from './calendar.ts';

/** The calendar as it stands now, for a reader of that language. From memory. */
export function eventsView(lang: string): View {
	return { calendar: calendar(), places: catalogue().places, lang, at: now() };
}
