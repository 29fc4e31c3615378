/** The door of content for pure code and the browser: what a card is, and its runs of text. */
export type { Advice, Advised, Measures, Rule } from './advice/advice.ts';
export { reasonOf, skippedReason } from './advice/reason.ts';
export type { Block, Control, Words } from './item/item.ts';
export type { PublicBlock, PublicItem } from './item/public.ts';
export type { Truth } from './item/truth.ts';
export type { ItemOverview, LanguageRow } from './editing/overview.ts';
export type { ChangedPart } from './editing/changedParts.ts';
export type { Row, SourceChange } from './editing/rows.ts';
export type { Sheet, SheetBlock } from './editing/sheet.ts';
export type { Difference } from './editing/sideBySide.ts';
export { type GuidePage, type Passage, stepsOf } from './present/guide.ts';
export { type GuideSection, SUITS, type Suit } from './present/guides.ts';
export type { ItemLine, Naming } from './present/line.ts';
export { ofKind } from './present/service.ts';
export { addressOfPlace, type GuideName, type Place } from './present/step.ts';
export { governmentService, howTo, structured } from './present/structured.ts';
export type { Step, Told } from './present/told.ts';
export { type Fact, plainText, type Run, runsIn, runsOf, type Service, type Topic } from './service.ts';
