import { randomUUID } from 'node:crypto';
import type { Things } from './world.ts';

type Body = Record<string, unknown>;

/** What each form and JSON route takes when it is used as it is meant; for those not named here nothing is known. */
export const FORMS: Readonly<Record<string, (things: Things) => Body>> = {
	'POST /[lang=lang]/case?/write': () => ({ key: randomUUID(), text: 'a word about my case' }),
	'POST /[lang=lang]/chat?/open': () => ({ key: randomUUID(), kind: 'chat', text: 'how do I sign in', about: '' }),
	'POST /[lang=lang]/chat?/rate': () => ({ face: 'good' }),
	'POST /[lang=lang]/chat?/return': ({ code }) => ({ code }),
	'POST /[lang=lang]/chat?/send': () => ({ key: randomUUID(), text: 'one word more' }),
	'POST /[lang=lang]/chat?/consent': ({ organisation }) => ({ answer: 'yes', to: organisation }),
	'POST /[lang=lang]/clerk?/enter': ({ link }) => ({ link, office: 'Virasto', name: '' }),
	'POST /[lang=lang]/clerk?/send': () => ({ key: randomUUID(), text: 'what a clerk says' }),
	'POST /[lang=lang]/events/[series]/[day]/register': () => ({ clientId: randomUUID(), seats: '1', slot: '' }),
	'POST /[lang=lang]/own/hours?/log': () => ({
		...{ clientId: randomUUID(), day: yesterday(), work: 'travel', hours: '1', minutes: '0', organisation: '' },
	}),
	'POST /[lang=lang]/own/hours?/withdraw': () => ({ id: randomUUID() }),
	'POST /[lang=lang]/own?/accept': () => ({ assignment: randomUUID(), answer: 'take' }),
	'POST /[lang=lang]/own?/ask': () => ({ shift: randomUUID() }),
	'POST /[lang=lang]/own?/decline': () => ({ assignment: randomUUID(), answer: 'decline' }),
	'POST /[lang=lang]/own/exchange/[shift]': () => ({ assignment: randomUUID(), other: randomUUID() }),
	'POST /[lang=lang]/own?/exchange': () => ({ swap: randomUUID(), answer: 'take' }),
	'POST /[lang=lang]/own?/refuse': () => ({ swap: randomUUID(), answer: 'decline' }),
	'POST /[lang=lang]/own?/giveOn': () => ({ assignment: randomUUID() }),
	'POST /[lang=lang]/own?/giveUp': () => ({ assignment: randomUUID() }),
	'POST /[lang=lang]/own?/keep': () => ({ swap: randomUUID() }),
	'POST /[lang=lang]/own?/over': () => ({ swap: randomUUID() }),
	'POST /[lang=lang]/own?/turnDown': () => ({ swap: randomUUID() }),
	'POST /[lang=lang]/own?/pause': () => ({ until: '' }),
	'POST /[lang=lang]/own?/take': () => ({ shift: randomUUID() }),
	'POST /[lang=lang]/registration/[token]?/cancel': () => ({ keeps: '0' }),
	'POST /[lang=lang]/registration/[token]?/confirm': () => ({
		...{ name: 'Maija', reachedBy: 'email', number: '', email: 'maija@example.org', needs: 'device' },
	}),
	'POST /[lang=lang]/registration/[token]?/keep': () => ({ name: 'Maija' }),
	'POST /[lang=lang]/volunteer': ({ organisation }) => ({
		...{ clientId: randomUUID(), organisationId: organisation, name: 'Aino', contact: 'aino@example.org' },
		...{ languages: 'fi', works: 'chat', text: 'I like to explain' },
	}),
	'POST /[lang=lang]/volunteer/application': () => ({ code: '0000 0000 0000' }),
	'POST /api/clerk/messages': () => said('what a clerk says'),
	'POST /api/chat/messages': () => ({ clientId: randomUUID(), text: 'and one more' }),
	'POST /api/chat/read': () => ({ seq: 1 }),
	'POST /staff/accounts?/add': ({ organisation }) => ({
		...{ shortName: `drill-${randomUUID().slice(0, 8)}`, chosenName: 'Somebody new', language: 'fi' },
		...{ organisationId: organisation, role: 'volunteer' },
	}),
	'POST /staff/accounts?/close': ({ account }) => ({ id: account }),
	'POST /staff/accounts?/invite': ({ account }) => ({ id: account }),
	'POST /staff/closings/[id]': () => CODES,
	'POST /staff/events/tally/[date]?/tap': () => ({ key: randomUUID(), ageBand: 'unknown', language: 'ru' }),
	'POST /staff/events/tally/[date]/taps': () => ({ taps: [] }),
	'POST /staff/content/[kind]/[id]/[lang]/[revision]?/publish': () => ({ at: '' }),
	'POST /staff/content/[kind]/[id]/[lang]/[revision]?/review': () => ({
		...{ verdict: 'approved', note: 'read', overrideReason: '' },
	}),
	'POST /staff/content/[kind]/[id]/[lang]?/look': ({ revision }) => ({ parent: revision, note: '', scope: 'major' }),
	'POST /staff/content/[kind]/[id]/[lang]?/save': ({ revision }) => ({ parent: revision, note: 'x', scope: 'major' }),
	'POST /staff/content/[kind]/[id]/[lang]?/shape': ({ revision }) => ({ parent: revision, do: 'add', note: '' }),
	'POST /staff/content/[kind]/[id]/[lang]?/draft': ({ revision }) => ({ parent: revision, note: '' }),
	'POST /staff/content/[kind]/[id]/[lang]?/merge': ({ revision }) => ({ mine: revision, theirs: revision }),
	'POST /staff/content/[kind]/[id]?/alias': () => ({ lang: 'ru', text: randomUUID().slice(0, 8), kind: 'slang' }),
	'POST /staff/content/[kind]/[id]?/check': () => ({ lang: 'ru', how: 'read', works: 'yes', device: '', note: '' }),
	'POST /staff/content/[kind]/[id]?/strike': () => ({ lang: 'ru', text: 'nothing of the kind' }),
	'POST /staff/content/[kind]/[id]?/unschedule': () => ({ publication: '1' }),
	'POST /staff/content/[kind]/[id]?/withdraw': () => ({ lang: 'ru', why: 'a drill' }),
	'POST /staff/content?/alias': ({ item }) => ({ item, query: 'drill', lang: 'ru' }),
	'POST /staff/content?/create': () => ({
		...{ kind: 'term', id: `drill-${randomUUID().slice(0, 8)}`, source: 'ru', title: 'drill', note: '' },
	}),
	'POST /staff/content?/settle': () => ({ query: 'drill', lang: 'ru' }),
	'POST /staff/content?/unschedule': () => ({ publication: '1' }),
	'POST /staff/shifts/[shift]?/giveOn': () => ({ assignment: randomUUID(), to: '' }),
	'POST /staff/shifts/[shift]?/exchange': () => ({ swap: randomUUID(), answer: 'take' }),
	'POST /staff/shifts/[shift]?/propose': () => ({ assignment: randomUUID(), other: randomUUID() }),
	'POST /staff/shifts/[shift]?/refuse': () => ({ swap: randomUUID(), answer: 'decline' }),
	'POST /staff/shifts/[shift]?/giveUp': () => ({ assignment: randomUUID() }),
	'POST /staff/shifts/[shift]?/keep': () => ({ swap: randomUUID() }),
	'POST /staff/shifts/[shift]?/over': () => ({ swap: randomUUID() }),
	'POST /staff/shifts/[shift]?/take': () => ({ shift: randomUUID() }),
	'POST /staff/shifts/[shift]?/ask': () => ({ shift: randomUUID() }),
	'POST /staff/shifts/[shift]?/accept': () => ({ assignment: randomUUID(), answer: 'take' }),
	'POST /staff/shifts/[shift]?/decline': () => ({ assignment: randomUUID(), answer: 'decline' }),
	'POST /staff/shifts/pause?/back': () => ({ account: randomUUID() }),
	'POST /staff/shifts/pause?/leave': () => ({ account: randomUUID() }),
	'POST /staff/shifts/pause?/pause': () => ({ account: randomUUID(), until: '' }),
	'POST /staff/shifts?/accept': () => ({ assignment: randomUUID(), answer: 'take' }),
	'POST /staff/shifts?/ask': () => ({ shift: randomUUID() }),
	'POST /staff/shifts?/decline': () => ({ assignment: randomUUID(), answer: 'decline' }),
	'POST /staff/shifts?/exchange': () => ({ swap: randomUUID(), answer: 'take' }),
	'POST /staff/shifts?/refuse': () => ({ swap: randomUUID(), answer: 'decline' }),
	'POST /staff/shifts?/over': () => ({ swap: randomUUID() }),
	'POST /staff/shifts?/turnDown': () => ({ swap: randomUUID() }),
	'POST /staff/shifts?/take': () => ({ shift: randomUUID() }),
	'POST /staff/volunteers/needs/[need]?/change': () => ({ ...WANTED, along: 'leave', until: '' }),
	'POST /staff/volunteers/needs/[need]?/end': () => ({ along: 'leave' }),
	'POST /staff/volunteers/needs/new': ({ desk }) => ({
		...{
			...WANTED,
			id: randomUUID(),
			at: `desk/${desk}`,
			weekday: '2',
			starts: '05:00',
			ends: '05:30',
			until: '2030-01-01',
		},
	}),
	'POST /staff/volunteers/shifts/[shift]?/approve': () => ({ assignment: randomUUID() }),
	'POST /staff/volunteers/shifts/[shift]?/cancel': () => ({}),
	'POST /staff/volunteers/shifts/[shift]?/change': () => WANTED,
	'POST /staff/volunteers/shifts/[shift]?/decline': () => ({ assignment: randomUUID() }),
	'POST /staff/volunteers/shifts/[shift]?/invite': () => ({ account: randomUUID() }),
	'POST /staff/volunteers/shifts/[shift]?/mark': () => ({ id: randomUUID(), presence: 'absent' }),
	'POST /staff/volunteers/shifts/[shift]?/off': () => ({ assignment: randomUUID() }),
	'POST /staff/volunteers/shifts/new': ({ desk }) => ({
		...{ ...WANTED, id: randomUUID(), at: `desk/${desk}`, day: '2030-01-01', starts: '05:00', ends: '05:30' },
	}),
	'POST /staff/shifts/hours?/log': () => ({
		...{ clientId: randomUUID(), day: yesterday(), work: 'translation', hours: '1', minutes: '30', organisation: '' },
	}),
	'POST /staff/shifts/hours?/withdraw': () => ({ id: randomUUID() }),
	'POST /staff/shifts/profile?/absence': () => ({ from: '2099-01-01', to: '2099-01-02' }),
	'POST /staff/shifts/profile?/contact': () => ({ reachedBy: 'email', contact: 'maija@example.org' }),
	'POST /staff/shifts/profile?/name': () => ({ chosenName: 'Maija' }),
	'POST /staff/shifts/profile?/profile': () => ({
		...{ works: 'chat', languages: 'fi', placeIds: '', isRemote: 'yes', leastHours: '2', mostHours: '5' },
		...{ weekday: '1', from: '10:00', to: '12:00' },
	}),
	'POST /staff/shifts/profile?/remove': () => ({ id: randomUUID() }),
	'POST /staff/shifts/training': () => ({ step: 'board', done: 'yes' }),
	'POST /staff/volunteers/[volunteer]?/activate': () => ({}),
	'POST /staff/volunteers/[volunteer]?/back': () => ({}),
	'POST /staff/volunteers/[volunteer]?/experience': () => ({ works: 'chat' }),
	'POST /staff/volunteers/[volunteer]?/grant': () => ({ code: 'basic', grantedOn: '2026-01-01', lastDay: '' }),
	'POST /staff/volunteers/[volunteer]?/revoke': () => ({ id: randomUUID() }),
	'POST /staff/volunteers/applications/[application]?/accept': () => ({
		...{ shortName: `drill-${randomUUID().slice(0, 8)}`, chosenName: 'Maija' },
	}),
	'POST /staff/volunteers/applications/[application]?/decline': () => ({ answer: 'not-now' }),
	'POST /staff/volunteers/applications/[application]?/move': () => ({ to: 'training' }),
	'POST /staff/volunteers/calls': () => ({ id: randomUUID() }),
	'POST /staff/volunteers/suggestion?/send': () => ({ offer: `${randomUUID()} ${randomUUID()}` }),
	'POST /staff/volunteers/hours/[entry]?/mark': () => ({ presence: 'absent' }),
	'POST /staff/volunteers/hours/[entry]?/reject': () => ({ reason: 'length', hours: '1', minutes: '' }),
	'POST /staff/volunteers/hours?/confirm': () => ({ id: randomUUID(), line: '' }),
	// What the helper chooses is part of the form; left out, the names beside it would choose.
	'POST /staff/conversations/[id]/clerk': () => ({ language: 'fi', seesAll: false }),
	'POST /staff/conversations/[id]/closure': () => CODES,
	'POST /staff/conversations/[id]/draft': () => ({ text: 'begun', after: 1 }),
	'POST /staff/conversations/[id]/handover': ({ desk }) => ({ ...said('take it, please'), toDesk: desk }),
	'POST /staff/conversations/[id]/handover/refusal': () => said('not now'),
	'POST /staff/conversations/[id]/notes': () => ({ ...said('a note'), unsure: true }),
	'POST /staff/conversations/[id]/notes/answers': () => ({ ...said('an answer'), aboutNumber: 1 }),
	'POST /staff/desk/messages': ({ conversation }) => ({ ...said('an answer'), id: conversation }),
	'POST /staff/desk/read': ({ conversation }) => ({ id: conversation, seq: 1 }),
	'POST /staff/desk/typing': ({ conversation }) => ({ id: conversation }),
	'POST /staff/desk?/close': ({ desk }) => ({ deskId: desk }),
	'POST /staff/desk?/open': ({ desk }) => ({ deskId: desk, closes: '23:55' }),
	'POST /staff/events/people/[date]?/mark': ({ registration }) => ({ id: registration, presence: 'came' }),
	'POST /staff/events/people/[date]?/seat': ({ registration }) => ({ id: registration }),
	'POST /staff/events/people/[date]/[id]?/change': () => HERS,
	'POST /staff/events/people/[date]/[id]?/move': ({ occurrence }) => ({ to: occurrence }),
	'POST /staff/events/people/[date]/book': () => ({
		...{ ...HERS, clientId: randomUUID(), slotId: '', bookedBy: 'phone' },
	}),
	'POST /staff/events/people/[date]/calls?/line': ({ registration }) => ({
		...{ id: registration, answer: 'comes', tries: '0' },
	}),
	'POST /staff/events/people/[date]/calls?/told': ({ registration }) => ({
		...{ id: registration, answer: 'told', tries: '0' },
	}),
	'POST /staff/events/materials/[series]?/add': () => ({
		...{ clientId: randomUUID(), kind: 'link', title: 'Muistio', url: 'https://example.org', language: 'fi' },
	}),
	'POST /staff/events/new?/save': ({ organisation }) => ({
		...{ organisationId: organisation, state: 'draft', activityId: 'club', 'title-fi': 'Kerho', kind: 'weekly' },
		...{ every: '1', 'weekday-2': 'on', from: '2030-01-01', times: '2', starts: '12:00', minutes: '60' },
		...{ mode: 'online', audience: 'open', 'in-ru': 'on' },
	}),
	'POST /staff/hours?/add': ({ desk }) => ({ deskId: desk, weekday: '1', opens: '05:00', closes: '05:30' }),
	'POST /staff/hours?/clear': ({ desk }) => ({ deskId: desk, day: '2030-01-01' }),
	'POST /staff/hours?/except': ({ desk }) => ({ deskId: desk, day: '2030-01-01', opens: '10:00', closes: '11:00' }),
	'POST /staff/hours?/remove': ({ desk }) => ({ deskId: desk, weekday: '1', opens: '05:00' }),
	'POST /staff/hours?/ways': ({ desk }) => ({ deskId: desk, opensBy: 'hours', talksEach: '3' }),
	'POST /staff/invitation/[token]?/code': () => ({ code: '123456' }),
	'POST /staff/invitation/[token]?/password': () => ({ password: PASSWORD, again: PASSWORD }),
	'POST /staff/pledge': () => ({ agreed: 'yes' }),
	'POST /staff/places/agreements/new': ({ organisation }) => ({
		...{ clientId: randomUUID(), organisationId: organisation, partnerId: 'demo-library', kind: 'venue' },
		...{ on: '2030-01-01', language: 'fi', reason: 'Kerran kuussa.' },
	}),
	'POST /staff/places/new': ({ organisation }) => ({
		...{ keptBy: organisation, 'names.fi': 'Sali', 'offers.fi': 'Apua.', municipalityCode: '297' },
	}),
	'POST /staff/places/organisations/new': ({ organisation }) => ({
		...{ keptBy: organisation, 'names.fi': 'Kirjasto', kind: 'library' },
	}),
	'POST /staff/sign-in': () => ({ shortName: 'nobody', password: PASSWORD, code: '123456' }),
};

const PASSWORD = 'four words that nobody uses';
const CODES = { topic: 'identity', outcome: 'referred', minutes: 5 };
const said = (text: string): Body => ({ clientId: randomUUID(), text });
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Who is asked to do it, for each word of checks/routes.json. */
const ACTORS: Readonly<Record<string, string>> = {
	...{ public: 'nobody', invited: 'nobody', visitor: 'visitor', clerk: 'clerk', link: 'nobody', staff: 'adviser' },
	...{ 'identity.manageAccounts': 'admin', 'identity.managePlaces': 'coordinator', 'identity.seeDesign': 'admin' },
	...{ 'identity.writeContent': 'editor', 'identity.checkContent': 'editor', 'identity.publishContent': 'editor' },
	...{ 'identity.setHours': 'coordinator', 'identity.seeFigures': 'coordinator' },
	...{ 'identity.confirmHours': 'coordinator', 'identity.leadVolunteers': 'coordinator' },
	...{ 'identity.reviewContent': 'coordinator', 'chat.answerDoubt': 'coordinator', 'chat.takeOver': 'coordinator' },
};

export const actorFor = (who: string): string => ACTORS[who] ?? 'adviser';

/** Other posts are forms. */
export const isJson = (route: string): boolean =>
	!route.includes('?/') && /^POST \/(api|staff\/(conversations|desk))\//.test(route);

const HERS = {
	...{ name: 'Maija', seats: '1', language: 'fi', needs: 'interpreter', reachedBy: 'phone' },
	contact: '040 123 4567',
};

const WANTED = { work: 'chat', places: '1', languages: 'ru', qualifications: 'basic', signUp: 'open' };
