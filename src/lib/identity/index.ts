/** The door of identity for pure code: who somebody is and what she may do. */
export { type Membership, pledgeDueFrom, pledgeUntil, type Role, type StaffActor } from './account.ts';
export { newAccountSchema } from './schema.ts';
export { may, organisationsWhere } from './policy.ts';
