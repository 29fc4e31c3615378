import { beginPasskey, myselfOf } from '#lib/identity/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { proofOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { giveOptions } from '../../passkeys.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const secure = event.url.protocol === 'https:';
	const myself = await myselfOf(staffTokenOf(event.cookies, secure));
	const proof = proofOf(event.cookies, secure);
	return giveOptions(event, async (place) => (myself ? beginPasskey(myself, place, proof) : refused('signed-out')));
};
