import type { Say } from '#lib/platform/i18n/say.ts';
import { type Moment, timeSaid, whenSaid } from './when.ts';

/** Whether somebody answers now and until when, and else from when. */
export type DeskState = { readonly open: boolean; readonly closes?: string | null; readonly opens: Moment | null };

export function deskSaid(say: Say, desk: DeskState): string {
	if (desk.open && desk.closes) return say('site.ask.openUntil', { time: timeSaid(say, desk.closes) });
	if (desk.open) return say('site.ask.open');
	return desk.opens ? say('site.ask.opens', { when: whenSaid(say, desk.opens) }) : say('site.ask.closed');
}
