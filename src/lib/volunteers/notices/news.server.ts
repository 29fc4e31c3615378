import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { factsOf } from './facts.ts';
import type { About, Notice, Untrue } from './notice.ts';
import { readStanding } from './standing/standing.server.ts';
import { volunteerNotices } from './store.server.ts';
import { whyNot } from './truth.ts';
import { lineOf, WORDS } from './words.ts';

/** One line for her, as it is true now. */
export type News = {
	readonly id: string;
	readonly about: About;
	readonly line: string;
	readonly shiftId: string | null;
};

const NEWS_MS = 14 * 86_400_000;
/** Reminders are for those who are not looking; what is true of hers stands above the news. */
const NOT_NEWS: readonly About[] = ['reminder'];

/** What she was told in two weeks and still holds, by whatever way, for her own page. */
export async function newsOf(accountId: string, lang: string): Promise<News[]> {
	const { db } = ground();
	const rows = await volunteerNotices(db).ofVolunteer(accountId, new Date(instant() - NEWS_MS), now());
	const lines: News[] = [];
	for (const row of rows.filter(({ about }) => !NOT_NEWS.includes(about))) {
		const line = await lineNow(db, row, lang);
		if (line !== null && lines.every((one) => one.line !== line)) lines.push({ ...picked(row), line });
	}
	return lines;
}

const picked = ({ id, about, shiftId }: Notice): Omit<News, 'line'> => ({ id, about, shiftId });

/** Said once already is no reason not to show it. */
const FALSE: readonly (Untrue | null)[] = ['over', 'not-so'];

export async function lineNow(db: Queryable, notice: Notice, lang: string): Promise<string | null> {
	const read = await readStanding(db, notice);
	if (!read || FALSE.includes(whyNot(notice, read.standing, now()))) return null;
	return lineOf(factsOf(notice, read, { lang, at: now() }), sayIn(lang, WORDS));
}
