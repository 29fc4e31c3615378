/** The door of network for pure code and the browser. */
export {
	type Agreement,
	AGREEMENT_CAUSES,
	AGREEMENT_KINDS,
	type AgreementState,
	isOver,
	needsCause,
	nextStates,
	stateOf,
} from './agreements/agreement.ts';
export { ORGANISATION_KINDS, type Organisation } from './organisation.ts';
export { ACCESSIBILITY, addressOf, type ServicePoint } from './servicePoint.ts';
export { type DeskState, type Hours, type Spell, spellsOn } from './desks/hours.ts';
export { joined, type Span } from './desks/spans.ts';
