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
export { addOrganisations, readOrganisations, readServicePoints } from './store.server.ts';
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
