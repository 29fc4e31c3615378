import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { clientId, dayOrNone, language, slug, textOrNone } from '../input.ts';
import { places } from '../places/store.server.ts';
import { readOrganisations } from '../store.server.ts';
import {
	type Agreement,
	AGREEMENT_CAUSES,
	AGREEMENT_KINDS,
	AGREEMENT_STATES,
	isOver,
	needsCause,
	nextStates,
	stateOf,
} from './agreement.ts';
import { agreements } from './store.server.ts';

const LONGEST = 600;
const id = v.pipe(v.string('missing'), v.uuid('missing'));
const day = v.pipe(v.string('day'), v.isoDate('day'));
const said = { on: day, from: dayOrNone, to: dayOrNone, reason: textOrNone(LONGEST), language };

const askSchema = v.object({
	...{ ...said, clientId, organisationId: slug, partnerId: slug },
	placeId: v.pipe(textOrNone(60), v.nullable(slug)),
	kind: v.picklist(AGREEMENT_KINDS, 'kind'),
});
const stepSchema = v.object({
	...{ ...said, id, instead: textOrNone(LONGEST) },
	state: v.picklist(AGREEMENT_STATES, 'state'),
	cause: v.pipe(textOrNone(20), v.nullable(v.picklist(AGREEMENT_CAUSES, 'cause'))),
	/** How many steps the form has shown. */
	seen: v.pipe(v.string('missing'), v.regex(/^\d{1,4}$/, 'missing'), v.transform(Number)),
});
type Step = v.InferOutput<typeof stepSchema>;

/** Writes down that somebody was asked. The same form sent twice is asked once. */
export const askForAgreement = (raw: unknown, actor: StaffActor): Promise<{ id: string } | Refusal> =>
	againAfterTwin(() => ask(raw, actor));

const ask = command({
	input: askSchema,
	load: async ({ organisationId }, { actor }: Within<StaffActor>) =>
		may(actor).managePlaces(organisationId) ? organisationId : null,
	allow: (_, _at, typed) => daysFault(typed) ?? secretsIn(typed) ?? true,
	async run(_, { tx, actor, audit }, typed): Promise<{ id: string } | Refusal> {
		const fault = await unknownIn(tx, typed);
		if (fault) return fault;
		const { clientId, organisationId, partnerId, placeId, kind, from, to } = typed;
		const made = { id: newId(), clientId, organisationId, partnerId, placeId, kind, from, to };
		if (!(await agreements(tx).add(made))) return earlier(tx, typed);
		await agreements(tx).addStep(made.id, stepOf({ ...typed, state: 'asked', cause: null, instead: null }, actor));
		await audit({ action: 'ask', subject: 'agreement', subjectId: made.id });
		return made;
	},
	present: ({ id }) => ({ id }),
});

/** What became of it. Refused with `changed` when somebody wrote a step since the form was opened. */
export const stepInAgreement = command({
	input: stepSchema,
	load: async ({ id }, { tx, actor }: Within<StaffActor>) => own(await agreements(tx).locked(id), actor),
	allow: (agreement, _, step) => stepFault(agreement, step) ?? daysFault(step) ?? secretsIn(step) ?? true,
	async run(agreement, { tx, actor, audit }, step) {
		await agreements(tx).addStep(agreement.id, stepOf(step, actor));
		await agreements(tx).setDays(agreement.id, step.from ?? agreement.from, step.to ?? agreement.to);
		await audit({ action: step.state, subject: 'agreement', subjectId: agreement.id });
		return { id: agreement.id };
	},
	present: (done) => done,
});

/** Those of the actor's own organisations, what moved last first. */
export function agreementsFor(actor: StaffActor): Promise<Agreement[]> {
	return agreements(ground().db).within(organisationsWhere(actor, 'managePlaces'));
}

/** Null when there is none, or it is another organisation's. */
export async function agreementFor(raw: string, actor: StaffActor): Promise<Agreement | null> {
	return v.is(id, raw) ? own(await agreements(ground().db).byId(raw), actor) : null;
}

/** Whether a place was refused to these organisations, or what was agreed on there has ended; null: nothing is in the way. */
export async function venueLost(db: Queryable, organisationIds: readonly string[], placeId: string) {
	const there = (await agreements(db).within(organisationIds)).filter((one) => one.placeId === placeId);
	const [newest] = there;
	if (!newest || there.some((one) => stateOf(one) === 'granted')) return null;
	return isOver(newest) ? stateOf(newest) : null;
}

const own = (found: Agreement | null, actor: StaffActor): Agreement | null =>
	found && may(actor).managePlaces(found.organisationId) ? found : null;

type Telling = Pick<Step, 'state' | 'on' | 'cause' | 'reason' | 'instead' | 'language'>;

function stepOf({ state, on, cause, language, reason, instead }: Telling, actor: StaffActor) {
	const inWords = (text: string | null) => (text === null ? null : { [language]: text });
	const words = { reason: inWords(reason), instead: inWords(instead) };
	return { state, on, cause, ...words, accountId: actor.id, notedAt: now() };
}

function stepFault(agreement: Agreement, { state, seen, cause }: Step): Refusal | null {
	if (seen !== agreement.steps.length) return refused('changed');
	if (!nextStates(agreement).includes(state)) return refused('malformed', { state: 'state' });
	if (needsCause(state) && cause === null) return refused('malformed', { cause: 'why' });
	return cause === null || needsCause(state) ? null : refused('malformed', { cause: 'cause' });
}

function daysFault({ from, to }: Pick<Step, 'from' | 'to'>): Refusal | null {
	return from !== null && to !== null && to < from ? refused('malformed', { to: 'order' }) : null;
}

/** Who was spoken with is nobody's business here, and a person's number even less. */
function secretsIn(typed: { reason: string | null; instead?: string | null }): Refusal | null {
	const named = [typed.reason, typed.instead].map((text) => mask(text ?? '').spans.length > 0);
	if (!named.includes(true)) return null;
	return refused('malformed', { [named[0] ? 'reason' : 'instead']: 'secrets' });
}

type Asked = v.InferOutput<typeof askSchema>;

async function unknownIn(tx: Within<StaffActor>['tx'], asked: Asked): Promise<Refusal | null> {
	const { organisationId, partnerId, placeId } = asked;
	const partners = (await readOrganisations(tx)).filter((one) => one.id !== organisationId);
	if (!partners.some((one) => one.id === partnerId)) return refused('malformed', { partnerId: 'partner' });
	if (placeId === null || (await places(tx).byId(placeId))) return null;
	return refused('malformed', { placeId: 'missing' });
}

async function earlier(tx: Within<StaffActor>['tx'], { clientId, organisationId }: Asked) {
	const found = await agreements(tx).ofClient(clientId);
	return found?.organisationId === organisationId ? found : refused('other-form');
}
