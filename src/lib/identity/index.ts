/** The door of identity for pure code: who somebody is and what she may do. */
export type { Membership, Role, StaffActor } from './account.ts';
export { may, organisationsWhere } from './policy.ts';
