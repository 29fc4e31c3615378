import { ground } from '#lib/platform/ground.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { hasLeft } from '#lib/volunteers/index.server.ts';
import { whoMay } from '../whoMay.server.ts';
import type { LayoutServerLoad } from './$types';

const PARTS = ['shifts', 'hours', 'profile', 'training', 'link', 'pause'] as const;

/** What she did stays open to whoever has left; there is nothing to choose any more. */
const OF_THE_PAST: readonly string[] = ['shifts', 'hours'];

export const load: LayoutServerLoad = async (event) => {
	const actor = whoMay(event, 'useShifts');
	const isGone = await hasLeft(ground().db, actor.id);
	const say = sayIn(event.locals.lang, ['shifts']);
	return {
		partsLabel: say('shifts.parts'),
		parts: PARTS.filter((part) => !isGone || OF_THE_PAST.includes(part)).map((part) => ({
			href: addressOf(part),
			name: say(`shifts.part.${part}`),
		})),
	};
};

const addressOf = (part: string): string => (part === 'shifts' ? '/staff/shifts' : `/staff/shifts/${part}`);
