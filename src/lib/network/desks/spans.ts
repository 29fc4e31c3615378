import { addDays, instantAt } from '#lib/platform/clock.ts';

/** From one moment to another, its end not within. */
export type Span = { readonly from: Date; readonly to: Date };

/** In order; those that overlap or adjoin are one, empty ones none. */
export function joined(spans: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (const span of spans.filter(isSome).sort((a, b) => a.from.getTime() - b.from.getTime())) {
		const last = found.at(-1);
		if (!last || last.to < span.from) found.push(span);
		else if (last.to < span.to) found[found.length - 1] = { from: last.from, to: span.to };
	}
	return found;
}

/** What of them lies within another. */
export function within(spans: readonly Span[], { from, to }: Span): Span[] {
	return spans
		.map((span) => ({ from: span.from > from ? span.from : from, to: span.to < to ? span.to : to }))
		.filter(isSome);
}

/** What of them lies outside another. */
export const without = (spans: readonly Span[], hole: Span): Span[] =>
	spans
		.flatMap(({ from, to }) => [
			{ from, to: to < hole.from ? to : hole.from },
			{ from: from > hole.to ? from : hole.to, to },
		])
		.filter(isSome);

/** A calendar day: 23, 24 or 25 hours. */
export const wholeDay = (day: string, zone: string): Span => ({
	from: instantAt(day, '00:00', zone),
	to: instantAt(addDays(day, 1), '00:00', zone),
});

const isSome = ({ from, to }: Span): boolean => from < to;
