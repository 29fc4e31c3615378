import type { TapCodes } from '../../tally/tally.ts';

/** What the next tap will say besides its topic: chosen on the form, and the same again until it is changed. */
export function choiceOf(form: HTMLFormElement, topic: string): TapCodes {
	const chosen = new FormData(form);
	const said = (name: string): string => String(chosen.get(name) ?? '');
	return {
		topic,
		// The form offers the codes that there are; the site looks at them again.
		outcome: said('outcome') as TapCodes['outcome'],
		minutes: Number(said('minutes')),
		language: said('language'),
		ageBand: said('ageBand') === '' ? null : (said('ageBand') as TapCodes['ageBand']),
	};
}

/** As the last one was; an age is said of one person, never of the next. */
export function choose(form: HTMLFormElement, { outcome, minutes, language }: TapCodes): void {
	for (const [name, value] of Object.entries({ outcome, minutes, language })) check(form, name, String(value));
	check(form, 'ageBand', '');
}

/** In words, for the line that stays in sight: «Решили вместе · 10 мин · русский». */
export function choiceSaid(form: HTMLFormElement): string {
	const checked = form.querySelectorAll<HTMLInputElement>('input[type=radio]:checked');
	return [...checked].flatMap((one) => (one.value === '' ? [] : [labelOf(one)])).join(' · ');
}

function check(form: HTMLFormElement, name: string, value: string): void {
	for (const one of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) one.checked = one.value === value;
}

const labelOf = (field: HTMLInputElement): string => field.closest('label')?.textContent?.trim() ?? field.value;
