import { comingAt } from '#lib/events/index.server.ts';
import { chosenNamesOf } from '#lib/identity/index.server.ts';
import { type Agreement, nextStates, stateOf } from '#lib/network/index.ts';
import { readOrganisations, readServicePoints } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';

const SHOWN_DATES = 10;

type Named = { readonly id: string; readonly names: Texts };
const namesOf = (all: readonly Named[], lang: string): ((id: string | null) => string) => {
	const names = new Map(all.map(({ id, names }) => [id, inLanguage(names, lang)]));
	return (id) => names.get(id ?? '') ?? '';
};

/** Partners and places by their names: a partner and its place may have the same id. */
export async function namesIn(lang: string) {
	const { db } = ground();
	const [organisations, points] = await Promise.all([readOrganisations(db), readServicePoints(db)]);
	return { nameOf: namesOf(organisations, lang), placeOf: namesOf(points, lang) };
}

/** One agreement with its steps in words, and who wrote them down. */
export async function shownIn(lang: string, agreement: Agreement) {
	const { nameOf, placeOf } = await namesIn(lang);
	const { id, kind, from, to, organisationId, partnerId, placeId, steps } = agreement;
	const signed = await chosenNamesOf(
		ground().db,
		steps.flatMap(({ accountId }) => accountId ?? []),
	);
	return {
		...{ id, kind, from, to, state: stateOf(agreement), next: nextStates(agreement), seen: steps.length },
		...{ office: nameOf(organisationId), partner: nameOf(partnerId), place: placeOf(placeId) },
		steps: steps.map(({ number, state, on, cause, reason, instead, accountId }) => ({
			...{ number, state, on, cause, by: signed.get(accountId ?? '') ?? null },
			...{ reason: inLanguage(reason ?? {}, lang), instead: inLanguage(instead ?? {}, lang) },
		})),
	};
}

/** What is planned at the place: the first dates, and how many there are. */
export async function plannedAt(lang: string, { placeId, organisationId }: Agreement) {
	return plannedBy(lang, placeId, [organisationId]);
}

/** The same, by all these organisations. */
export async function plannedBy(lang: string, placeId: string | null, organisationIds: readonly string[]) {
	const all = placeId === null ? [] : await comingAt(placeId, organisationIds);
	const first = all.slice(0, SHOWN_DATES).map(({ names, ...one }) => ({ ...one, name: inLanguage(names, lang) }));
	return { first, count: all.length };
}
