/**
 * The door of network: the organisations that carry the work, the places where somebody helps in person, and what was
 * agreed on with partners. Commands are refused with `missing` where another organisation looks after the thing.
 */
export type { Organisation, OrganisationKind } from './organisation.ts';
export { indexablePlace, type ServicePoint, servicePointSchema } from './servicePoint.ts';
export {
	loadDemonstrationPlaces,
	loadOrganisations,
	loadServicePoints,
	starterServicePoints,
} from './starter.server.ts';
export { addOrganisations, namesOfOrganisation, readOrganisations, readServicePoints } from './store.server.ts';
export { municipalities } from './municipalities.server.ts';

export { addPlace, placeFor, placesFor, savePlace } from './places/places.server.ts';
export {
	addOrganisation,
	organisationFor,
	organisationsFor,
	saveOrganisation,
} from './organisations/organisations.server.ts';
export {
	agreementFor,
	agreementsFor,
	askForAgreement,
	stepInAgreement,
	venueLost,
} from './agreements/agreements.server.ts';

/** Where helpers take turns, when, and who sits there now. */
export {
	deskById,
	desksOf,
	desksOutside,
	deskWays,
	forgetOldPresences,
	helpersAt,
	helpersPresent,
	hoursOf,
	lastSeen,
	makeDesk,
	notePresence,
	openedUntil,
	siteDesk,
	TWELVE_HOURS,
} from './desks/desk.server.ts';
export { coverDesk, lockCover } from './desks/cover.server.ts';
export { closeDeskForToday, openDeskUntil } from './desks/hours.server.ts';
export { addException, addWeeklyHours, chooseWays, clearExceptions, removeWeeklyHours } from './desks/weekly.server.ts';
export {
	comingSpells,
	type ComingSpell,
	deskStateAt,
	type DeskState,
	type Sitting,
	type WeeklySpell,
} from './desks/hours.ts';
export type { DeskRow } from './desks/store.server.ts';
