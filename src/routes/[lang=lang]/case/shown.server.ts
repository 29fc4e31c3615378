import type { HerContact, Step } from '#lib/cases/index.ts';
import { type CaseRow, type Look, type readAddresses, readStory } from '#lib/cases/index.server.ts';
import type { Conversation } from '#lib/chat/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { askedOn } from '../chat/about.server.ts';

/** What the page and the file say of a case, with names in the reader's language instead of ids. */
export type ShownContact = Pick<HerContact, 'channel' | 'minutes' | 'outcome' | 'referredTo' | 'signed'> & {
	readonly kind: 'contact';
	readonly day: string;
	readonly place: string | null;
	readonly topic: string | null;
	readonly service: { readonly href: string; readonly name: string } | null;
	readonly organisation: string;
};
export type ShownEntry = Extract<Step, { kind: 'entry' }>['entry'] & { readonly day: string; readonly hers: boolean };
export type ShownStep = ShownContact | ShownEntry;
export type ShownLook = Omit<Look, 'organisationId'> & { readonly organisation: string };
export type HerAddress = Awaited<ReturnType<typeof readAddresses>>[number];
type NameOf = (organisationId: string | null) => string;

export async function shownStory(db: Queryable, of: CaseRow, lang: string): Promise<ShownStep[]> {
	const nameOf = await organisationNames(db, lang);
	return (await readStory(db, of)).map((step) =>
		step.kind === 'contact'
			? shownContact(step.contact, lang, nameOf)
			: { ...step.entry, day: step.day, hers: step.entry.kind === 'question' },
	);
}

export async function shownLooks(db: Queryable, looks: readonly Look[], lang: string): Promise<ShownLook[]> {
	const nameOf = await organisationNames(db, lang);
	return looks.map(({ organisationId, ...look }) => ({ ...look, organisation: nameOf(organisationId) }));
}

export function shownConversation({ openedAt, endedAt, expiresOn, page }: Conversation, lang: string) {
	const asked = askedOn(page, lang);
	return { openedAt: openedAt.toISOString(), ended: endedAt !== null, expiresOn, about: asked?.name ?? null };
}

function shownContact(contact: HerContact, lang: string, nameOf: NameOf): ShownContact {
	const { channel, minutes, outcome, referredTo, signed, happenedOn, serviceId } = contact;
	const { topicById, serviceById, places } = catalogue();
	const service = serviceById.get(serviceId ?? '');
	const place = places.find(({ id }) => id === contact.placeId);
	return {
		...{ kind: 'contact', day: happenedOn, channel, minutes, outcome, referredTo, signed },
		place: place ? inLanguage(place.names, lang) : null,
		topic: inLanguage(topicById.get(contact.topic)?.names, lang) || null,
		service: service ? { href: `/${lang}/services/${service.id}`, name: inLanguage(service.names, lang) } : null,
		organisation: nameOf(contact.organisationId),
	};
}

async function organisationNames(db: Queryable, lang: string): Promise<NameOf> {
	const names = new Map((await readOrganisations(db)).map((one) => [one.id, one.names]));
	return (id) => inLanguage(names.get(id ?? ''), lang);
}
