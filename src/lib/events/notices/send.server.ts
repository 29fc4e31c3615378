import { ground } from '#lib/platform/ground.server.ts';
import {
	type CarrierOf,
	type CarriersOf,
	type Outbox,
	type Reached,
	sendWaiting,
} from '#lib/platform/outbox/outbox.server.ts';
import { isLimited, type Notice, type NoticeEnd, NOTICES_A_DAY } from './notice.ts';
import { eventNotices } from './store.server.ts';

export type Carrier = CarrierOf<Notice, NoticeEnd>;
export type Carriers = CarriersOf<Notice, NoticeEnd>;

const outbox: Outbox<Notice, NoticeEnd> = {
	name: 'event-notice',
	take: (kinds, held) => ground().db.transaction((tx) => eventNotices(tx).take(kinds, held)),
	settle: (id, end, at) => eventNotices(ground().db).settle(id, end, at),
	delay: (id, until) => eventNotices(ground().db).delay(id, until),
	isEnough: async ({ registrationId, kind, about }, since) =>
		isLimited(about) && (await eventNotices(ground().db).sentSince(registrationId, kind, since)) >= NOTICES_A_DAY,
};

/** Sends what is due by each of these ways. */
export const sendEventNotices = (carriers: Carriers): Promise<Reached> => sendWaiting(outbox, carriers);
