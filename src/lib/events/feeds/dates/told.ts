import { inLanguage } from '#lib/platform/i18n/say.ts';
import { IS_FREE } from '../../cost.ts';
import type { Occurrence } from '../../event.ts';
import type { Dated } from '../../public/calendar.ts';
import type { Shown } from '../shown.ts';

/** A date as /api/events gives it; every key is described in /api/openapi.json. */
export function dateTold({ of, date }: Dated, { shown, lang, origin }: { shown: Shown; lang: string; origin: string }) {
	const { calendar } = shown;
	const say = (texts: Parameters<typeof inLanguage>[0] | null): string | null =>
		texts ? inLanguage(texts, lang) : null;
	return {
		...{ series: of.id, originalDay: date.originalDay, state: stateOf(date) },
		...{
			title: say(date.names ?? of.names),
			summary: say(of.summary),
			notice: say(date.notice),
			reason: say(date.reason),
		},
		...{ day: date.day, starts: date.starts, minutes: date.minutes, zone: of.zone },
		...{ startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString() },
		planned: { day: date.planned.day, starts: date.planned.starts },
		activity: { id: of.activityId, name: say(calendar.activities.get(of.activityId)?.names ?? null) },
		organisation: { id: of.organisationId, name: say(calendar.organisations.get(of.organisationId)?.names ?? null) },
		...{ mode: date.mode, place: placeTold(date, shown, lang) },
		...{ languages: of.languages, audience: of.audience, isFree: IS_FREE },
		registration: of.takesRegistration ? { capacity: date.capacity, isFull: date.isFull } : null,
		url: `${origin}/${lang}/events/${of.id}/${date.originalDay}`,
	};
}

export type DateTold = ReturnType<typeof dateTold>;

/** What whoever comes has to know: a date that is over and not yet closed is as good as planned. */
function stateOf({ state, day, starts, planned }: Occurrence): 'planned' | 'moved' | 'held' | 'cancelled' | 'replaced' {
	return state === 'planned' && (day !== planned.day || starts !== planned.starts) ? 'moved' : state;
}

function placeTold({ mode, placeId }: Occurrence, { places }: Shown, lang: string) {
	const place = mode === 'online' ? undefined : places.get(placeId ?? '');
	if (!place) return null;
	const { id, names, municipality, municipalityCode = null, street = null, postalCode = null, point = null } = place;
	return {
		...{ id, name: inLanguage(names, lang), municipality: inLanguage(municipality, lang), municipalityCode },
		...{ street, postalCode, point },
	};
}
