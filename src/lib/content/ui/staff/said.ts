import type { Say } from '#lib/platform/i18n/say.ts';
import { isEasy, plainLanguage } from '../../item/item.ts';

export type LanguageName = { readonly code: string; readonly name: string };

/** The name of a language in itself; of an easy variant with what it is. */
export function languageSaid(say: Say, names: readonly LanguageName[], lang: string): string {
	const plain = plainLanguage(lang);
	const name = names.find(({ code }) => code === plain)?.name ?? plain;
	return isEasy(lang) ? say('editor.easy', { language: name }) : name;
}

/** A moment as somebody at the desk reads it: day, month, year, time in the network's zone. */
export function momentSaid(say: Say, moment: Date): string {
	const parts = { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
	const format = new Intl.DateTimeFormat(say('site.when.locale'), {
		...parts,
		hourCycle: 'h23',
		timeZone: 'Europe/Helsinki',
	});
	return format.format(moment);
}
