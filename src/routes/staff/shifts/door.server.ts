import { fail, redirect } from '@sveltejs/kit';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { addressOf } from '#lib/network/index.ts';
import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { ShiftLed, ShiftTold } from '#lib/volunteers/index.server.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoHelps = (event: Asking): StaffActor => whoMay(event, 'useShifts');
export const whoLeads = (event: Asking): StaffActor => whoMay(event, 'leadVolunteers');

/** What every page of shifts needs to speak. */
export const spokenBy = ({ lang }: App.Locals) => ({
	lang,
	words: wordsOf(lang, ['shifts', 'taking', 'hours', 'rota', 'rule', 'site', 'content', 'own']),
});

/** When and where, as it stands above everything that is said of a shift. */
export type Head = ReturnType<typeof headOf>;

export function headOf(one: ShiftTold | ShiftLed, lang: string) {
	const { id, work, zone, mode, place, left, places, languages, qualifications, signUp, state } = one;
	return {
		...{ id, work, left, places, languages, qualifications, signUp, isOff: state === 'cancelled' },
		...{ day: one.day, from: wallTimeOf(one.startsAt, zone), to: wallTimeOf(one.endsAt, zone) },
		endsOn: dayOf(one.endsAt, zone),
		name: inLanguage(one.names, lang),
		place: place ? `${inLanguage(place.names, lang)}, ${addressOf(place) || inLanguage(place.municipality, lang)}` : '',
		isOnline: one.deskId !== null || mode === 'online',
	};
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
