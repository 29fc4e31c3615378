import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { starterCard } from '../item/starterItem.ts';
import { type Known, readService } from '../schema.ts';
import type { Service } from '../service.ts';
import { starterOrder } from './starterFiles.server.ts';
import { importItems, takeEditedCards } from './store.server.ts';

const SOURCE = 'fi';

/** The languages and topics a card must keep to on this installation. */
export function knownToCards(): Known {
	return {
		languages: languages().map(({ code }) => code),
		topics: starterOrder().topics.map(({ id }) => id),
	};
}

/** Puts cards in place, with who did it. Every node shows them within a second. */
export async function importServices(tx: Queryable, services: readonly Service[]): Promise<void> {
	await importItems(
		tx,
		services.map((card) => starterCard(card, SOURCE)),
	);
	for (const { id } of services) {
		await recordAudit(tx, { kind: 'system', id: null }, { action: 'import', subject: 'service', subjectId: id });
	}
}

/** What was edited in a release before 0009 becomes a text like any other; nothing that somebody wrote is lost. */
export async function takeOverEditedCards(tx: Queryable): Promise<void> {
	const known = knownToCards();
	const cards = (await takeEditedCards(tx)).flatMap((raw) => {
		const read = readService(raw, known);
		if ('faults' in read) logWarning('edited-card-unreadable', { faults: read.faults.length });
		return 'service' in read ? read.service : [];
	});
	if (cards.length > 0) await importServices(tx, cards);
}
