import type { Translator } from '#lib/platform/translation/libreTranslate.server.ts';

let chosen: Translator | null = null;

/** Says which service may get words of people; null, as from the beginning: none, and nothing is sent anywhere. */
export function prepareWordDrafts(translator: Translator | null): void {
	chosen = translator;
}

export const wordTranslator = (): Translator | null => chosen;

/** Whether the console offers drafts by machine. */
export const wordDraftsAreOn = (): boolean => chosen !== null;
