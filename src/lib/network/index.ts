/** The door of network for pure code and the browser. */
export type { ServicePoint } from './servicePoint.ts';
