/** The door of the chat for pure code and the browser. */
export type { SentCard } from './cards/card.ts';
export { cardInWords } from './cards/card.ts';
export { maskCertain } from './maskCertain.ts';
export { type ConversationKind, LONGEST_TEXT, type Message } from './conversation.ts';
