import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { note } from '../editing/input.ts';
import { writing } from '../editing/store.server.ts';
import { type Block, ID, keyOf } from '../item/item.ts';
import { sourceTextSchema, text as plainText } from '../item/schema.ts';
import { id, lang, number } from './input.ts';
import { board } from './store.server.ts';

const LONGEST_STEP = 1_400;
/** A title and so many steps are one guide. */
const MOST_STEPS = 100;

/**
 * A new guide with the words of an answer as its text, one step for each line. It is a draft like all others: an
 * editor makes it whole, a second person looks it over, then it may be public.
 */
export const guideFromAnswer = command({
	input: v.object({
		...{ id, number, source: lang },
		guide: v.pipe(v.string('id'), v.trim(), v.regex(ID, 'id'), v.maxLength(60, 'long')),
		title: v.pipe(plainText, v.nonEmpty('empty'), v.maxLength(200, 'long')),
		note: v.optional(note, ''),
	}),
	async load({ id, number }, { tx }: Within<StaffActor>) {
		const question = await board(tx).locked(id);
		const post = question && number > 1 ? await board(tx).post(id, number) : null;
		return question && post && post.removed === null ? { question, post } : null;
	},
	allow: (_, { actor }) => may(actor).useBoard() && may(actor).writeContent(),
	async run({ question, post }, { tx, actor, audit }, { guide, source, title, note }) {
		const key = keyOf('guide', guide);
		const content = v.safeParse(sourceTextSchema, { about: aboutOf(question), blocks: blocksOf(title, post.text) });
		if (!content.success) return refused('no-guide');
		if (!(await writing(tx).addItem(key, source))) return refused('malformed', { guide: 'there-already' });
		await writing(tx).addRevision({
			...{ item: key, lang: source, parent: null, content: content.output, note, scope: 'major', authorId: actor.id },
		});
		await board(tx).setGuide(question.id, key);
		await audit({ action: 'create', subject: 'item', subjectId: key });
		await audit({ action: 'make-guide', subject: 'board', subjectId: `${question.id}/${post.number}` });
		return { item: key, lang: source };
	},
	present: (made) => made,
});

function aboutOf({ topic }: { topic: string }) {
	return { risk: 'ordinary', topics: [topic] };
}

function blocksOf(title: string, answer: string): Block[] {
	const lines = answer.split('\n').flatMap(inPieces).filter(Boolean).slice(0, MOST_STEPS);
	const steps = lines.map((text, at): Block => ({ id: `step-${at + 1}`, kind: 'step', words: { text } }));
	return [{ id: 'title', kind: 'title', words: { text: title } }, ...steps];
}

/** Marks of languages are made by the editor: double brackets of an answer are none. */
function inPieces(line: string): string[] {
	const text = line.trim().replaceAll('[[', '[').replaceAll(']]', ']');
	return (
		text.match(new RegExp(`.{1,${LONGEST_STEP}}(?:\\s|$)|.{${LONGEST_STEP}}`, 'gsu'))?.map((one) => one.trim()) ?? []
	);
}
