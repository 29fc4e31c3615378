import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import { aliasSchema, itemKey } from '../item/schema.ts';
import { lang } from './input.ts';
import { texts, writing } from './store.server.ts';

/** Another word by which people look for an item. */
export const addAlias = command({
	input: aliasSchema,
	load: ({ item }, { tx }: Within<StaffActor>) => texts(tx).source(item),
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(_, { tx, actor, audit, announce }, alias) {
		await writing(tx).addAlias(alias, actor.id);
		await audit({ action: 'add-alias', subject: 'item', subjectId: alias.item });
		announce('content', alias.item);
		return alias;
	},
	present: ({ item }) => ({ item }),
});

/** Strikes an alias out; one that came with the release stays out, too. */
export const strikeAlias = command({
	input: v.object({ item: itemKey, lang, text: v.string('text') }),
	load: ({ item }, { tx }: Within<StaffActor>) => texts(tx).source(item),
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(_, { tx, actor, audit, announce }, alias) {
		await writing(tx).strikeAlias(alias, actor.id);
		await audit({ action: 'strike-alias', subject: 'item', subjectId: alias.item });
		announce('content', alias.item);
		return alias;
	},
	present: ({ item }) => ({ item }),
});
