import { beginInvitationPasskey } from '#lib/identity/index.server.ts';
import { giveOptions } from '../../../passkeys.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	giveOptions(event, (place) => beginInvitationPasskey(event.params.token, place));
