import { addAnswer, addMaterial, removeAnswer, removeMaterial } from '#lib/events/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import type { Refusal } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { whoMay } from '../../../whoMay.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { answerTo, shownTo } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'planEvents');
	const shown = await shownTo(actor, event.params.series, event.locals.lang);
	return { ...shown, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
	add: async (event) => {
		// Whoever may not is turned away before a byte of the file is read.
		const actor = whoMay(event, 'planEvents');
		const form = await event.request.formData();
		const typed = { ...fieldsOf(form), seriesId: event.params.series };
		return answerTo(await addMaterial({ ...typed, file: await fileIn(form) }, actor), typed, pathOf(event, 'added'));
	},
	remove: (event) => change(event, removeMaterial, 'removed'),
	answer: (event) => change(event, addAnswer, 'added'),
	unanswer: (event) => change(event, removeAnswer, 'removed'),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string } | Refusal>;

async function change(event: RequestEvent, command: Command, done: string) {
	const actor = whoMay(event, 'planEvents');
	const typed = { ...fieldsOf(await event.request.formData()), seriesId: event.params.series };
	return answerTo(await command(typed, actor), typed, pathOf(event, done));
}

async function fileIn(form: FormData): Promise<{ bytes: Uint8Array } | null> {
	const file = form.get('file');
	return file instanceof File ? { bytes: new Uint8Array(await file.arrayBuffer()) } : null;
}

const pathOf = ({ params }: RequestEvent, done: string): string =>
	`/staff/events/materials/${params.series}?done=${done}`;
