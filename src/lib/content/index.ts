/** The door of content for pure code and the browser: what a card is, and its runs of text. */
export { type Fact, plainText, type Run, runsOf, type Service, type Topic } from './service.ts';
