import * as v from 'valibot';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import { inGroups } from '#lib/platform/checkedDigits.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pokeWorker } from '#lib/platform/jobs.server.ts';
import { endOfNumber } from '#lib/platform/sms/number.ts';
import { type HerApplication, mayBecome } from './application.ts';
import { tokenSchema } from './schema.ts';
import { applications } from './store.server.ts';
import { hashOfCode, hashOfToken, readCode, waysOf } from './ways.server.ts';
import { forgetLater, openApplicant } from './words.server.ts';

/** Null for a link that leads nowhere, or nowhere any more. */
export async function herApplication(token: string): Promise<HerApplication | null> {
	const one = await applications(ground().db).byLink(hashOfToken(token));
	if (!one) return null;
	const who = await openApplicant(one);
	const { organisationId, state, answer, languages, works, keptUntil } = one;
	return {
		...{ organisationId, state, answer, languages, works, keptUntil },
		code: inGroups((await waysOf(one.id)).code),
		...{ name: who?.name ?? '', contact: endOf(who?.contact ?? ''), text: who?.text ?? '' },
	};
}

/** The token of the application whose code was typed. Wrong and unknown ones are alike: null. */
export async function tokenOfApplication(typed: string): Promise<string | null> {
	const code = readCode(typed);
	const found = code && (await applications(ground().db).byCode(await hashOfCode(code)));
	return found ? (await waysOf(found.id)).token : null;
}

/** She takes it back: her words are erased at once. Asked again it stays as it is. */
export async function withdrawApplication(raw: unknown): Promise<{ readonly token: string } | Refusal> {
	const parsed = v.safeParse(tokenSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { token } = parsed.output;
	const found = await applications(ground().db).byLink(hashOfToken(token));
	if (!found) return refused('missing');
	const done = await withdraw(found.id);
	pokeWorker();
	return done ?? { token };
}

const withdraw = (id: string): Promise<Refusal | null> =>
	ground().db.transaction(async (tx) => {
		const one = await applications(tx).locked(id);
		if (!one) return refused('missing');
		if (one.state === 'withdrawn') return null;
		if (!mayBecome(one.state, 'withdrawn')) return refused('over');
		await applications(tx).set(id, { ...one, state: 'withdrawn', sealed: null });
		await forgetLater(tx, one);
		const deed = { action: 'withdraw', subject: 'application', subjectId: id };
		await recordAudit(tx, { kind: 'visitor', id: null }, deed);
		return null;
	});

/** The end of a number; of an address its beginning and its house. */
function endOf(contact: string): string {
	const at = contact.lastIndexOf('@');
	if (at > 0) return `${contact.slice(0, Math.min(2, at))}…${contact.slice(at)}`;
	return contact === '' ? '' : `…${endOfNumber(contact)}`;
}
