import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { CHECKED_EVERY_DAYS, keyOf } from '../item/item.ts';
import type { Truth } from '../item/truth.ts';
import type { GuidePage } from './guide.ts';
import { namingOf } from './line.ts';
import { settingOf } from './room.ts';

/** What a sheet of paper says besides the guide: its name in the source's language, and until when it is good. */
export function guideOnPaper({ itemByKey }: Catalogue, guide: GuidePage) {
	const item = itemByKey.get(keyOf('guide', guide.id));
	const isUnsettled = isInMotion(guide.truth);
	const every = Math.min(CHECKED_EVERY_DAYS[item?.risk ?? 'ordinary'], isUnsettled ? UNSETTLED_DAYS : Infinity);
	const original = { name: item ? namingOf(item, item.source).name : '', lang: item?.source ?? '' };
	return { original, printedOn: today(), until: today(every), isUnsettled, ...settingOf(guide) };
}

/** What is known to have changed will soon be written anew. */
const UNSETTLED_DAYS = 14;

/** A part says what its source no longer says, or somebody is to look whether the whole is still right. */
function isInMotion({ changed, beingChecked, check }: Truth): boolean {
	return changed.length > 0 || beingChecked.length > 0 || check?.works === false;
}
