import type { ClosingSheet } from '#lib/events/index.server.ts';
import { HEAD_CODES } from '#lib/events/index.ts';

type Fields = Readonly<Record<string, string>>;

/** What folds away: whoever has no time leaves it closed. */
export const FOLDED = ['age', 'language', 'gender'] as const;

/** The form begins with what is known: how it was closed before, else the tally, else who was marked as come. */
export function fieldsToBegin(sheet: ClosingSheet): Fields {
	const [before] = sheet.closed;
	const base = { state: before?.state ?? (sheet.of.state === 'planned' ? 'held' : sheet.of.state) };
	const reason = { cause: sheet.of.cause ?? '', instead: insteadOf(sheet.of) };
	const numbers = before?.count ? closedBefore(sheet) : (fromTally(sheet) ?? fromPeople(sheet));
	return { ...numbers, ...base, ...reason };
}

/** One choice of the form says which: a line of the plan, or another date. */
export function insteadIn(chosen = ''): { replacedBy: string; replacedByLine: string } {
	const [kind, id = ''] = chosen.split(':');
	return { replacedBy: kind === 'date' ? id : '', replacedByLine: kind === 'line' ? id : '' };
}

function insteadOf({ replacedBy, replacedByLine }: ClosingSheet['of']): string {
	if (replacedBy) return `date:${replacedBy}`;
	return replacedByLine ? `line:${replacedByLine}` : '';
}

function closedBefore({ closed }: ClosingSheet): Fields {
	const [before] = closed;
	if (!before?.count) return {};
	const { count, topics, helpers, unmet, materials } = before;
	const { parts } = count;
	const isAsked = parts['first-time'].first !== undefined;
	return {
		...{ total: said(count.total), method: count.method, isSample: count.basis === 'sample' ? 'on' : '' },
		...{ remote: said(parts.presence.remote), firstTime: isAsked ? said(parts['first-time'].first) : '' },
		...{ topic1: topics[0] ?? '', topic2: topics[1] ?? '' },
		...{ helpers: said(helpers), unmet: said(unmet), materials: materials ?? '' },
		...foldedOf(parts),
	};
}

function fromTally({ told, came }: ClosingSheet): Fields | null {
	if (!told) return null;
	const counted = { total: said(told.total), remote: said(told.remote), firstTime: said(told.firstTime) };
	return { ...counted, method: 'tally', unmet: said(came.unserved || null), ...foldedOf(told) };
}

function fromPeople({ came }: ClosingSheet): Fields {
	const isListed = came.named > 0;
	const total = isListed ? said(came.seats) : '';
	return { total, method: isListed ? 'sign-in-list' : 'click-counter', unmet: said(came.unserved || null) };
}

type Folded = Readonly<Record<(typeof FOLDED)[number], Readonly<Record<string, number>>>>;

function foldedOf(parts: Folded): Fields {
	const named = FOLDED.flatMap((dimension) =>
		HEAD_CODES[dimension].map((code) => [`${dimension}.${code}`, said(parts[dimension][code] || null)] as const),
	);
	return Object.fromEntries(named.filter(([, people]) => people !== ''));
}

const said = (count: number | null | undefined): string => (count === null || count === undefined ? '' : String(count));
