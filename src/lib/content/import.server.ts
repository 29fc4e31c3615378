import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import type { Known } from './schema.ts';
import type { Service } from './service.ts';
import { starterOrder } from './starter.server.ts';
import { saveServices } from './store.server.ts';

/** The languages and topics a card must keep to on this installation. */
export function knownToCards(): Known {
	return {
		languages: languages().map(({ code }) => code),
		topics: starterOrder().topics.map(({ id }) => id),
	};
}

/** Puts cards in place, with who did it. Every node shows them within a second. */
export async function importServices(tx: Queryable, services: readonly Service[]): Promise<void> {
	await saveServices(tx, services);
	for (const { id } of services) {
		await recordAudit(tx, { kind: 'system', id: null }, { action: 'import', subject: 'service', subjectId: id });
	}
}
