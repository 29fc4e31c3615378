import type { ShiftsFor } from '#lib/volunteers/index.server.ts';
import { headShown } from '#lib/volunteers/ui/shifts/head.ts';

type Told = ShiftsFor['hers'][number];

/** Those that suit her best, by time; more stand where she signs in. */
const MOST_OPEN = 8;

/**
 * What a personal link shows: hers, and what she may do something about now. No name of a colleague, and nothing that she
 * may not take: whoever found the link learns as little as can be.
 */
export function ownView(shifts: ShiftsFor | null, lang: string) {
	const { hers = [], pending = [], wanted = [], open = [] } = shifts ?? {};
	const isFree = ({ obstacles }: Told): boolean => obstacles.length === 0;
	return {
		hers: hers.map((one) => ownShift(one, lang)),
		offered: pending.filter(({ mine }) => mine?.state === 'offered').map((one) => ownShift(one, lang)),
		asked: pending.filter(({ mine }) => mine?.state === 'asked').map((one) => ownShift(one, lang)),
		wanted: wanted.filter(isFree).map((one) => ownShift(one, lang)),
		open: open
			.filter(isFree)
			.slice(0, MOST_OPEN)
			.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
			.map((one) => ownShift(one, lang)),
	};
}

export function ownShift(one: Told, lang: string) {
	const { mine, swap, signUp, lacksExperience } = one;
	return {
		...{ ...headShown(one, lang), lacksExperience },
		...{ assignment: mine?.id ?? '', mayGiveUp: mine?.mayGiveUp ?? false },
		...{
			swap: swap?.id ?? '',
			isPassedOn: swap?.isMine ?? false,
			isByName: typeof swap?.to === 'string',
			isAsked: signUp === 'approval',
		},
	};
}

export type OwnShift = ReturnType<typeof ownShift>;
