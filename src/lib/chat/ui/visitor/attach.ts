import { LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { type Acknowledged, makeOutbox, type Outbox } from './outbox.ts';
import { makeId } from './send.ts';

/** The sentences that there are for a file which was not taken; the last one is for all others. */
export const WHY_NOT = [
	'empty',
	'heic',
	'wrong-kind',
	'too-large',
	'too-many-pixels',
	'too-many-pictures',
	'too-many',
	'broken',
	'password',
	'blocked',
	'other',
] as const;

export function whyNotSaid(say: Say, code: string): string {
	return say(`chat.attach.error.${WHY_NOT.find((one) => one === code) ?? 'other'}`);
}

export type AttachHooks = {
	/** Something of hers is on its way, and how far it has come. */
	begin(id: string): void;
	state(id: string, word: string): void;
	failed(id: string, why: string): void;
};

/** Sends files by script: with progress, one after the other, again with the same id until they are stored. */
export function startAttaching(form: HTMLFormElement, say: Say, hooks: AttachHooks): Outbox {
	const field = form.querySelector<HTMLInputElement>('input[type=file]');
	const files = new Map<string, File>();
	const outbox = makeOutbox({
		send: ({ id }) => upload(id, files.get(id), (share) => hooks.state(id, progressSaid(say, share))),
		stored: ({ id }) => {
			files.delete(id);
			hooks.state(id, say('chat.state.sent'));
		},
		trying: ({ id }) => hooks.state(id, say('chat.state.trying')),
		failed: ({ id }, reason) => {
			files.delete(id);
			hooks.failed(id, whyNotSaid(say, reason));
		},
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const [file] = field?.files ?? [];
		if (!field || !file) return;
		const id = makeId();
		form.reset();
		hooks.begin(id);
		if (file.size > LARGEST_PICTURE) return hooks.failed(id, whyNotSaid(say, 'too-large'));
		files.set(id, file);
		outbox.put({ id, text: '' });
	});
	return outbox;
}

/** All of it has left: now it is being taken apart. */
function progressSaid(say: Say, share: number): string {
	if (share >= 1) return say('chat.attach.checking');
	return say('chat.attach.progress', { percent: Math.floor(share * 100) });
}

/** `fetch` tells nobody how far it has come. */
function upload(
	id: string,
	file: File | undefined,
	progress: (share: number) => void,
): Promise<Acknowledged | { refused: string }> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open('POST', `/api/chat/pictures?key=${id}`);
		request.responseType = 'json';
		request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
		request.onload = () => resolve(request.response ?? { refused: 'fault' });
		request.onerror = () => reject(new Error('nothing is known of the outcome'));
		request.send(file ?? null);
	});
}
