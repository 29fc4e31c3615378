import { ground } from '#lib/platform/ground.server.ts';
import {
	type CarrierOf,
	type CarriersOf,
	type Outbox,
	type Reached,
	sendWaiting,
} from '#lib/platform/outbox/outbox.server.ts';
import { type NoticeEnd, NOTICES_A_DAY } from './notice.ts';
import { type NoticeRow, notices } from './store.server.ts';

export type Carrier = CarrierOf<NoticeRow, NoticeEnd>;
export type Carriers = CarriersOf<NoticeRow, NoticeEnd>;

const outbox: Outbox<NoticeRow, NoticeEnd> = {
	name: 'notice',
	take: (kinds, held) => notices(ground().db).take(kinds, held),
	settle: (id, end, at) => notices(ground().db).settle(id, end, at),
	delay: (id, until) => notices(ground().db).delay(id, until),
	isEnough: async ({ caseId, kind }, since) =>
		(await notices(ground().db).toCaseSince(caseId, kind, since)) >= NOTICES_A_DAY,
};

/** Sends what is due by each of these ways. */
export const sendNotices = (carriers: Carriers): Promise<Reached> => sendWaiting(outbox, carriers);
