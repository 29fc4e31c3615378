import type { Listed, Preview } from '#lib/events/index.server.ts';
import { askedAbout, dayOfYearSaid, needsCause, TEXT_LANGUAGES, wordingOf } from '#lib/events/index.ts';
import { today } from '#lib/platform/clock.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** The page between as it is shown: names and words instead of codes, days instead of rows. */
export function shownPreview(preview: Preview, lang: string) {
	const { draft, days, left, clashes, venue, changes } = preview;
	const say = sayIn(lang, ['planning', 'rule']);
	return {
		...{ days, venue },
		today: today(),
		wordings: TEXT_LANGUAGES.map((code) => ({
			...{ lang: code, title: draft.names[code] ?? '', wording: wordingOf(draft, sayIn(code, ['rule'])) },
		})),
		missing: TEXT_LANGUAGES.some((code) => !draft.names[code]),
		lacksLink: draft.mode !== 'on-site' && draft.link === null,
		seats: draft.takesRegistration ? { all: draft.capacity, kept: draft.walkIn } : null,
		left: left.map(({ day, holiday }) => ({
			day,
			why: say(holiday ? `planning.holiday.${holiday}` : 'planning.inBreak'),
		})),
		clashes: clashes.map(({ seriesId, names, day, starts, minutes }) => ({
			...{ key: `${seriesId} ${day} ${starts}`, name: inLanguage(names, lang), day, starts, minutes },
		})),
		changes: changes && shownChanges(changes),
	};
}
export type Shown = ReturnType<typeof shownPreview>;
export type ShownChanges = ReturnType<typeof shownChanges>;

function shownChanges(changes: NonNullable<Preview['changes']>) {
	const asked = askedAbout(changes);
	const mayChange = [...changes.rewrites, ...asked.map(({ row, to }) => ({ before: row, after: to ?? row }))];
	return {
		rewrites: changes.rewrites.map(({ before }) => before.day),
		additions: changes.additions,
		removals: changes.removals.map(({ day }) => day),
		kept: changes.kept
			.filter((one) => !asked.includes(one))
			.map(({ row, why, people }) => ({ day: row.day, why, people })),
		asked: asked.map(({ row, people }) => ({ id: row.id, day: row.day, people })),
		asksWhy: mayChange.some(({ before, after }) => needsCause(before, after)),
	};
}

/** A series by its name, how it goes on, and its ends: two halves of a split one differ by nothing else. */
export function shownSeries(of: Listed['of'], lang: string) {
	const say = sayIn(lang, ['rule']);
	const ends = [of.from, of.until ?? ''].map((day) => day && dayOfYearSaid(day, say));
	return {
		...{ id: of.id, name: inLanguage(of.names, lang), isDraft: of.state === 'draft' },
		course: `${wordingOf(of, say, today())} · ${ends.join(' – ').trimEnd()}`,
	};
}

/** One line of the list. */
export function shownDate({ row, of, people, waiting }: Listed, lang: string, places: ReadonlyMap<string, string>) {
	return {
		...{ id: row.id, seriesId: of.id, day: row.day, starts: row.starts, minutes: row.minutes, state: row.state },
		...{ mode: row.mode, name: inLanguage(row.names ?? of.names, lang), place: places.get(row.placeId ?? '') ?? '' },
		...{ people, waiting, seats: row.capacity, takesRegistration: of.takesRegistration, isDraft: of.state === 'draft' },
	};
}
export type ShownDate = ReturnType<typeof shownDate>;
