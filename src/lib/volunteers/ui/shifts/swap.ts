import type { Say } from '#lib/platform/i18n/say.ts';
import type { ShiftTold } from '../../shifts/told.ts';

type Told = NonNullable<ShiftTold['swap']>;

/** To the holder: whose answer is awaited, and that it is hers until then. */
export function searchingSaid({ isExchange, to }: Pick<Told, 'isExchange' | 'to'>, say: Say): string {
	if (isExchange) return say('taking.exchange.until');
	return to === null ? say('taking.searching') : say('taking.searching.named', { name: to });
}

/** To a colleague: who looks for somebody, or asks just her. */
export const wantedSaid = ({ name, to }: Pick<Told, 'name' | 'to'>, say: Say): string =>
	say(to === null ? 'shifts.wantedBy' : 'shifts.offeredBy', { name });
