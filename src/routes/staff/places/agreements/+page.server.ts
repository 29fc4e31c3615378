import { agreementsFor } from '#lib/network/index.server.ts';
import { stateOf } from '#lib/network/index.ts';
import type { PageServerLoad } from './$types';
import { spokenBy, whoKeeps } from '../door.server.ts';
import { namesIn } from './shown.server.ts';

export const load: PageServerLoad = async (event) => {
	const all = await agreementsFor(whoKeeps(event));
	const { nameOf, placeOf } = await namesIn(event.locals.lang);
	return {
		...spokenBy(event.locals),
		agreements: all.map((one) => ({
			...{ id: one.id, kind: one.kind, from: one.from, to: one.to, state: stateOf(one) },
			...{ on: one.steps.at(-1)?.on ?? null, partner: nameOf(one.partnerId), place: placeOf(one.placeId) },
		})),
	};
};
