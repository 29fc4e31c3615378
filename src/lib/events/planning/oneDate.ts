import type { Occurrence } from '../event.ts';
import { momentsOf } from '../series/asPlanned.ts';
import { causeIn, type Choices, LONGEST_TITLE, MOST_IN_ROOM, textsIn, whereIn } from './sheet.ts';
import { minutesIn } from './sheetCourse.ts';
import { dayIn, type Faults, numberIn, type Sheet, timeIn } from './typed.ts';

const LONGEST_NOTICE = 600;

/** One date as it was typed, or by field what is to be mended. What was planned for it stays on record. */
export function changedDate(
	row: Occurrence,
	sheet: Sheet,
	{ placeIds, zone }: Pick<Choices, 'placeIds'> & { readonly zone: string },
): { after: Occurrence } | { faults: Faults } {
	const faults: Faults = {};
	const day = dayIn(sheet, faults, 'day') ?? row.day;
	const when = { day, starts: timeIn(sheet, faults, 'starts'), minutes: minutesIn(sheet, faults) };
	const where = whereIn(sheet, faults, { placeIds });
	const capacity = numberIn(sheet, faults, { field: 'capacity', least: 1, most: MOST_IN_ROOM });
	const walkIn = numberIn(sheet, faults, { field: 'walkIn', least: 0, most: MOST_IN_ROOM }) ?? 0;
	if (capacity !== null && walkIn > capacity) faults.walkIn = 'seats';
	const cause = where.mode === row.planned.mode ? null : causeIn(sheet);
	if (where.mode !== row.planned.mode && cause === null) faults.cause = 'needed';
	if (Object.keys(faults).length > 0) return { faults };
	const words = {
		names: some(textsIn(sheet, 'title', LONGEST_TITLE)),
		notice: some(textsIn(sheet, 'notice', LONGEST_NOTICE)),
	};
	const changed = { ...when, ...momentsOf(when, zone), ...where, capacity, walkIn, cause, ...words };
	return { after: { ...row, ...changed, detached: true } };
}

/** The form as it stands for a date. */
export function sheetOfDate(row: Occurrence): Sheet {
	return {
		...{ day: row.day, starts: row.starts, minutes: String(row.minutes), mode: row.mode, placeId: row.placeId ?? '' },
		...{ link: row.link ?? '', capacity: row.capacity === null ? '' : String(row.capacity) },
		...{ walkIn: row.walkIn === 0 ? '' : String(row.walkIn), cause: row.cause ?? '' },
		...Object.fromEntries(Object.entries(row.names ?? {}).map(([lang, text]) => [`title-${lang}`, text])),
		...Object.fromEntries(Object.entries(row.notice ?? {}).map(([lang, text]) => [`notice-${lang}`, text])),
	};
}

const some = (texts: Readonly<Record<string, string>>) => (Object.keys(texts).length === 0 ? null : texts);
