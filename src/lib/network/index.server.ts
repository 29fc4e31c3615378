/**
 * The door of network: the organisations that carry the work and the places where somebody helps in person.
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
