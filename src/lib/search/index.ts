/** The door of search for pure code and the browser: what cannot wait. */
export { type Need, urgentNeed } from './urgent.ts';
