/** The door of events for pure code and the browser. */
export { AUDIENCES, CAUSES, MODES, type Activity, type Occurrence, type Planned, type Series } from './event.ts';
