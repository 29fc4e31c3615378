import type { Occurrence, Series } from '../../src/lib/events/event.ts';
import type { Shown } from '../../src/lib/events/feeds/shown.ts';
import { changed, CLUB, datesOf, shownOf } from '../../src/lib/events/feeds/testing.ts';

const SERIES = 10;
const [FROM, UNTIL] = ['2026-01-01', '2027-06-30'];

/** Eighteen months of ten series: weekly clubs and monthly counselling, of which every twentieth date was changed. */
export function season(): Shown {
	const all = Array.from({ length: SERIES }, (_, at) => seriesAt(at));
	const rows = all.flatMap((of) => datesOf(of).map((row, at) => (at % 20 === 7 ? upset(of, row, at) : row)));
	return shownOf(all, rows);
}

function seriesAt(at: number): Series {
	const weekday = 1 + (at % 5);
	const rule: Series['rule'] =
		at % 2 === 0 ? { kind: 'weekly', weekdays: [weekday], every: 1 } : { kind: 'monthly', nths: [2, 4], weekday };
	const skip = { holidays: true, spans: [{ from: '2026-06-15', to: '2026-08-09' }] };
	return { ...CLUB, id: `series-${at}`, rule, skip, from: FROM, until: UNTIL };
}

function upset(of: Series, { originalDay }: Occurrence, at: number): Occurrence {
	if (at % 40 === 7) return changed(of, originalDay, { state: 'cancelled', cause: 'staff', sequence: 1 });
	return changed(of, originalDay, { starts: '15:00', notice: { ru: 'Вход со двора' }, sequence: 1 });
}
