import type { Say } from '#lib/platform/i18n/say.ts';
import { type Moment, whenSaid } from './when.ts';

/** Whether somebody answers now, and else when. */
export type DeskState = { readonly open: boolean; readonly opens: Moment | null };

export function deskSaid(say: Say, desk: DeskState): string {
	if (desk.open) return say('site.ask.open');
	return desk.opens ? say('site.ask.opens', { when: whenSaid(say, desk.opens) }) : say('site.ask.closed');
}
