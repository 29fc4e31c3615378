/** The door of content for pure code and the browser: what a card is, and its runs of text. */
export type { Block, Control, Words } from './item/item.ts';
export type { PublicBlock, PublicItem } from './item/public.ts';
export type { Truth } from './item/truth.ts';
export { type Fact, plainText, type Run, runsIn, runsOf, type Service, type Topic } from './service.ts';
