import type { Say } from '#lib/platform/i18n/say.ts';
import { isEasy, plainLanguage } from '../../item/item.ts';

export type LanguageName = { readonly code: string; readonly name: string };

/** The name of a language in itself; of an easy variant with what it is. */
export function languageSaid(say: Say, names: readonly LanguageName[], lang: string): string {
	const plain = plainLanguage(lang);
	const name = names.find(({ code }) => code === plain)?.name ?? plain;
	return isEasy(lang) ? say('editor.easy', { language: name }) : name;
}
