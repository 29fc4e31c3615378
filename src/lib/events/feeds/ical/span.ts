import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { type Property, utc, wall } from './jcal.ts';

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** In UTC only on the night when the wall clock may be read in two ways. */
export function spanOf(zone: string, span: Span): Property[] {
	const { startsAt, endsAt } = span;
	if (isOverTurn(zone, span)) return [utc('dtstart', startsAt), utc('dtend', endsAt)];
	return [wall('dtstart', zone, wallOf(startsAt, zone)), wall('dtend', zone, wallOf(endsAt, zone))];
}

/** The clock is turned before it ends, or in the hour after. */
export function isOverTurn(zone: string, { startsAt, endsAt }: Span): boolean {
	const ahead = (moment: Date): number => Date.parse(`${wallOf(moment, zone)}Z`) - moment.getTime();
	return ahead(startsAt) !== ahead(new Date(endsAt.getTime() + 3_600_000));
}

export function wallOf(moment: Date, zone: string): string {
	return `${dayOf(moment, zone)}T${wallTimeOf(moment, zone)}:00`;
}
