/** The door of events: what goes on when and where, who has a seat, what was counted. */
export { type Calendar, calendar, readCalendar } from './calendar.server.ts';
export type { Activity, Occurrence, Series } from './event.ts';
export { materialiseAll } from './series/materialise.server.ts';
export { loadActivities } from './starter.server.ts';
export { loadDemonstrationSeason } from './demonstration.server.ts';
export { forgetRegistration } from './registration/words.server.ts';
