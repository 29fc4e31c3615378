import type { Activity, Series } from '../event.ts';
import { spanField } from './sheetCourse.ts';
import type { Sheet } from './typed.ts';

/** The form as it stands for a series that is there. */
export function sheetOf(of: Series): Sheet {
	return {
		...{ activityId: of.activityId, audience: of.audience, mode: of.mode, placeId: of.placeId ?? '' },
		...{ link: of.link ?? '', starts: of.starts, minutes: String(of.minutes) },
		...{ capacity: shown(of.capacity), walkIn: keptOf(of) },
		...{ slotMinutes: shown(of.slotMinutes), line: of.projectId === null ? '' : `${of.projectId}/${of.planLine}` },
		...prefixed('title', of.names),
		...prefixed('summary', of.summary),
		...ticked(of.languages.map((lang) => `in-${lang}`)),
		...ticked(of.partnerIds.map((id) => `partner-${id}`)),
		...ticked(of.takesRegistration ? ['takesRegistration'] : []),
		...courseFields(of),
	};
}

/** A new one: what the chosen kind of event begins with. */
export function sheetFor(activity: Activity | undefined): Sheet {
	return {
		...{ activityId: activity?.id ?? '', kind: 'weekly', every: '1', mode: 'on-site', audience: 'open' },
		...{ minutes: String(activity?.minutes ?? 60), slotMinutes: shown(activity?.slotMinutes ?? null) },
		...ticked(['holidays', ...(activity?.takesRegistration ? ['takesRegistration'] : [])]),
	};
}

/** The next season: all but its days. */
export function sheetLike(of: Series): Sheet {
	const { from, until, times, days, ...rest } = sheetOf(of);
	return Object.fromEntries(Object.entries(rest).filter(([field]) => !field.startsWith('span-')));
}

function courseFields({ rule, from, until, times, skip }: Series): Sheet {
	return {
		...{ kind: rule.kind, from, until: until ?? '', times: shown(times), every: '1' },
		...(rule.kind === 'weekly' ? { every: String(rule.every) } : {}),
		...(rule.kind === 'weekly' ? ticked(rule.weekdays.map((day) => `weekday-${day}`)) : {}),
		...(rule.kind === 'monthly' ? { weekday: String(rule.weekday) } : {}),
		...(rule.kind === 'monthly' ? ticked(rule.nths.map((nth) => `nth-${nth}`)) : {}),
		...(rule.kind === 'dates' ? { days: rule.days.join('\n') } : {}),
		...ticked(skip.holidays ? ['holidays'] : []),
		...ticked(skip.spans.map(spanField)),
	};
}

/** None is said as a number: an empty field would be the usual share. */
const keptOf = ({ takesRegistration, walkIn }: Series): string =>
	takesRegistration || walkIn > 0 ? String(walkIn) : '';

const shown = (number: number | null): string => (number === null ? '' : String(number));
const ticked = (fields: readonly string[]): Sheet => Object.fromEntries(fields.map((field) => [field, 'on']));
const prefixed = (field: string, texts: Readonly<Record<string, string>>): Sheet =>
	Object.fromEntries(Object.entries(texts).map(([lang, text]) => [`${field}-${lang}`, text]));
