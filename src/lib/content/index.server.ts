/**
 * The door of content: the cards of e-services, their topics, and the catalogue that every public page is made from.
 * A page asks `catalogue()` and shows it through `home`, `groups`, `servicePage`, `topicPage` or `phones`.
 */
export type { Catalogue } from './catalogue.ts';
export { catalogue, startCatalogue } from './catalogue.server.ts';
export { importServices, knownToCards } from './starter/import.server.ts';
export type { Label, Line, Named } from './present/services.ts';
export { frequent, groups, home, phones, servicePage, topicPage } from './present/services.ts';
export { changeNews, changePage, changesByYear, newestChanges } from './present/change.ts';
export { formerNameBy, municipalitiesNamed } from './present/former.ts';
export { learningPath, type Module } from './present/learning.ts';
export { lineOfItem } from './present/line.ts';
export { materialLines, materialPage } from './present/material.ts';
export { type Mapped, mappedItems } from './present/sitemap.ts';
export { agreedTermsOf } from './present/agreedTerms.ts';
export { termPage, termsByLetter, termsByTopic, termWord } from './present/term.ts';
export { videoLines, videoPage } from './present/video.ts';
export { wholeCatalogue } from './present/whole.ts';
export { easyGuide, guidePage } from './present/guide.ts';
export { guideSections, suitOf, topGuides } from './present/guides.ts';
export { qrOf } from './present/qr.server.ts';
export { guideOnPaper } from './present/paper.ts';
export { knownCodes } from './present/known.server.ts';
export { guideNames, placeIn, stepIn } from './present/step.ts';
export { type Fault, type Known, readService } from './schema.ts';
export type { Alias } from './item/alias.ts';
export { type Indexable, indexableItem } from './item/indexable.ts';
export { addressOf, type ItemKey, type Kind, keyOf, plainLanguage } from './item/item.ts';
export { type Check, type PublicBlock, type PublicItem, textsOf, titleOf } from './item/public.ts';
export { changesOf, type Truth, truthOf } from './item/truth.ts';
export { type Fact, plainText, type Service, serviceOf, type Topic } from './service.ts';
export { loadStarterContent } from './starter/starter.server.ts';
export { addAlias, strikeAlias } from './editing/alias.server.ts';
export { addCheck } from './editing/check.server.ts';
export { publishText, unschedule, withdrawText } from './editing/publish.server.ts';
export { requestReview, reviewText } from './editing/review.server.ts';
export { createItem, saveText } from './editing/save.server.ts';
export {
	besideTheFields,
	spentIds,
	startingSheet,
	type Table,
	tableFor,
	textOf,
} from './editing/console/table.server.ts';
export { itemOverview, recordOf } from './editing/console/item.server.ts';
export type { ItemOverview } from './editing/console/overview.ts';
export { adviceOn } from './editing/advice.server.ts';
export { blocksOf } from './editing/blocksOf.ts';
export { previewOf } from './editing/console/preview.server.ts';
export { findItems, worklists } from './editing/console/worklists.server.ts';
export { readSheet } from './editing/sheet/readSheet.ts';
export { faultsByField } from './editing/sheet/faults.ts';
export { reshaped, wishOf } from './editing/sheet/shape.ts';
export { type Sheet, sheetOf } from './editing/sheet/sheet.ts';
export { blocksOfBoth, differences, together } from './editing/compare/sideBySide.ts';
export { type Revision, texts } from './editing/store.server.ts';

/** The board, where helpers of the whole network ask each other; and the phrases that they add for the desks. */
export { answerBoard, askBoard } from './board/ask.server.ts';
export { guideFromAnswer } from './board/guide.server.ts';
export {
	agreeToPhrase,
	mayDecide,
	phrasesAtHand,
	phrasesOf,
	proposePhrase,
	removePhrase,
} from './board/phrases/phrases.server.ts';
export type { PhraseRow } from './board/phrases/store.server.ts';
export { boardQuestion, boardQuestions, deleteOldQuestions } from './board/read.server.ts';
export { chooseAnswer, hidePost, markUseful, takeBackPost } from './board/tend.server.ts';
export { draftOf, prepareDrafts, translatorIsOn } from './drafts/draft.server.ts';
export type { Draft } from './drafts/translate.ts';
export type { BrokenLink, Link } from './links/link.ts';
export { brokenLinks, checkLinksOf, dueOf, linksOf } from './links/links.server.ts';
export { dueLinks, linkRounds } from './links/round.server.ts';
export { lookAt, prepareLinks } from './links/look.server.ts';
export {
	addPicture,
	deleteUnusedPictures,
	type ItemPicture,
	pictureFile,
	picturesOf,
	removePicture,
} from './pictures/pictures.server.ts';
export { adviseOn } from './advice/adviseOn.ts';
export { glossaryOf } from './advice/glossary.ts';
export { morphology } from './advice/voikko.server.ts';
