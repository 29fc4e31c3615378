/** The door of privacy for pure code and the browser: what must not be stored, found in a text. */
export { findSecrets, findSplitSecret, mask, MASK, type MaskKind, type MaskSpan } from './mask.ts';
