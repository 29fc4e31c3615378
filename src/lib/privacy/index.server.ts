/** The door of privacy on the server: sealing people's words. The keys themselves are in the keystore. */
export { seal, sealBytes, unseal, unsealBytes } from './sealing.server.ts';
/** That deletion happens, and that somebody is told when it does not. */
export { type Deleted, deleteOldRuns, recorded } from './retention/runs.server.ts';
export { findLate, recordOfRuns } from './retention/reconcile.server.ts';
export type { Late } from './retention/lateness.ts';
export { lookForLate } from './retention/watch.server.ts';
