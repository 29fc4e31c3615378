import * as v from 'valibot';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { caseOfSession, giveCode, startSession } from '../visitor.server.ts';
import { hashOfLink } from './marks.server.ts';
import { mailLinks } from './store.server.ts';

export type Opened = {
	/** Null when this browser was in the case already. */
	readonly session: string | null;
	/** The first time only: a code that she has must go on working. */
	readonly code: string | null;
};

/** Whether the link of a mail would still open its case. Changes nothing. */
export const isLinkGood = (token: string): Promise<boolean> => mailLinks(ground().db).isGood(hashOfLink(token), now());

/** Opens the case, once. Pressed twice in the same browser it leads into the case both times. */
export const openByLink = command({
	input: v.object({ token: v.pipe(v.string(), v.maxLength(100)), session: v.pipe(v.string(), v.maxLength(200)) }),
	load: async ({ token, session }, { tx }) => {
		const caseId = await mailLinks(tx).caseOf(hashOfLink(token));
		return caseId === null ? null : { caseId, isInside: (await caseOfSession(tx, session))?.id === caseId };
	},
	allow: (_link: { caseId: string; isInside: boolean }, _at: { actor: Actor }) => true,
	run: async ({ caseId, isInside }, { tx, audit }, { token }): Promise<Opened | Refusal> => {
		const used = await mailLinks(tx).use(hashOfLink(token), now());
		if (!used) return isInside ? { session: null, code: null } : refused('link-over');
		await audit({ action: 'open-by-link', subject: 'case', subjectId: caseId });
		const code = (await mailLinks(tx).hasCode(caseId)) ? null : await giveCode(tx, caseId);
		return { session: await startSession(tx, caseId), code };
	},
	present: (opened) => opened,
});
