/** By which way somebody came who waited. `question`: left in the chat while the desk was closed. */
export const WAIT_CHANNELS = ['chat', 'question', 'phone', 'email', 'sms', 'visit', 'video', 'event'] as const;
export type WaitChannel = (typeof WAIT_CHANNELS)[number];

/** Minutes until the first answer that are told apart; whoever waited longer than the last is `later`. */
export const WAIT_MINUTES = [1, 5, 15, 60, 1_440] as const;

/** Answered within so many minutes. */
export const ANSWERED = [...WAIT_MINUTES.map((minutes) => `within-${minutes}` as const), 'later'] as const;
/** `abandoned`: she left before anybody came. `unanswered`: nobody came as long as it was kept. */
export const BECAME = [...ANSWERED, 'abandoned', 'unanswered', 'blocked'] as const;
export type Became = (typeof BECAME)[number];
/** As whoever ends a wait says it; how long it was is worked out here. */
export type WaitEnd = 'answered' | 'abandoned' | 'unanswered';

/** Counted by the moment at which the wait began: month, weekday (1 = Monday) and hour on the desk's clock. */
export type WaitCount = {
	readonly deskId: string;
	readonly month: string;
	readonly weekday: number;
	readonly hour: number;
	readonly channel: WaitChannel;
	readonly became: Became;
	readonly times: number;
};

export function becameOf(end: WaitEnd, began: Date, ended: Date): Became {
	if (end !== 'answered') return end;
	const minutes = (ended.getTime() - began.getTime()) / 60_000;
	return ANSWERED[WAIT_MINUTES.findIndex((most) => minutes <= most)] ?? 'later';
}
