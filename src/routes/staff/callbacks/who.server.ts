import { catalogue } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoCalls = (event: Asking): StaffActor => whoMay(event, 'helpAtDesk');

export function topicNames(lang: string): Record<string, string> {
	return Object.fromEntries(catalogue().topics.map(({ id, names }) => [id, inLanguage(names, lang)]));
}
