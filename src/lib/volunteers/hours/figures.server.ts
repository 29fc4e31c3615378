import { countFacts, type Dimension } from '#lib/ledger/index.server.ts';
import { type Count, numberOf, of, sum } from '#lib/ledger/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { HOUR_WORKS, type HourWork } from './entry.ts';
import { monthsOf, yearSpan } from './months.ts';

/** Confirmed hours of an organisation in a year, as the ledger sums them. Nobody's name is in it. */
export type HourFigures = {
	readonly year: string;
	readonly months: readonly { readonly month: string; readonly works: Readonly<Partial<Record<HourWork, number>>> }[];
	readonly works: readonly { readonly work: HourWork; readonly hours: number }[];
	readonly hours: number;
	/** Of them on the board: a fund counts those by rules of its own. */
	readonly board: number;
	/** Of them by whoever is paid for it. */
	readonly paid: number;
};

export async function hourFigures(db: Queryable, organisationId: string, year: string): Promise<HourFigures> {
	const counts = await hoursBy(db, { organisationId, year }, ['month', 'work', 'helperRole']);
	const hours = (all: readonly Count[]): number => numberOf(sum('hour', of('hour', all)));
	const ofWork = (work: HourWork, all = counts): number => hours(all.filter(({ key }) => key.work === work));
	const months = monthsOf(year).map((month) => {
		const own = counts.filter(({ key }) => key.month === month);
		const works = HOUR_WORKS.filter((work) => ofWork(work, own) > 0).map((work) => [work, ofWork(work, own)]);
		return { month, works: Object.fromEntries(works) };
	});
	return {
		...{ year, months, hours: hours(counts), board: ofWork('board') },
		works: HOUR_WORKS.filter((work) => ofWork(work) > 0).map((work) => ({ work, hours: ofWork(work) })),
		paid: hours(counts.filter(({ key }) => key.helperRole !== 'volunteer')),
	};
}

const FIELDS = ['month', 'work', 'helperRole', 'projectId', 'planLine'] as const;
const COLUMNS = ['month', 'work', 'role', 'project', 'plan_line', 'hours'] as const;

/** The same for a spreadsheet, line by line: month, form of work, as whom, on which line of which plan. */
export async function hourRows(db: Queryable, organisationId: string, year: string): Promise<string[][]> {
	const counts = await hoursBy(db, { organisationId, year }, FIELDS);
	const rows = counts.map((one) => [...FIELDS.map((field) => one.key[field] ?? ''), String(numberOf(one))]);
	return [[...COLUMNS], ...rows];
}

type Asked = { readonly organisationId: string; readonly year: string };

function hoursBy(db: Queryable, { organisationId, year }: Asked, by: readonly Dimension[]): Promise<Count[]> {
	return countFacts(db, { organisationId, unit: 'hour', ...yearSpan(year), by });
}
