import { fail, redirect } from '@sveltejs/kit';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { hasLeft, type ShiftLed, type ShiftTold } from '#lib/volunteers/index.server.ts';
import { headShown } from '#lib/volunteers/ui/shifts/head.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoHelps = (event: Asking): StaffActor => whoMay(event, 'useShifts');
/** What is hers to choose: whoever has left is led to the page that says so. */
export async function whoIsHere(event: Asking): Promise<StaffActor> {
	const actor = whoHelps(event);
	if (await hasLeft(ground().db, actor.id)) redirect(303, '/staff/shifts');
	return actor;
}

export const whoLeads = (event: Asking): StaffActor => whoMay(event, 'leadVolunteers');

/** What every page of shifts needs to speak. */
export const spokenBy = ({ lang }: App.Locals) => ({
	lang,
	words: wordsOf(lang, ['shifts', 'taking', 'hours', 'rota', 'rule', 'site', 'content', 'own']),
});

export function headOf(one: ShiftTold | ShiftLed, lang: string) {
	const { left, places, languages, qualifications, signUp } = one;
	return { ...headShown(one, lang), left, places, languages, qualifications, signUp };
}

/** A shift as she sees it. */
export type Row = ReturnType<typeof rowOf>;

export function rowOf(one: ShiftTold, lang: string) {
	const { mine, swap, obstacles, lacksExperience, suits } = one;
	return { ...headOf(one, lang), with: one.with, mine, swap, lacksExperience, suits, obstacles: obstacles.map(whyOf) };
}

type Why = { readonly why: string; readonly what: string };
export const whyOf = (one: { why: string; what?: string }): Why => ({ why: one.why, what: one.what ?? '' });

/** Done: on to `to`. Refused: the page again, with a sentence and what was typed. */
export function answerTo(result: unknown, to: string, typed: Readonly<Record<string, unknown>> = {}) {
	if (!isRefusal(result)) redirect(303, to);
	return fail(statusOf(result), { ...whyIn(result), fields: { ...result.fields }, typed });
}

const whyIn = ({ refused, fields }: Refusal): Why => ({ why: refused, what: fields.what ?? '' });
