import { catalogue } from '#lib/content/index.server.ts';
import { calendar } from '../calendar.server.ts';
import type { Shown } from './shown.ts';

let current: Shown | null = null;

/** What the public can see now, from memory: it is there while the database is away. */
export function shownNow(): Shown {
	const [dates, { revision: texts, places }] = [calendar(), catalogue()];
	const revision = `${dates.revision} ${texts}`;
	if (current?.revision !== revision) {
		current = { revision, calendar: dates, places: new Map(places.map((place) => [place.id, place])) };
	}
	return current;
}
