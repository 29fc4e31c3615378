import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { whoMay } from '../whoMay.server.ts';
import type { LayoutServerLoad } from './$types';

const PARTS = ['shifts', 'hours', 'profile', 'training', 'link', 'pause'] as const;

export const load: LayoutServerLoad = (event) => {
	whoMay(event, 'useShifts');
	const say = sayIn(event.locals.lang, ['shifts']);
	return {
		partsLabel: say('shifts.parts'),
		parts: PARTS.map((part) => ({ href: addressOf(part), name: say(`shifts.part.${part}`) })),
	};
};

const addressOf = (part: string): string => (part === 'shifts' ? '/staff/shifts' : `/staff/shifts/${part}`);
