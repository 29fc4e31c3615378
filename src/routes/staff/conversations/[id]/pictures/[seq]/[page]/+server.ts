import type { RequestEvent } from '@sveltejs/kit';
import { openPageForHelper } from '#lib/chat/index.server.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { numberIn, pictureResponse } from '#lib/platform/http/picture.ts';
import { answer, isId } from '../../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** A page of what a visitor sent, for the one who may read the conversation; each look is on record. */
export const GET: RequestHandler = async (event) => {
	const { seq, page } = event.params;
	const file = await pageFor(event, { seq: numberIn(seq), page: numberIn(page) });
	if (isRefusal(file)) return answer(event, () => file);
	return pictureResponse(new Uint8Array(file), `silta-${seq}-${page}.webp`);
};

async function pageFor({ params, locals }: RequestEvent<{ id: string }>, ref: { seq: number; page: number }) {
	return locals.staff && isId(params.id) ? openPageForHelper(params.id, ref, locals.staff) : refused('missing');
}
