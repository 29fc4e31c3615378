import { inLanguage, type Say, type Texts } from '#lib/platform/i18n/say.ts';
import { UNIT_OF } from '../figures.ts';
import type { PlanLine, PlanVersion, Project, Target } from '../project.ts';
import type { Shown } from '../suppression.ts';

/** Days, sums and targets as they are said to people. Days are calendar days and have no zone. */
export function daySaid(day: string, lang: string): string {
	return dates(lang, DAY).format(noonOf(day));
}

/** Without its year, where that is known. */
export function dayInYearSaid(day: string, lang: string): string {
	return dates(lang, { day: 'numeric', month: 'long' }).format(noonOf(day));
}

export function monthSaid(month: string, lang: string): string {
	return dates(lang, { month: 'long', year: 'numeric' }).format(noonOf(`${month}-01`));
}

/** `2026-Q3` in words. */
export function quarterSaid(quarter: string, say: Say): string {
	return say('reports.quarter', { number: quarter.slice(6), year: quarter.slice(0, 4) });
}

/** «8–10 встреч». The plural form follows the upper end. */
export function targetSaid(target: Target, say: Say, lang: string): string {
	return say(`reports.target.${target.measure}`, { count: target.max, range: rangeSaid(target, lang) });
}

/** What a line plans beside the figures that are counted: «12 часов в неделю · на месте, по телефону». */
export function rhythmSaid(line: PlanLine, say: Say, lang: string): string {
	const uncounted = line.targets.filter((target) => !UNIT_OF[target.measure]);
	const words = [line.rhythm, line.where].filter((texts) => texts !== undefined);
	return [
		...uncounted.map((target) => targetSaid(target, say, lang)),
		...words.map((texts) => inLanguage(texts, lang)),
	].join(' · ');
}

export function rangeSaid({ min, max }: Pick<Target, 'min' | 'max'>, lang: string): string {
	const number = new Intl.NumberFormat(lang);
	return min === max ? number.format(max) : `${number.format(min)}–${number.format(max)}`;
}

export function periodSaid({ starts, ends, startsNote, endsNote }: Project, lang: string): string {
	if (starts && ends) return dates(lang, DAY).formatRange(noonOf(starts), noonOf(ends));
	const from = starts ? daySaid(starts, lang) : inLanguage(startsNote, lang);
	const to = ends ? daySaid(ends, lang) : inLanguage(endsNote, lang);
	return [from, to].filter((part) => part !== '').join('; ');
}

export function versionSaid({ version, dated }: PlanVersion, say: Say, lang: string): string {
	const name = say('reports.plan.version', { version });
	return dated ? `${name}, ${daySaid(dated, lang)}` : name;
}

export function euroSaid(sum: number, lang: string): string {
	return new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(sum);
}

/** A public number: hidden, or at least so many while its quarter runs, or exact. */
export function shownSaid(shown: Shown, isRunning: boolean, say: Say, lang: string): string {
	if (shown === 'hidden') return say('reports.public.hidden');
	const count = new Intl.NumberFormat(lang).format(shown);
	return isRunning && shown > 0 ? say('reports.public.atLeast', { count }) : count;
}

/** Names by code, in the reader's language. */
export function namesOf(named: readonly { id: string; names: Texts }[], lang: string): Record<string, string> {
	return Object.fromEntries(named.map(({ id, names }) => [id, inLanguage(names, lang)]));
}

/** The name of a topic; codes that are not topics have words of their own. */
export function topicSaid(code: string | null, names: Readonly<Record<string, string>>, say: Say): string {
	if (code === 'other') return say('reports.topic.other');
	return (code && names[code]) || say('reports.topic.none');
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

function dates(lang: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...parts, timeZone: 'UTC' });
}

function noonOf(day: string): number {
	return Date.parse(`${day}T12:00:00Z`);
}
