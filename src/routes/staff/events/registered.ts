import type { Say } from '#lib/platform/i18n/say.ts';
import type { ShownDate } from './preview.server.ts';

/** «записано 9 / 9, в очереди 2»: who waits has no seat, and is not one of those who fill them. */
export function registeredSaid(say: Say, { people, waiting, seats }: ShownDate): string {
	const registered = `${say('planning.registered', { count: people - waiting })}${seats === null ? '' : `\u00a0/ ${seats}`}`;
	return waiting === 0 ? registered : `${registered}, ${say('planning.waiting', { count: waiting })}`;
}
