/**
 * The door of volunteers: who helps with what, when, and for how long. Pages ask `may(actor).useShifts(organisation)` for
 * somebody's own, `may(actor).leadVolunteers(organisation)` for those of others.
 */
/**
 * A place for herself (`Herself`: signed in or by her personal link): take, ask, answer an offer, look for somebody to
 * take it over, take over. The holder is responsible until another has accepted (docs/decisions/0035).
 */
export { answerOffer, askForShift, giveUp, takeShift } from './shifts/take.server.ts';
export { acceptSwap, declineSwap, giveOn, withdrawSwap } from './shifts/swap.server.ts';
/** "Take mine, I take yours": to a colleague, for a place of hers; what waits for an answer; which she could ask for. */
export { answerExchange, proposeExchange } from './shifts/exchanges/exchange.server.ts';
export { exchangesFor } from './shifts/exchanges/own.server.ts';
export { exchangeChoices } from './shifts/exchanges/choices.server.ts';
/** A pause, leaving, coming back: herself, or whoever leads her. Of each shift of hers it is said what becomes of it. */
export { comeBack, leave, pause } from './people/pausing.server.ts';
export { hasLeft } from './people/state.server.ts';
/** Her shifts and those that are open to her, as her page shows them; what a coordinator sees. */
export { colleaguesFor, shiftFor, shiftsFor, type ShiftsFor } from './shifts/own.server.ts';
export {
	candidatesFor,
	datesLed,
	needsLed,
	type NeedsLed,
	pausingOf,
	shiftLed,
	shiftsLed,
} from './shifts/led.server.ts';
export type { ShiftLed, ShiftTold } from './shifts/told.ts';
/** For whoever leads volunteers: yes and no to a wish, somebody off a shift, one person asked. */
export { approve, decline, takeOff } from './shifts/approve.server.ts';
export { inviteToShift } from './shifts/offer.server.ts';
export { addShift, cancelShift, changeShift } from './shifts/single.server.ts';
export { addNeed, changeNeed, endNeed } from './needs/needs.server.ts';
/** Jobs: shifts follow the calendar and their needs; what time itself ends. */
export { followCalendar, followPlanning } from './needs/follow.server.ts';
export { settleShifts } from './shifts/rounds.server.ts';
/** Whom to ask for what: offers with their reasons; nobody is told before somebody sends them, one by one. */
export { type ProposedShift, sendProposed, suggestionFor, WEEKS } from './rota/suggestion.server.ts';
/**
 * Her own hours, signed in or by her personal link: write down (`clientId` makes it once), take back what nobody has
 * settled, see a year of them, see a month beside what she wished for. Not in the future, not older than a year.
 */
export { logHours, OLDEST_DAYS, withdrawHours } from './hours/log.server.ts';
export { bandOfMonth, type HerHours, hourOrganisations, hoursOf, type MonthHours } from './hours/own.server.ts';
/** Hours of others (`may(actor).confirmHours`): each confirmed one is a fact; nobody settles her own. */
export { confirmHours, rejectHours } from './hours/confirm.server.ts';
export { type EntryToSettle, hourEntryFor } from './hours/one.server.ts';
export { hoursToConfirm, type PersonHours, type ToConfirm } from './hours/toConfirm.server.ts';
export type { NamedEntry } from './hours/store.server.ts';
/** She did not come to her shift, or came after all: for whoever leads volunteers. */
export { markShift } from './hours/presence.server.ts';
/** A job: shifts that are over are done, and their hours wait for a colleague. */
export { endShifts } from './hours/over.server.ts';
/** Confirmed hours on paper, for herself and for whoever leads volunteers. */
export { type Certificate, certificateFor, certificatesOf } from './hours/certificate.server.ts';
/** Confirmed hours of an organisation, exact and nameless: for its staff, never for a public page. */
export { type HourFigures, hourFigures, hourRows } from './hours/figures.server.ts';

/**
 * Word to volunteers: `tell` (inside) writes it down, these carry it; her own page shows what holds; what nothing carries
 * a coordinator says by voice.
 */
export { mailCarrier as mailOfVolunteers, smsCarrier as smsOfVolunteers } from './notices/carry.server.ts';
export { countToTell, type ToTell, volunteersToTell, volunteerTold } from './notices/calls/calls.server.ts';
export { standingOfVolunteerNotices } from './notices/figures.server.ts';
export { type News, newsOf } from './notices/news.server.ts';
export { deleteOldVolunteerNotices, reviewVolunteerNotices, tellEndings } from './notices/review.server.ts';
export { sendVolunteerNotices } from './notices/send.server.ts';

/**
 * Applying without an account: `apply` gives the token of her page, `herApplication` what stands there. For whoever leads
 * volunteers: the applications of her organisation, a step, a no with a kind word, a yes that makes an account.
 */
export { apply, organisationsTaking } from './applying/apply.server.ts';
export { herApplication, tokenOfApplication, withdrawApplication } from './applying/hers.server.ts';
export { applicationFor, applicationsFor } from './applying/list.server.ts';
export { declineApplication, moveApplication } from './applying/steps.server.ts';
export { acceptApplication } from './applying/accept.server.ts';
export { expireApplications } from './applying/rounds.server.ts';
export { forgetApplication } from './applying/words.server.ts';
export { mailOfApplications, sendApplicationNotices, smsOfApplications } from './applying/notices/carry.server.ts';
/** Her own profile and absences; what a newcomer goes through, by her own ticks. */
export { addAbsence, ownProfile, removeAbsence, saveContact, saveProfile } from './people/profile.server.ts';
export { hasToLearn, ownTraining, type OwnStep, tickStep } from './training/training.server.ts';
/** The people of an organisation, for whoever leads them: what they chose, what they are qualified for, what ends. */
export { type One, type Person, volunteerFor, volunteersFor } from './people/list.server.ts';
export { bringBack } from './people/bringBack.server.ts';
export {
	activateVolunteer,
	grantQualification,
	noteExperience,
	revokeQualification,
} from './people/lead.server.ts';

/**
 * Her personal link and the address of her calendar: made by herself, signed in, the link also by whoever leads; shown
 * once, kept as a keyed hash. `herByLink` gives an actor that has `useShifts` and nothing else.
 */
export {
	herByLink,
	linkOf,
	makeLinkFor,
	makeOwnKey,
	ownKeysOf,
	revokeLinkOf,
	revokeOwnKey,
} from './link/own.server.ts';
export { answerOwnCalendar } from './feed/feed.server.ts';

/** The week of whoever leads: who is where, what is uncovered, what waits. `plotOf` draws it. */
export { plotOf } from './week/plot.ts';
export { daysFrom, mondayOf } from './week/week.ts';
export { weekFor } from './week/week.server.ts';

/** Only on the demonstration network. */
export { loadDemonstrationVolunteers } from './demonstration/demonstration.server.ts';

/** The desk opens by shifts: who sits there when, and until when somebody's own turn goes. */
export { shiftUntil } from './opening/mine.server.ts';
export { deskPlan, type PlannedTurn } from './opening/plan.server.ts';
export { followDesk } from './opening/follow.server.ts';
