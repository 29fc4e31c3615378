import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, type Refusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { may } from '../policy.ts';
import { doubtAnswerSchema, noteSchema } from '../schema.ts';
import { conversations } from '../store.server.ts';
import { openAt, sealAt } from '../words.server.ts';
import { type Note, type NoteKind, placeOfNote } from './note.ts';
import { type NoteRow, notes } from './store.server.ts';

/** A note for colleagues, or a doubt: that one comes before those who answer for the desk. */
export const writeNote = command({
	input: noteSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).note(conversation),
	run: async (conversation, { tx, actor, announce }, { clientId, text, unsure }) => {
		const number = await addNote(tx, conversation, actor, { clientId, text, kind: unsure ? 'unsure' : 'note' });
		announce(NOTES_CHANGED, conversation.id);
		if (unsure) announce('queue', conversation.deskId);
		return { number };
	},
	present: ({ number }) => ({ number }),
});

/** Answers a doubt of a colleague. */
export const answerDoubt = command({
	input: doubtAnswerSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).answerDoubt(conversation),
	run: async (conversation, { tx, actor, announce }, { clientId, text, aboutNumber }) => {
		const doubt = await notes(tx).byNumber(conversation.id, aboutNumber);
		if (doubt?.kind !== 'unsure') return refused('missing');
		const number = await addNote(tx, conversation, actor, { clientId, text, kind: 'answer', aboutNumber });
		announce(NOTES_CHANGED, conversation.id);
		announce('queue', conversation.deskId);
		return { number };
	},
	present: ({ number }) => ({ number }),
});

/** Told with the id of the conversation; the notes themselves are asked for. */
export const NOTES_CHANGED = 'notes';

/** Everything that colleagues wrote about it. Whether she may read the conversation was asked before. */
export async function notesOf(conversation: Conversation, reader: StaffActor): Promise<Note[]> {
	const rows = await notes(ground().db).of(conversation.id);
	return Promise.all(rows.map(async (row) => presentNote(row, await textOfNote(conversation, row), reader)));
}

/** The same for a console that reads the conversation already, and was told that there is something new. */
export async function notesFor(id: string, actor: StaffActor): Promise<Note[] | Refusal> {
	const conversation = await conversations(ground().db).reachable(id, organisationsWhere(actor, 'helpAtDesk'));
	if (!conversation) return refused('missing');
	return may(actor).read(conversation) ? notesOf(conversation, actor) : refused('forbidden');
}

export async function textOfNote({ id, expiresOn }: Pick<Conversation, 'id' | 'expiresOn'>, row: NoteRow) {
	return openAt({ id, expiresOn }, placeOfNote(id, row.number, row.kind), row.sealed);
}

type NewNote = { clientId: string; text: string; kind: NoteKind; aboutNumber?: number };

/** Into a locked conversation; gives its number, the first one if it was sent before. */
export async function addNote(
	tx: Queryable,
	conversation: Conversation,
	{ id: accountId, chosenName }: StaffActor,
	{ clientId, text, kind, aboutNumber = 0 }: NewNote,
): Promise<number> {
	const known = await notes(tx).known(conversation.id, clientId);
	if (known !== null) return known;
	const number = (await notes(tx).lastNumber(conversation.id)) + 1;
	const sealed = await sealAt(conversation, placeOfNote(conversation.id, number, kind), mask(text).text);
	const about = { aboutNumber: aboutNumber || null, writtenAt: now() };
	await notes(tx).add(conversation.id, { number, clientId, accountId, signed: chosenName, kind, sealed, ...about });
	return number;
}

function presentNote(row: NoteRow, text: string | null, reader: StaffActor): Note {
	const { number, kind, signed, aboutNumber, writtenAt } = row;
	const isOwn = row.accountId === reader.id;
	return { number, kind, signed, isOwn, text, aboutNumber, writtenAt: writtenAt.toISOString() };
}
