import { beginPasskey, myselfOf } from '#lib/identity/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { giveOptions } from '../../passkeys.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const myself = await myselfOf(staffTokenOf(event.cookies, event.url.protocol === 'https:'));
	return giveOptions(event, async (place) => (myself ? beginPasskey(myself, place) : refused('signed-out')));
};
