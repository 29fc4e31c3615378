/** `received`: her letter is here, and how to read the answer; `answer`: there is one. */
export type NoticeSubject = 'received' | 'answer';
/** `sent` only after whoever carries it has taken it. */
export type NoticeState = 'waiting' | 'sent' | 'failed';

/** What became of one that was tried. */
export type NoticeEnd = { readonly state: 'sent' } | { readonly state: 'failed'; readonly reason: NoticeTrouble };
/**
 * `no-address`: she took it back; `refused`: the server says there is no such address; `returned`: it came back
 * undelivered; `dark`: the key of the case is gone; `given-up`: for a week it could not be sent.
 */
export type NoticeTrouble = 'no-address' | 'refused' | 'returned' | 'dark' | 'given-up';

/** At most so many words to one case in a day by one way; the others wait for the next one. */
export const NOTICES_A_DAY = 6;
