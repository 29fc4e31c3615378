import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Planned } from '../event.ts';
import type { About } from './notice.ts';

export type NewNotice = {
	readonly id: string;
	readonly registrationId: string;
	readonly kind: 'sms' | 'email' | 'call';
	readonly about: About;
	readonly key: string;
	readonly was: Planned | null;
	readonly dueAt: Date;
	readonly madeAt: Date;
};

export const eventNotices = (db: Queryable) => ({
	async add(row: NewNotice): Promise<void> {
		await db.query(
			`insert into event_notices (id, registration_id, kind, about, key, was, state, due_at, made_at)
			values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) on conflict (registration_id, key) do nothing`,
			[row.id, row.registrationId, row.kind, row.about, row.key, row.was, row.dueAt, row.madeAt],
		);
	},
});
