import type { StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Channel } from '../codes.ts';
import { contacts } from './store.server.ts';

/** What the form begins with: where and how she recorded last. */
export type LastRecorded = { deskId: string; channel: Channel; placeId: string | null };

export const lastRecordedBy = ({ id }: Pick<StaffActor, 'id'>): Promise<LastRecorded | null> =>
	contacts(ground().db).lastRecordedBy(id);
