import { removeSentPicture } from '#lib/chat/index.server.ts';
import { numberIn } from '#lib/platform/http/picture.ts';
import { answer } from '../../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** There is a code on it: the picture goes for good, and the visitor is told. */
export const POST: RequestHandler = (event) =>
	answer(event, (actor) => removeSentPicture({ id: event.params.id, seq: numberIn(event.params.seq) }, actor));
