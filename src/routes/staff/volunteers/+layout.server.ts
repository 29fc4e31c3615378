import { type Ability, organisationsWhere } from '#lib/identity/index.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { LayoutServerLoad } from './$types';

const PARTS = ['people', 'applications', 'week', 'needs', 'shifts', 'suggestion', 'calls', 'hours'] as const;
type Part = (typeof PARTS)[number];

/** The parts that she may see; each page asks for itself. */
export const load: LayoutServerLoad = ({ locals: { lang, staff } }) => {
	const say = sayIn(lang, ['volunteers']);
	const seen = PARTS.filter((part) => organisationsWhere(staff, abilityFor(part)).length > 0);
	return {
		partsLabel: say('volunteers.title'),
		parts: seen.map((part) => ({ href: addressOf(part), name: say(`volunteers.part.${part}`) })),
	};
};

const abilityFor = (part: Part): Ability => (part === 'hours' ? 'confirmHours' : 'leadVolunteers');
const addressOf = (part: Part): string => (part === 'people' ? '/staff/volunteers' : `/staff/volunteers/${part}`);
