import { now, today } from '#lib/platform/clock.ts';
import { Away } from '#lib/platform/away.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { languages, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { FetchedMail } from '#lib/platform/mail/imap.server.ts';
import type { Letter } from '#lib/platform/mail/letter.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { siteDesk } from '#lib/network/index.server.ts';
import { addresses, placeOfAddress } from '../addresses/store.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import { notices } from '../notices/store.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { makeCase } from '../visitor.server.ts';
import { sealInCase } from '../words.server.ts';
import { languageIn } from './guess.ts';
import { hashOfAddress } from './marks.server.ts';
import { mailMarks } from './store.server.ts';
import { wordsOf } from './words.ts';

type Entering = { readonly mail: FetchedMail; readonly clientId: string };
type First = Entering & {
	/** Null when nobody can read it. */
	readonly letter: Letter | null;
	/** She hears that it came. */
	readonly isThanked: boolean;
};
type Further = Entering & { readonly letter: Letter; readonly isAnswer: boolean };

/** A case of the desk that answers the site. Gives the desk. */
export async function beginCase(tx: Queryable, { mail, letter, clientId, isThanked }: First): Promise<string> {
	const desk = await siteDesk(tx);
	if (!desk) throw new NoDesk('nobody answers the site yet');
	const language = languageIn(`${letter?.subject ?? ''}\n${letter?.text ?? ''}`) ?? languages()[0]?.code ?? 'ru';
	const caseId = await makeCase(tx, desk, { language, expiresOn: today(DAYS_CASE_KEPT) });
	const say = sayIn(language, ['mail']);
	const told = { isAnswer: false, isWhole: mail.isWhole && letter?.isWhole !== false, size: mail.size };
	const text = letter ? wordsOf(letter, told, say) : `[${say('mail.entry.unreadable')}]`;
	await addEntry(tx, caseId, { clientId, kind: 'question', channel: 'email', text, language });
	await cases(tx).startWaiting(caseId, now());
	if (letter?.from) await keepAddress(tx, caseId, letter.from);
	if (letter?.from && isThanked) await thank(tx, caseId, letter.from);
	return desk.id;
}

/** What she adds to a case that is there. Gives its desk. */
export async function goOnInCase(tx: Queryable, of: CaseRow, further: Further): Promise<string> {
	const { mail, letter, clientId, isAnswer } = further;
	const told = { isAnswer, isWhole: mail.isWhole && letter.isWhole, size: mail.size };
	const text = wordsOf(letter, told, sayIn(of.language, ['mail']));
	const language = languageIn(letter.text) ?? of.language;
	await addEntry(tx, of.id, { clientId, kind: 'question', channel: 'email', text, language });
	await cases(tx).startWaiting(of.id, now());
	return of.deskId;
}

async function keepAddress(tx: Queryable, caseId: string, from: string): Promise<void> {
	const of = await cases(tx).byId(caseId);
	if (!of?.wordsUntil) return;
	const sealed = await sealInCase({ id: caseId, wordsUntil: of.wordsUntil }, placeOfAddress(caseId, 'email'), from);
	await addresses(tx).put(caseId, { kind: 'email', sealed, wantsText: false, fromLetter: true }, now());
}

async function thank(tx: Queryable, caseId: string, from: string): Promise<void> {
	const id = newId();
	await notices(tx).add({ id, caseId, kind: 'email', about: 'received', number: null }, now());
	await mailMarks(tx).set(id, { address: await hashOfAddress(from), message: null });
}

/** The mail stays where it is until there is one. */
class NoDesk extends Away {
	override name = 'NoDesk';
}
