/**
 * The door of content: the cards of e-services, their topics, and the catalogue that every public page is made from.
 * A page asks `catalogue()` and shows it through `home`, `groups`, `servicePage`, `topicPage` or `phones`.
 */
export type { Catalogue } from './catalogue.ts';
export { catalogue, startCatalogue } from './catalogue.server.ts';
export { importServices, knownToCards } from './import.server.ts';
export type { Label, Line, Named, Phone } from './present.ts';
export { frequent, groups, home, phones, servicePage, topicPage } from './present.ts';
export { type Fault, type Known, readService } from './schema.ts';
export { type Fact, indexableService, plainText, type Service, type Topic } from './service.ts';
export { loadStarterContent } from './starter.server.ts';
