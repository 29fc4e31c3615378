import type { StaffActor } from '#lib/identity/index.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { addStep } from '../messages/step.server.ts';
import { messages } from '../messages/store.server.ts';
import { may } from '../policy.ts';
import { removePictureSchema } from '../schema.ts';
import { openTexts, sealText } from '../words.server.ts';
import { packRemoved, unpackPicture } from './picture.ts';
import { attachments } from './store.server.ts';

/** Takes one picture out for good, with its key: there is a code on it. Everybody who reads is told. */
export const removeSentPicture = command({
	input: removePictureSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).removePicture(conversation),
	run: async (conversation, { tx, actor, audit, announce }, { seq }) => {
		if (!(await attachments(tx).remove(conversation.id, seq))) return refused('missing');
		await forgetKey(tx, conversation, seq);
		await addStep(tx, conversation, { kind: 'removed', signed: actor.chosenName, aboutSeq: seq });
		await audit({ action: 'remove', subject: 'picture', subjectId: `${conversation.id}/${seq}` });
		announce('conversation', conversation.id);
		return { seq };
	},
	present: ({ seq }) => ({ seq }),
});

async function forgetKey(tx: Queryable, conversation: Conversation, seq: number): Promise<void> {
	const [row] = await messages(tx).after(conversation.id, seq - 1, 1);
	const [packed] = row ? await openTexts(conversation, [row]) : [];
	const picture = packed ? unpackPicture(packed) : null;
	if (!row || !picture) return;
	const sealed = await sealText(conversation, seq, row.author, packRemoved(picture));
	await messages(tx).reseal(conversation.id, seq, sealed);
}
