import { fail } from '@sveltejs/kit';
import { asksForCodes, judgesEntitlement } from '#lib/chat/index.ts';
import {
	agreeToPhrase,
	boardQuestion,
	catalogue,
	mayDecide,
	type PhraseRow,
	phrasesOf,
	proposePhrase,
	removePhrase,
} from '#lib/content/index.server.ts';
import { chosenNamesOf, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { answerTo, commonOf, whoIsOnBoard } from '../board.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoIsOnBoard(event);
	const { db } = ground();
	const { lang } = event.locals;
	const organisations = new Map((await readOrganisations(db)).map(({ id, names }) => [id, inLanguage(names, lang)]));
	const rows = await phrasesOf(db, actor);
	const signed = await chosenNamesOf(
		db,
		rows.flatMap(({ proposedBy, agreedBy }) => [proposedBy, agreedBy].filter((id) => id !== null)),
	);
	const shown = rows.map((row) => ({
		...presentFor(actor, row),
		topic: inLanguage(catalogue().topicById.get(row.topic ?? '')?.names, lang),
		organisation: organisations.get(row.organisationId ?? '') ?? null,
		proposedBy: signed.get(row.proposedBy) ?? '',
		agreedBy: signed.get(row.agreedBy ?? '') ?? null,
	}));
	return {
		...commonOf(event.locals),
		waiting: shown.filter(({ agreedBy }) => agreedBy === null),
		agreed: shown.filter(({ agreedBy }) => agreedBy !== null),
		own: organisationsWhere(actor, 'useBoard').map((id) => ({ id, name: organisations.get(id) ?? id })),
		from: await fromAnswer(event, actor),
		clientId: newId(),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	propose: async (event) => {
		const actor = whoIsOnBoard(event);
		const typed = fieldsOf(await event.request.formData());
		const texts = textsIn(typed);
		const faults = faultsOf(texts);
		if (Object.keys(faults).length > 0) return fail(400, { refused: 'malformed', fields: faults, typed, before: null });
		return answerTo(await proposePhrase({ ...typed, texts }, actor), typed, '/staff/board/phrases?done=propose');
	},
	agree: (event) => decide(event, agreeToPhrase, 'agree'),
	remove: (event) => decide(event, removePhrase, 'remove'),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<unknown>;

async function decide(event: RequestEvent, command: Command, done: string) {
	const actor = whoIsOnBoard(event);
	const typed = fieldsOf(await event.request.formData());
	return answerTo(await command(typed, actor), typed, `/staff/board/phrases?done=${done}`);
}

function presentFor(actor: StaffActor, row: PhraseRow) {
	const { id, texts, proposedBy, agreedBy } = row;
	const decides = mayDecide(row, actor);
	const isOwn = proposedBy === actor.id;
	return { id, texts, mayAgree: decides && !isOwn, mayRemove: decides || (isOwn && agreedBy === null) };
}

/** The answer of the board that becomes a phrase, in the language in which it was written. */
async function fromAnswer({ url }: RequestEvent, actor: StaffActor): Promise<Texts> {
	const found = await boardQuestion(url.searchParams.get('question') ?? '', actor);
	const number = Number(url.searchParams.get('answer'));
	const post = found?.posts.find((one) => one.number === number && !one.removed);
	return post ? { [post.language]: post.text } : {};
}

function textsIn(typed: Record<string, string>): Texts {
	const fields = Object.entries(typed).filter(([name]) => name.startsWith('text.'));
	return Object.fromEntries(fields.map(([name, text]) => [name.slice('text.'.length), text]));
}

/** What no helper may write herself, no phrase may say for her. */
function faultsOf(texts: Texts): Record<string, string> {
	const wrong = Object.entries(texts).flatMap(([lang, text]) => {
		if (asksForCodes(text)) return [[`text.${lang}`, 'asks']];
		return judgesEntitlement(text) ? [[`text.${lang}`, 'judges']] : [];
	});
	return Object.fromEntries(wrong);
}
