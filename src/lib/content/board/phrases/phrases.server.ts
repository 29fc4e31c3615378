import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { catalogue } from '../../catalogue.server.ts';
import { choice, clientId, id, words } from '../input.ts';
import { type PhraseRow, phrases } from './store.server.ts';

const LONGEST_PHRASE = 600;

/**
 * Proposes a phrase in every language of the site, for the desks of her organisation (`organisationId`) or for all. It
 * is at hand once somebody else agreed.
 */
export const proposePhrase = command({
	input: v.object({ clientId, organisationId: choice, topic: choice, texts: v.record(v.string(), v.string()) }),
	load: async (_, at: Within<StaffActor>) => at.actor,
	allow: (actor, _, { organisationId, topic }) => {
		if (!may(actor).useBoard()) return false;
		if (topic !== null && !catalogue().topicById.has(topic)) return refused('malformed', { topic: 'topic' });
		return organisationId === null || organisationsWhere(actor, 'useBoard').includes(organisationId);
	},
	async run(actor, { tx, audit }, { clientId, organisationId, topic, texts }) {
		const read = readTexts(texts);
		if ('refused' in read) return read;
		const phrase = { id: newId(), clientId, organisationId, topic, texts: read.texts, proposedBy: actor.id };
		await phrases(tx).add(phrase);
		await audit({ action: 'propose', subject: 'phrase', subjectId: phrase.id });
		return phrase;
	},
	present: ({ id }) => ({ id }),
});

/** The second person's yes. */
export const agreeToPhrase = command({
	input: v.object({ id }),
	load: reachable,
	allow: (phrase, { actor }) => mayDecide(phrase, actor) && (phrase.proposedBy !== actor.id || refused('own')),
	async run(phrase, { tx, actor, audit }) {
		if (phrase.agreedBy !== null) return phrase;
		await phrases(tx).agree(phrase.id, actor.id);
		await audit({ action: 'agree', subject: 'phrase', subjectId: phrase.id });
		return phrase;
	},
	present: ({ id }) => ({ id }),
});

/** Takes a phrase out, agreed or not: whoever may agree to it; before that also whoever proposed it. */
export const removePhrase = command({
	input: v.object({ id }),
	load: reachable,
	allow: (phrase, { actor }) =>
		mayDecide(phrase, actor) || (phrase.agreedBy === null && phrase.proposedBy === actor.id),
	async run(phrase, { tx, audit }) {
		await phrases(tx).remove(phrase.id);
		await audit({ action: 'remove', subject: 'phrase', subjectId: phrase.id });
		return phrase;
	},
	present: ({ id }) => ({ id }),
});

/** Whether somebody may agree to it, or take it out: with the role, in its organisation if it has one. */
export function mayDecide({ organisationId }: Pick<PhraseRow, 'organisationId'>, actor: StaffActor): boolean {
	const reviews = organisationsWhere(actor, 'reviewContent');
	return organisationId === null ? reviews.length > 0 : reviews.includes(organisationId);
}

/** All that she may see, agreed or not. */
export const phrasesOf = (db: Queryable, actor: StaffActor): Promise<PhraseRow[]> =>
	phrases(db).within(organisationsWhere(actor, 'useBoard'));

/** Those that helpers of these organisations have at hand when they answer. */
export async function phrasesAtHand(
	db: Queryable,
	organisationIds: readonly string[],
): Promise<{ id: string; topic?: string; texts: Texts }[]> {
	const all = await phrases(db).within(organisationIds);
	return all
		.filter(({ agreedBy }) => agreedBy !== null)
		.map(({ id, topic, texts }) => ({ id, ...(topic && { topic }), texts }));
}

function reachable({ id }: { id: string }, { tx, actor }: Within<StaffActor>): Promise<PhraseRow | null> {
	return phrases(tx).locked(id, organisationsWhere(actor, 'useBoard'));
}

function readTexts(given: Texts): { texts: Texts } | Refusal {
	const read = languages().map(({ code }) => ({ code, ...readText(given[code]) }));
	const faults = read.flatMap(({ code, fault }) => (fault ? [[`text.${code}`, fault]] : []));
	if (faults.length > 0) return refused('malformed', Object.fromEntries(faults));
	return { texts: Object.fromEntries(read.map(({ code, text }) => [code, text])) };
}

function readText(given: string | undefined): { text: string; fault?: string } {
	const { success, output, issues } = v.safeParse(words, given ?? '');
	if (!success) return { text: '', fault: issues[0].message };
	if (output.length > LONGEST_PHRASE) return { text: '', fault: 'long' };
	return mask(output).spans.length > 0 ? { text: '', fault: 'secret' } : { text: output };
}
