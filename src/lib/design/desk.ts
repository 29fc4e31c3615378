import type { Say } from '#lib/platform/i18n/say.ts';
import { type Moment, timeSaid, whenSaid } from './when.ts';

export type WeeklyHours = { readonly weekday: number; readonly opens: string; readonly closes: string };

/** Whether somebody answers now and until when, and else from when; and the hours of an ordinary week. */
export type DeskState = {
	readonly open: boolean;
	readonly closes?: string | null;
	readonly opens: Moment | null;
	readonly hours?: readonly WeeklyHours[];
};

export function deskSaid(say: Say, desk: DeskState): string {
	if (desk.open && desk.closes) return say('site.ask.openUntil', { time: timeSaid(say, desk.closes) });
	if (desk.open) return say('site.ask.open');
	return desk.opens ? say('site.ask.opens', { when: whenSaid(say, desk.opens) }) : say('site.ask.closed');
}
