import { askForText, takeBackAddress, visitorCase } from '#lib/cases/index.server.ts';
import { goesOnIn, latestConversation, visitorOf } from '#lib/chat/index.server.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { type ChatEvent, keepAnd, open, type Outcome, renewAnd, send, tokenOf } from '../chat/acts.server.ts';
import { fieldOf } from '../chat/before.server.ts';

/** What a visitor does on the page of her case. What she writes goes on in her conversation, or begins one. */
export async function write(event: ChatEvent, form: FormData): Outcome {
	const of = await visitorCase(tokenOf(event));
	if (!of) return refused('missing');
	return goesOnIn(of, await latestConversation(of.id)) ? send(event, form) : open(event, form);
}

export const keep = (event: ChatEvent): Outcome => keepAnd(event, pageOf(event));
export const renew = (event: ChatEvent): Outcome => renewAnd(event, pageOf(event));

export async function takeBack(event: ChatEvent): Outcome {
	const kind = fieldOf(await event.request.formData(), 'kind');
	const of = await visitorCase(tokenOf(event));
	const taken = of ? await takeBackAddress({ kind }, visitorOf(of.id)) : refused('missing');
	return isRefusal(taken) ? taken : `${pageOf(event)}?taken-back`;
}

export async function wantText(event: ChatEvent): Outcome {
	const form = await event.request.formData();
	const wish = { kind: fieldOf(form, 'kind'), wants: fieldOf(form, 'wants') };
	const of = await visitorCase(tokenOf(event));
	const wished = of ? await askForText(wish, visitorOf(of.id)) : refused('missing');
	return isRefusal(wished) ? wished : `${pageOf(event)}#addresses`;
}

const pageOf = ({ params }: ChatEvent): string => `/${params.lang}/case`;
