import { type NewFact, recordFact } from '#lib/ledger/index.server.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import { series } from '../series/store.server.ts';
import { downloads } from './store.server.ts';

type Due = Awaited<ReturnType<ReturnType<typeof downloads>['due']>>[number];

/**
 * Takes the downloads of the months that are over into the ledger, each material and month as one fact on the month's
 * last day. A month that was taken over is not taken over again; what was counted late comes with the next round.
 */
export const recordDownloads: JobHandler = async () => {
	await ground().db.transaction(async (tx) => {
		for (const due of await downloads(tx).due(`${today().slice(0, 7)}-01`)) await recordDue(tx, due);
	});
};

async function recordDue(tx: Queryable, due: Due): Promise<void> {
	const fact = await factOf(tx, due);
	if (fact) await recordFact(tx, fact);
	await downloads(tx).setInLedger(due.materialId, due.month);
}

async function factOf(tx: Queryable, { seriesId, month, number, language }: Due): Promise<NewFact | null> {
	const of = await series(tx).byId(seriesId);
	return (
		of && {
			...{ occurredOn: lastDayOf(month), organisationId: of.organisationId, unit: 'download', quantity: number },
			...{ basis: 'counted', channel: 'event', form: 'remote', language },
			...{ projectId: of.projectId, planLine: of.planLine },
		}
	);
}

/** 31 days after its first day it is always the next month. */
const lastDayOf = (month: string): string => addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1);
