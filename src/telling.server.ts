import { mailOfEvents, reviewNotices, sendEventNotices, smsOfEvents } from '#lib/events/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { postAt } from '#lib/platform/mail/smtp.server.ts';
import type { Reached } from '#lib/platform/outbox/outbox.server.ts';
import type { Settings } from '#lib/platform/settings.server.ts';
import {
	mailOfApplications,
	mailOfVolunteers,
	reviewVolunteerNotices,
	sendApplicationNotices,
	sendVolunteerNotices,
	smsOfApplications,
	smsOfVolunteers,
	tellEndings,
} from '#lib/volunteers/index.server.ts';
import { every } from './rounds.server.ts';

const LOOK_MS = 800;
const REVIEW_MS = 5_000;

/** The ways by which this site can tell volunteers; what goes by another one is for a coordinator to say. */
export const carriedWays = ({ sms, mail }: Pick<Settings, 'sms' | 'mail'>): ('sms' | 'email')[] => [
	...(sms ? ['sms' as const] : []),
	...(mail ? ['email' as const] : []),
];

type Tried = (reached: Reached) => void;
type Stop = () => Promise<void>;

/** What goes out to people by itself: of the calendar, of shifts, of applications. */
export const tellingRounds = (settings: Settings, tried: Tried): Stop[] => [
	...eventRounds(settings, tried),
	...volunteerRounds(settings, tried),
	...applicationRounds(settings, tried),
];

/** A job of each hour: what ends in a month and in a week. */
export const tellEndingsNow = async (): Promise<void> => void (await tellEndings(ground().db));

/** Word to volunteers: each way by itself, as with the calendar. */
function volunteerRounds(settings: Settings, tried: Tried): Stop[] {
	const { sms, mail } = settings;
	const post = mail && postAt(mail.smtp, mail.from);
	const send = (carriers: Parameters<typeof sendVolunteerNotices>[0]) =>
		every(LOOK_MS, async () => tried(await sendVolunteerNotices(carriers)));
	return [
		async () => post?.close(),
		...(sms ? [send({ sms: smsOfVolunteers(sms) })] : []),
		...(mail && post ? [send({ email: mailOfVolunteers({ post, ours: mail.from, site: mail.site }) })] : []),
		every(REVIEW_MS, () => reviewVolunteerNotices(carriedWays(settings))),
	];
}

/** Word of the calendar: each way by itself, too; what none of them carries a helper says on the telephone. */
function eventRounds({ sms, smsInSecret, mail }: Settings, tried: Tried): Stop[] {
	const texting = sms && smsOfEvents(sms, smsInSecret !== null);
	const post = mail && postAt(mail.smtp, mail.from);
	const mailing = mail && post && mailOfEvents({ post, ours: mail.from, site: mail.site });
	const carried = [...(texting ? ['sms' as const] : []), ...(mailing ? ['email' as const] : [])];
	const send = (carriers: Parameters<typeof sendEventNotices>[0]) =>
		every(LOOK_MS, async () => tried(await sendEventNotices(carriers)));
	return [
		async () => post?.close(),
		...(texting ? [send({ sms: texting })] : []),
		...(mailing ? [send({ email: mailing })] : []),
		every(REVIEW_MS, () => reviewNotices(carried)),
	];
}

/** That there is an answer to an application; whoever can be told by no way sees it by her code. */
function applicationRounds({ sms, mail }: Settings, tried: Tried): Stop[] {
	const post = mail && postAt(mail.smtp, mail.from);
	const send = (carriers: Parameters<typeof sendApplicationNotices>[0]) =>
		every(LOOK_MS, async () => tried(await sendApplicationNotices(carriers)));
	return [
		async () => post?.close(),
		...(sms ? [send({ sms: smsOfApplications(sms) })] : []),
		...(mail && post ? [send({ email: mailOfApplications({ post, ours: mail.from, site: mail.site }) })] : []),
	];
}
