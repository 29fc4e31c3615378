/** Numbers that were read on a public page; every other number was from memory and is never shown. */
export const PHONES = ['0295 000', '116117', '017 173 311', '09 310 80488', '029 534 5115', '112'];
export const PHONE_LIKE = /(?<![\d.,/–-])(?:\+358|0\d{1,3})[ -]?\d{2,4}(?:[ -]?\d{2,5}){0,3}(?![\d.,/–-]*\d)/g;
