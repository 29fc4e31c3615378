import * as v from 'valibot';
import { type LinkActor, linkActorOf, may, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { ensureVolunteer } from '../people/ensure.server.ts';
import { type VolunteerRow, volunteers } from '../people/store.server.ts';
import { hashOfKey, isKey, KEY_KINDS, type KeyKind } from './key.server.ts';
import { ownKeys } from './store.server.ts';

const kind = v.picklist(KEY_KINDS);
type At = Within<StaffActor>;

/** A new key of hers puts the old one out. It is shown once, and stands nowhere. */
export const makeOwnKey = command({
	input: v.object({ kind }),
	load: (_input, at: At) => myself(at),
	allow: isHere,
	run: ({ id }, at: At, { kind }) => newKey(at, { id, kind }),
	present: (key) => ({ key }),
});

/** Which of the two she has. */
export const ownKeysOf = (actor: StaffActor): Promise<Readonly<Record<KeyKind, boolean>>> =>
	ownKeys(ground().db).has(actor.id);

export const revokeOwnKey = command({
	input: v.object({ kind }),
	load: (_input, at: At) => myself(at),
	allow: () => true,
	run: ({ id }, at: At, { kind }) => endKey(at, { id, kind }),
	present: () => ({ done: true }),
});

/** Whether somebody whom she looks after has a link; null for nobody of hers. */
export async function linkOf(id: string, actor: StaffActor) {
	const one = v.is(v.pipe(v.string(), v.uuid()), id) ? await volunteers(ground().db).byId(id) : null;
	if (!one || !may(actor).leadVolunteers(one.organisationId)) return null;
	const { link } = await ownKeys(ground().db).has(id);
	return { id, name: one.chosenName, language: one.accountLanguage, hasLink: link, hasLeft: one.state === 'left' };
}

/** By a coordinator, who hands it over: for whoever comes without a telephone of hers, or lost the old one. */
export const makeLinkFor = command({
	input: v.object({ account: v.pipe(v.string(), v.uuid()) }),
	load: ({ account }, at: At) => led(at, account),
	allow: isHere,
	run: ({ id }, at: At) => newKey(at, { id, kind: 'link' }),
	present: (key) => ({ key }),
});

export const revokeLinkOf = command({
	input: v.object({ account: v.pipe(v.string(), v.uuid()) }),
	load: ({ account }, at: At) => led(at, account),
	allow: () => true,
	run: ({ id }, at: At) => endKey(at, { id, kind: 'link' }),
	present: () => ({ done: true }),
});

/** Whoever holds the key. A wrong one, one that was taken back, and one of somebody who is gone are the same: null. */
export const herByLink = (key: string): Promise<LinkActor | null> => herByKey('link', key);

export async function herByKey(kind: KeyKind, key: string): Promise<LinkActor | null> {
	const id = isKey(key) ? await ownKeys(ground().db).holderOf(kind, await hashOfKey(kind, key)) : null;
	const actor = id && (await linkActorOf(id));
	return actor && organisationsWhere(actor, 'useShifts').length > 0 ? actor : null;
}

/** A key begets no key: whoever came by one is not here. */
async function myself({ tx, actor }: At): Promise<VolunteerRow | null> {
	if (actor.kind !== 'staff' || organisationsWhere(actor, 'useShifts').length === 0) return null;
	await ensureVolunteer(tx, actor);
	return volunteers(tx).locked(actor.id);
}

async function led({ tx, actor }: At, id: string): Promise<VolunteerRow | null> {
	const one = await volunteers(tx).locked(id);
	return one && may(actor).leadVolunteers(one.organisationId) ? one : null;
}

function isHere({ state }: VolunteerRow): true | Refusal {
	return state !== 'left' || refused('left');
}

async function newKey({ tx, actor, audit }: At, { id, kind }: { id: string; kind: KeyKind }): Promise<string> {
	const key = randomToken();
	await ownKeys(tx).set(kind, id, await hashOfKey(kind, key));
	if (kind === 'link') await ownKeys(tx).setLinkMaker(id, actor.id === id ? null : actor.id);
	await audit({ action: `make-${kind}`, subject: 'account', subjectId: id });
	return key;
}

async function endKey({ tx, audit }: At, { id, kind }: { id: string; kind: KeyKind }): Promise<string> {
	await ownKeys(tx).set(kind, id, null);
	if (kind === 'link') await ownKeys(tx).setLinkMaker(id, null);
	await audit({ action: `end-${kind}`, subject: 'account', subjectId: id });
	return id;
}
