import { dismissClerk } from '#lib/chat/index.server.ts';
import { answer } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Ends the clerk's presence, or the link that nobody has used yet. */
export const POST: RequestHandler = (event) => answer(event, (actor) => dismissClerk({ id: event.params.id }, actor));
