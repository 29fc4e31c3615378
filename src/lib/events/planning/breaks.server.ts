import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import { breaks } from '../series/store.server.ts';

/** A break that was kept is offered to new series no more. Those that leave it out go on leaving it out. */
export const removeBreak = command({
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	async load({ id }, { tx, actor }: Within<StaffActor>) {
		const found = await breaks(tx).locked(id);
		return found && may(actor).planEvents(found.organisationId) ? found : null;
	},
	allow: () => true,
	async run(one, { tx, audit }) {
		await breaks(tx).remove(one.id);
		await audit({ action: 'remove', subject: 'break', subjectId: one.id });
		return one;
	},
	present: ({ id }) => ({ id }),
});
