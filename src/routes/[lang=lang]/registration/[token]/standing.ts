import type { HerRegistration } from '#lib/events/index.ts';

type Seat = Pick<HerRegistration, 'state' | 'isOpen' | 'hasBegun' | 'isFilled'> & {
	readonly date: Pick<HerRegistration['date'], 'state'>;
};

/** What her page is about; keys of messages/registration (`hers.….title`). */
export function standingOf({ state, isOpen, hasBegun, isFilled, date }: Seat) {
	if (date.state === 'cancelled') return 'off';
	if (date.state === 'replaced') return 'replaced';
	if (hasBegun) return 'over';
	if (isOpen) return state === 'held' ? 'held' : 'open-line';
	// An offer that ran out is another thing than a form that stood open for too long.
	return state === 'expired' && isFilled ? 'offer-over' : state;
}
