/**
 * The door of volunteers: who helps with what, when, and for how long. Pages ask `may(actor).useShifts(organisation)` for
 * somebody's own, `may(actor).leadVolunteers(organisation)` for those of others.
 */
export { suggest, type Suggested } from './rota/suggest.server.ts';
