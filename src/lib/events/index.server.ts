/** The door of events: what goes on when and where, who has a seat, what was counted. */
export { type Calendar, calendar, readCalendar } from './calendar.server.ts';
export type { Activity, Occurrence, Series } from './event.ts';
export { comingAt, type DateAtPlace } from './occurrences/atPlace.server.ts';
/** Dates as those see them who lend a hand there; they hear of changes by `calendarRevision`. */
export { datesOfLine, datesToStaff, type DateToStaff, seriesToStaff } from './occurrences/staffed.server.ts';
export { calendarRevision } from './occurrences/store.server.ts';
export { materialiseAll } from './series/materialise.server.ts';
export { loadActivities } from './starter.server.ts';
export { loadDemonstrationSeason } from './demonstration.server.ts';

/** Counting: who came, in numbers; how a date was closed; what the ledger holds of it. */
export { closeDate } from './counting/close.server.ts';
export type { LineDates } from './counting/dates.ts';
export { datesOfProject } from './counting/figures.server.ts';
export { deleteOldHeads, standingIn, takeHeads, tapHead } from './counting/heads.server.ts';
export { type ClosingSheet, closingSheet, headTally } from './counting/sheet.server.ts';

export { forgetRegistration } from './registration/words.server.ts';
/** Registering by oneself: a form, a page of one's own, a text message. */
export { askForSeats } from './registration/ask.server.ts';
export { cancelRegistration } from './registration/cancel.server.ts';
export { confirmRegistration, keepHold } from './registration/confirm.server.ts';
export { entryOf, herRegistration, tokenOfCode } from './registration/hers.server.ts';
export { declineOffer, takeOffer } from './registration/offer.server.ts';
export { expireRegistrations, settleLines } from './registration/rounds.server.ts';
export { readRegistrationSms } from './registration/sms.server.ts';

/** What the public sees: `eventsView(lang)`, then a page of it. */
export { type Choice, choiceOf, isChosen, queryOf } from './public/choice.ts';
export { coming, nextByPlace, nextDates } from './public/coming.ts';
export { datePage, isDay } from './public/date.ts';
export { indexableSeries, nextOfSeries } from './public/indexable.ts';
export { mappedSeries } from './public/mapped.ts';
export { monthPage } from './public/month.ts';
export { seriesPage } from './public/series.ts';
export { dateStructured, seriesStructured } from './public/structured.ts';
export { addressOfSeries, type DateTold } from './public/told.ts';
export { eventsView } from './public/view.server.ts';

/** What other programs read; each takes the request and gives the answer. */
export { answerCalendar } from './feeds/ical/feed.server.ts';
/** Calendar files of other areas are written by the same hand. */
export { type Component, text, utc, written } from './feeds/ical/jcal.ts';
export { spanOf } from './feeds/ical/span.ts';
export { HELSINKI } from './feeds/ical/zone.ts';
export { answerDates, answerTable } from './feeds/dates/feed.server.ts';
export { answerEmbedded } from './feeds/embed/page.server.ts';
export { answerExport } from './feeds/export/export.server.ts';
export { answerLinked } from './feeds/linked/feed.server.ts';

/** Who comes, at the desk: names and numbers of people, each look at them in the audit. */
export { bookSeats } from './people/book.server.ts';
export { callsOfDate, datesToCall } from './people/callList.server.ts';
export { answerCall, answerInLine } from './people/calls.server.ts';
export { cancelForHer, changeRegistration } from './people/change.server.ts';
export { peopleOf } from './people/list.server.ts';
export { moveToDate } from './people/move.server.ts';
export { bookable, personOf, slipOf } from './people/one.server.ts';
export { markPresence, seatAtDoor } from './people/presence.server.ts';
export { type Reached, reachDate } from './people/reach.server.ts';

/** Planning: a season, its changes, what becomes of one date. */
export {
	cancelDate,
	cancelRest,
	changeDate,
	mayBeRestored,
	replaceDate,
	restoreDate,
} from './planning/dates.server.ts';
export { removeBreak } from './planning/breaks.server.ts';
export {
	dateSeen,
	datesWithin,
	type Listed,
	planningBook,
	seriesSeen,
	seriesWithin,
} from './planning/look.server.ts';
export { type Preview, previewOf, seriesToPlan } from './planning/preview.server.ts';
export { changeSeries, discardSeries, planSeries, publishSeries } from './planning/series.server.ts';

/** Word to those who registered: `tell` writes it down, these carry it. Figures of one date for whoever may see it. */
export { mailCarrier as mailOfEvents, smsCarrier as smsOfEvents } from './notices/carry.server.ts';
export { noticesOfOccurrence, standingOfNotices } from './notices/figures.server.ts';
export { reviewNotices } from './notices/review.server.ts';
export { sendEventNotices } from './notices/send.server.ts';

/** What people take home: staff put it there, everybody sees it from its day on. From memory, as the calendar. */
export { addAnswer, answersFor, removeAnswer } from './materials/answers.server.ts';
export { recordDownloads } from './materials/figures.server.ts';
export { countDownload, materialFile } from './materials/files.server.ts';
export { addMaterial, datesOfSeries, materialsFor, removeMaterial } from './materials/materials.server.ts';
export { type AnswerTold, answersOf, type MaterialTold, materialsOf } from './materials/shelf.server.ts';
