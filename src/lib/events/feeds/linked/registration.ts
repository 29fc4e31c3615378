import type { Occurrence } from '../../event.ts';
import { type Dated, datedOf } from '../../public/calendar.ts';
import { dateId, inEach, type Linked, reference, type Site, SOURCE, utcOf } from './site.ts';

/** Seats are given out for it, and it has not been cancelled. */
export function takesRegistration({ of, date }: Dated): boolean {
	return of.takesRegistration && date.state === 'planned';
}

/** That one registers, and where. How many have is nobody's business: only whether there is room. */
export function registrationsOf(site: Site): Linked[] {
	return datedOf(site.shown.calendar)
		.filter(takesRegistration)
		.map((dated) => registrationObject(site, dated));
}

/** These are numbers with everybody who speaks this interface; ours follows from the date's own name. */
export function registrationIdOf({ seriesId, originalDay }: Occurrence): number {
	const name = `${seriesId}:${originalDay}`;
	return (hash(name, 0x811c9dc5) % 0x20_0000) * 0x1_0000_0000 + hash(name, 0x01000193);
}

/** FNV-1a. */
function hash(text: string, basis: number): number {
	let found = basis;
	for (const sign of text) found = Math.imul(found ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return found;
}

function registrationObject(site: Site, { of, date }: Dated): Linked {
	const page = (lang: string): string => `${site.origin}/${lang}/events/${of.id}/${date.originalDay}/register`;
	return {
		...{ id: registrationIdOf(date), event: reference(site, 'event', dateId(date)) },
		...{ data_source: SOURCE, publisher: `${SOURCE}:${of.organisationId}`, attendee_registration: true },
		...{ audience_min_age: null, audience_max_age: null, enrolment_start_time: null, enrolment_end_time: null },
		...{ maximum_attendee_capacity: date.capacity, minimum_attendee_capacity: null, waiting_list_capacity: null },
		...{ maximum_group_size: null, mandatory_fields: [], instructions: null, confirmation_message: null },
		...{ current_attendee_count: null, current_waiting_list_count: null },
		...{ remaining_attendee_capacity: date.isFull ? 0 : null, remaining_waiting_list_capacity: null },
		...{ registration_user_accesses: [], has_registration_user_access: false },
		...{ has_substitute_user_access: false, is_created_by_current_user: false },
		...{ signup_url: inEach(site, page), created_time: null, last_modified_time: utcOf(date.changedAt) },
	};
}
