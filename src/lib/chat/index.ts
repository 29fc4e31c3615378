/** The door of the chat for pure code and the browser. */
export type { SentPicture } from './attachments/picture.ts';
export { asksForCodes } from './askingForCodes.ts';
export { judgesEntitlement } from './judging.ts';
export type { SentCard } from './cards/card.ts';
export { cardInWords } from './cards/card.ts';
export { type Line, linesOf } from './interpreting/lines.ts';
export { renderingsOf } from './interpreting/rendering.ts';
export { maskCertain } from './maskCertain.ts';
export { type ConversationKind, LONGEST_TEXT, type Message } from './conversation.ts';
