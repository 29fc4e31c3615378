import type { DeskState } from '#lib/design/desk.ts';
import { timeSaid, whenSaid } from '#lib/design/when.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** What somebody who is about to write may count on: never that somebody is there when nobody is. */
export function leadSaid(say: Say, desk: DeskState): string {
	if (desk.open) return say('chat.openNow');
	if (desk.lacks === 'helper') return expectedSaid(say, desk);
	if (desk.lacks === 'room') return desk.waiting ? say('chat.full', { count: desk.waiting }) : say('chat.busy');
	return desk.opens ? say('chat.opensAt', { when: whenSaid(say, desk.opens) }) : say('chat.noneComing');
}

/** For weeks nobody has promised to be there: then other ways are shown at once. */
export const isNobodyComing = ({ open, lacks, opens }: DeskState): boolean => !open && !lacks && opens === null;

function expectedSaid(say: Say, { since, closes }: DeskState): string {
	if (!since || !closes) return say('chat.nobody');
	return say('chat.expected', { since: timeSaid(say, since), closes: timeSaid(say, closes) });
}
