import * as v from 'valibot';

/** What comes in. The message of each rule is a key of messages/shifts (`fault.…`). */
export const id = v.pipe(v.string('missing'), v.uuid('missing'));

export const shiftSchema = v.object({ shift: id });
export const assignmentSchema = v.object({ assignment: id });
export const swapSchema = v.object({ swap: id });

export const answerSchema = v.object({ assignment: id, answer: v.picklist(['take', 'decline'], 'answer') });
/** `to`: one she names; empty: whoever may. */
export const giveOnSchema = v.object({ assignment: id, to: v.union([v.literal(''), id]) });
/** `other`: a place of a colleague, which she would take for hers. */
export const exchangeSchema = v.object({ assignment: id, other: id });
export const answerExchangeSchema = v.object({ swap: id, answer: v.picklist(['take', 'decline'], 'answer') });
export const inviteSchema = v.object({ shift: id, account: id });
