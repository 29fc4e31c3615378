import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { id, note } from './input.ts';
import { type Revision, texts, writing } from './store.server.ts';

/** Puts a text on the list of those that wait for a second person. */
export const requestReview = command({
	input: v.object({ revision: id }),
	load: ({ revision }, { tx }: Within<StaffActor>) => texts(tx).revision(revision),
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(revision, { tx, actor, audit }) {
		await writing(tx).requestReview(revision.id, actor.id);
		await audit({ action: 'request-review', subject: 'revision', subjectId: revision.id });
		return revision;
	},
	present: atRevision,
});

/**
 * The word of a second person. Where there is none, the author may say why they went on alone; that stays in the
 * record. The database refuses an own review without a reason, too.
 */
export const reviewText = command({
	input: v.object({
		revision: id,
		verdict: v.picklist(['approved', 'returned'], 'verdict'),
		note: v.optional(note, ''),
		overrideReason: v.optional(note, ''),
	}),
	load: ({ revision }, { tx }: Within<StaffActor>) => texts(tx).revision(revision),
	allow: (revision, { actor }, { overrideReason }) => {
		if (!may(actor).reviewContent()) return false;
		return (
			revision.authorId !== actor.id || overrideReason !== '' || refused('own-text', { overrideReason: 'own-text' })
		);
	},
	async run(revision, { tx, actor, audit }, { verdict, note, overrideReason }) {
		const isOwn = revision.authorId === actor.id;
		const own = isOwn ? overrideReason : null;
		await writing(tx).addReview({ revision: revision.id, by: actor.id, verdict, note, overrideReason: own });
		await audit({ action: isOwn ? 'override-review' : verdict, subject: 'revision', subjectId: revision.id });
		return revision;
	},
	present: atRevision,
});

function atRevision({ id, item, lang }: Revision) {
	return { revision: id, item, lang };
}
