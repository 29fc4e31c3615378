import { ground } from '#lib/platform/ground.server.ts';
import {
	type CarrierOf,
	type CarriersOf,
	type Outbox,
	type Reached,
	sendWaiting,
} from '#lib/platform/outbox/outbox.server.ts';
import { canWait, type Notice, type NoticeEnd, NOTICES_A_DAY } from './notice.ts';
import { volunteerNotices } from './store.server.ts';

export type Carrier = CarrierOf<Notice, NoticeEnd>;
export type Carriers = CarriersOf<Notice, NoticeEnd>;

const outbox: Outbox<Notice, NoticeEnd> = {
	name: 'volunteer-notice',
	take: (kinds, held) => ground().db.transaction((tx) => volunteerNotices(tx).take(kinds, held)),
	settle: (id, end, at) => volunteerNotices(ground().db).settle(id, end, at),
	delay: (id, until) => volunteerNotices(ground().db).delay(id, until),
	isEnough: async ({ accountId, kind, about }, since) =>
		canWait(about) && (await volunteerNotices(ground().db).sentSince(accountId, kind, since)) >= NOTICES_A_DAY,
};

/** Sends what is due by each of these ways. */
export const sendVolunteerNotices = (carriers: Carriers): Promise<Reached> => sendWaiting(outbox, carriers);
