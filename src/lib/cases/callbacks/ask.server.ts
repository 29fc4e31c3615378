import type { Actor } from '#lib/platform/actor.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId, randomDigits } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { deskById, type DeskRow, hoursOf, siteDesk } from '#lib/network/index.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import { cases, type CaseRow } from '../store.server.ts';
import { giveCode, keepCaseUntil, openCase, startSession } from '../visitor.server.ts';
import { type CallTime, isOpen, numberUntilOf } from './callback.ts';
import { forgetNumber, openNumber, sealNumber } from './number.server.ts';
import { type Asking, askSchema } from './schema.ts';
import { callbacks, type StoredCallback } from './store.server.ts';
import { timeChosen } from './windows.ts';

/** `way`: a code and a session, each for the only time; null for whoever asks within her own case. */
export type Asked = { readonly id: string; readonly way: { readonly code: string; readonly token: string } | null };

/** A form sent again within this time (double click, back button) leads to what it asked for. */
const REPEATABLE_MS = 10 * 60_000;
const SIGN_DIGITS = 2;
const asking = new Map<string, Promise<Asked | Refusal>>();

/**
 * Somebody asks to be called. The actor's id is her case, if she has one here; else a case begins. A form that is sent
 * twice in one moment is answered twice alike: were each given a code, the one on the screen might be the dead one.
 */
export function askForCall(raw: unknown, actor: Actor): Promise<Asked | Refusal> {
	const key = JSON.stringify([raw, actor.id]);
	const twin = asking.get(key);
	if (twin) return twin;
	// Another node may have taken the same form in the same moment: now it is there to lead to.
	const asked = againAfterTwin(() => ask(raw, actor)).finally(() => asking.delete(key));
	asking.set(key, asked);
	return asked;
}

type Place = { readonly desk: DeskRow; readonly own: CaseRow | null };

const ask = command({
	input: askSchema,
	load: placeOf,
	allow: (_place: Place, _at: { actor: Actor }) => true,
	run: async (place, { tx }, asking): Promise<Asked | Refusal> => {
		const time = timeChosen(asking.window, await hoursOf(tx, place.desk), now());
		const earlier = await callbacks(tx).lockedByStartKey(asking.startKey);
		if (earlier) return repeat(tx, earlier, { place, asking, time });
		return time === null ? refused('malformed', { window: 'window' }) : begin(tx, place, { asking, time });
	},
	present: (asked) => asked,
});

/** In her own case at the desk that looks after it; else at the one that answers the site. */
async function placeOf(_asking: Asking, { tx, actor }: Within<Actor>): Promise<Place | null> {
	const own = actor.id === null ? null : await cases(tx).locked(actor.id);
	const desk = own ? await deskById(tx, own.deskId) : await siteDesk(tx);
	return desk && { desk, own };
}

async function begin(
	tx: Queryable,
	{ desk, own }: Place,
	{ asking, time }: { asking: Asking; time: CallTime },
): Promise<Asked> {
	const { language, topic, startKey, text } = asking;
	const way = own ? null : await openCase(tx, desk, { language, expiresOn: today(DAYS_CASE_KEPT) });
	const caseId = own?.id ?? way?.caseId ?? '';
	await keepCaseUntil(tx, caseId, today(DAYS_CASE_KEPT));
	const entryNumber = text
		? await addEntry(tx, caseId, { clientId: startKey, kind: 'question', text, channel: 'site', language })
		: null;
	const id = newId();
	const numberUntil = numberUntilOf(time, desk.zone);
	const sealed = await sealNumber(id, numberUntil, { number: asking.number, sign: randomDigits(SIGN_DIGITS) });
	const row = { id, caseId, startKey, language, topic, time, entryNumber, sealed, numberUntil };
	await callbacks(tx).add({ ...row, askedAt: now() });
	return { id, way: way && { code: way.code, token: way.token } };
}

type Again = { readonly place: Place; readonly asking: Asking; readonly time: CallTime | null };

/** She went back, perhaps to mend a number: what she sent last holds, as long as nobody has it in hand. */
async function repeat(tx: Queryable, earlier: StoredCallback, again: Again): Promise<Asked | Refusal> {
	if (instant() - earlier.askedAt.getTime() > REPEATABLE_MS) return refused('sent-before');
	if (earlier.state === 'waiting' && again.time) await replace(tx, earlier, again.asking, again.time);
	if (!isOpen(earlier)) return refused('sent-before');
	if (again.place.own?.id === earlier.caseId) return { id: earlier.id, way: null };
	const way = { code: await giveCode(tx, earlier.caseId), token: await startSession(tx, earlier.caseId) };
	return { id: earlier.id, way };
}

async function replace(tx: Queryable, earlier: StoredCallback, { number }: Asking, time: CallTime): Promise<void> {
	const zone = (await deskById(tx, earlier.deskId))?.zone;
	const before = await openNumber(earlier);
	if (!before || !zone) return;
	const numberUntil = numberUntilOf(time, zone);
	const sealed = await sealNumber(earlier.id, numberUntil, { number, sign: before.sign });
	await callbacks(tx).setTime(earlier.id, time, { sealed, numberUntil });
	const was = earlier.numberUntil;
	if (was !== null && was !== numberUntil) await forgetNumber(tx, earlier.id, was);
}
