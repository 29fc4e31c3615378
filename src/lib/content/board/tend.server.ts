import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { id, number } from './input.ts';
import { HIDE_REASONS, type Post, type Question } from './post.ts';
import { board } from './store.server.ts';

type Found = { readonly question: Question; readonly post: Post };
type Named = { readonly id: string; readonly number: number };

/** A post that still stands; one that is gone looks as if it had never been. */
async function standing({ id, number }: Named, { tx }: Within<StaffActor>): Promise<Found | null> {
	const question = await board(tx).locked(id);
	const post = question && (await board(tx).post(id, number));
	return post && post.removed === null ? { question, post } : null;
}

async function standingAnswer(named: Named, at: Within<StaffActor>): Promise<Found | null> {
	return named.number > 1 ? standing(named, at) : null;
}

/** "This is the answer", by whoever asked or a coordinator; said again of the same post it is taken back. */
export const chooseAnswer = command({
	input: v.object({ id, number }),
	load: standingAnswer,
	allow: ({ question }, { actor }) =>
		may(actor).useBoard() && (question.accountId === actor.id || may(actor).tendBoard()),
	async run({ question, post }, { tx, audit }) {
		const isTakenBack = question.answerNumber === post.number;
		await board(tx).setAnswer(question.id, isTakenBack ? null : post.number);
		await audit({ action: isTakenBack ? 'unchoose' : 'choose', subject: 'board', subjectId: nameOf(post) });
		return post;
	},
	present: shown,
});

/** It helped somebody; one press for each person, pressed again it is taken off. Nobody praises herself. */
export const markUseful = command({
	input: v.object({ id, number }),
	load: standingAnswer,
	allow: ({ post }, { actor }) => may(actor).useBoard() && (post.accountId !== actor.id || refused('own')),
	async run({ post }, { tx, actor }) {
		await board(tx).turnMark(post.questionId, post.number, actor.id);
		return post;
	},
	present: shown,
});

/** By whoever wrote it. */
export const takeBackPost = command({
	input: v.object({ id, number }),
	load: standing,
	allow: ({ post }, { actor }) => may(actor).useBoard() && post.accountId === actor.id,
	async run(found, { tx, audit }) {
		await takeAway(found, tx, { removed: 'taken-back', why: null });
		await audit({ action: 'take-back', subject: 'board', subjectId: nameOf(found.post) });
		return found.post;
	},
	present: shown,
});

/** By a coordinator, who says why: the reason is seen on the board and stands in the audit. */
export const hidePost = command({
	input: v.object({ id, number, why: v.picklist(HIDE_REASONS, 'why') }),
	load: standing,
	allow: (_, { actor }) => may(actor).tendBoard(),
	async run(found, { tx, audit }, { why }) {
		await takeAway(found, tx, { removed: 'hidden', why });
		await audit({ action: 'hide', subject: 'board', subjectId: nameOf(found.post), reason: why });
		return found.post;
	},
	present: shown,
});

async function takeAway({ question, post }: Found, tx: Within<StaffActor>['tx'], how: Gone): Promise<void> {
	await board(tx).remove(post, how);
	if (question.answerNumber === post.number) await board(tx).setAnswer(question.id, null);
}

type Gone = Parameters<ReturnType<typeof board>['remove']>[1];

const nameOf = ({ questionId, number }: Post): string => `${questionId}/${number}`;

function shown({ questionId, number }: Post) {
	return { id: questionId, number };
}
