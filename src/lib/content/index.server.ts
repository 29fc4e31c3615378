/**
 * The door of content: the cards of e-services, their topics, and the catalogue that every public page is made from.
 * A page asks `catalogue()` and shows it through `home`, `groups`, `servicePage`, `topicPage` or `phones`.
 */
export type { Catalogue } from './catalogue.ts';
export { catalogue, startCatalogue } from './catalogue.server.ts';
export { importServices, knownToCards } from './import.server.ts';
export type { Label, Line, Named, Phone } from './present.ts';
export { frequent, groups, home, phones, servicePage, topicPage } from './present.ts';
export { easyGuide, guidePage } from './present/guide.ts';
export { guideSections, suitOf } from './present/guides.ts';
export { type Qr, qrOf } from './present/qr.server.ts';
export { guideNames, placeIn } from './present/step.ts';
export { type Fault, type Known, readService } from './schema.ts';
export type { Alias } from './item/alias.ts';
export { type Indexable, indexableItem } from './item/indexable.ts';
export { addressOf, type ItemKey, type Kind, keyOf } from './item/item.ts';
export { type Check, type PublicBlock, type PublicItem, textsOf, titleOf } from './item/public.ts';
export { changesOf, type Truth, truthOf } from './item/truth.ts';
export { type Fact, plainText, type Service, serviceOf, type Topic } from './service.ts';
export { loadStarterContent } from './starter.server.ts';
export { addAlias, addCheck, strikeAlias } from './editing/check.server.ts';
export { publishText, unschedule, withdrawText } from './editing/publish.server.ts';
export { requestReview, reviewText } from './editing/review.server.ts';
export { createItem, saveText } from './editing/save.server.ts';
export { type Publication, type Review, type Revision, texts } from './editing/store.server.ts';
