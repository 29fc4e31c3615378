import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import { PERSONS_WAYS } from '../item/public.ts';
import { itemKey } from '../item/schema.ts';
import { lang, note } from './input.ts';
import { texts, writing } from './store.server.ts';

const device = v.pipe(v.string('device'), v.trim(), v.maxLength(80, 'long'));

/**
 * Somebody did what the text says, held it against its source, or asked the authority. `works` false is "it looks
 * different now": the page says at once that it is being looked at.
 */
export const addCheck = command({
	input: v.object({
		...{ item: itemKey, lang },
		how: v.picklist(PERSONS_WAYS, 'how'),
		works: v.pipe(
			v.picklist(['yes', 'no'], 'works'),
			v.transform((value) => value === 'yes'),
		),
		device: v.optional(device, ''),
		note: v.optional(note, ''),
	}),
	load: ({ item, lang }, { tx }: Within<StaffActor>) => texts(tx).public(item, lang),
	allow: (_, { actor }) => may(actor).checkContent(),
	async run({ item, lang }, { tx, actor, audit, announce }, { how, works, device, note }) {
		await writing(tx).addCheck({ item, lang, by: actor.id, how, works, device, note, on: today() });
		await audit({ action: works ? 'check' : 'report-difference', subject: 'item', subjectId: `${item}:${lang}` });
		announce('content', item);
		return { item, lang };
	},
	present: (checked) => checked,
});
