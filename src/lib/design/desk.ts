import type { Say } from '#lib/platform/i18n/say.ts';
import { type Moment, timeSaid, whenSaid } from './when.ts';

export type ComingHours = Pick<Moment, 'day' | 'inDays'> & { readonly opens: string; readonly closes: string };
export type WeeklyHours = { readonly weekday: number; readonly opens: string; readonly closes: string };

/** Whether somebody answers now and until when, and else from when; and the hours of an ordinary week. */
export type DeskState = {
	readonly open: boolean;
	readonly closes?: string | null;
	readonly opens: Moment | null;
	/** Why it is not open within its hours: nobody has come, or nobody has room. */
	readonly lacks?: 'helper' | 'room' | null;
	readonly since?: string | null;
	/** How many wait before a newcomer, when there is no room. */
	readonly waiting?: number;
	readonly hours?: readonly WeeklyHours[];
	/** Of a desk without hours of the week: when somebody has promised to be there. */
	readonly coming?: readonly ComingHours[];
	/** There are times in which somebody can call. */
	readonly calls?: boolean;
};

/** She is answered today when she waits for her turn. */
export const mayWait = ({ open, lacks }: DeskState): boolean => open || lacks === 'room';

export function deskSaid(say: Say, desk: DeskState): string {
	if (desk.lacks) return lackSaid(say, desk);
	if (desk.open && desk.closes) return say('site.ask.openUntil', { time: timeSaid(say, desk.closes) });
	if (desk.open) return say('site.ask.open');
	return desk.opens ? say('site.ask.opens', { when: whenSaid(say, desk.opens) }) : say('site.ask.closed');
}

function lackSaid(say: Say, { lacks, since, waiting = 0 }: DeskState): string {
	if (lacks === 'room') return waiting > 0 ? say('site.ask.full', { count: waiting }) : say('site.ask.busy');
	return since ? say('site.ask.expected', { time: timeSaid(say, since) }) : say('site.ask.nobody');
}
