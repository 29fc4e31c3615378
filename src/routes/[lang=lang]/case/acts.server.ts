import { fail, redirect } from '@sveltejs/kit';
import { askForText, giveOwnAddress, takeBackAddress, visitorCase } from '#lib/cases/index.server.ts';
import { goesOnIn, latestConversation, visitorOf } from '#lib/chat/index.server.ts';
import { isRefusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { type ChatEvent, keepAnd, open, type Outcome, renewAnd, send, tokenOf } from '../chat/acts.server.ts';
import { fieldOf } from '../chat/before.server.ts';
import { waysToTell } from '../../ways.server.ts';

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

/** What was typed stays on the page. */
export async function giveAddress(event: ChatEvent) {
	const form = await event.request.formData();
	const typed = { address: fieldOf(form, 'address'), wants: fieldOf(form, 'wants') };
	const of = await visitorCase(tokenOf(event));
	const given = of ? await giveOwnAddress({ ...typed, ways: waysToTell() }, visitorOf(of.id)) : refused('missing');
	if (!isRefusal(given)) redirect(303, `${pageOf(event)}?given#addresses`);
	return fail(statusOf(given), { given: { ...typed, fault: given.fields.address ?? '' } });
}

export async function wantText(event: ChatEvent): Outcome {
	const form = await event.request.formData();
	const wish = { kind: fieldOf(form, 'kind'), wants: fieldOf(form, 'wants') };
	const of = await visitorCase(tokenOf(event));
	const wished = of ? await askForText(wish, visitorOf(of.id)) : refused('missing');
	return isRefusal(wished) ? wished : `${pageOf(event)}#addresses`;
}

const pageOf = ({ params }: ChatEvent): string => `/${params.lang}/case`;
