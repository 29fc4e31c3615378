import { parsed, Visit } from '../../bench/common/request.ts';
import { surely } from './surely.ts';

/** Somebody at the desk of the demonstration network. */
export type Helper = Visit;
export type Row = { id: string; ended: boolean; lastSeq: number };
export type View = { desks: { id: string; present: number }[]; waiting: Row[]; mine: Row[]; others: Row[] };

export async function signIn(address: string, name: string): Promise<Helper> {
	const visit = new Visit(address);
	const answer = await visit.postForm('/staff/sign-in', { demo: name });
	if (answer.status !== 303) throw new Error(`${name} cannot sign in: ${answer.status}`);
	return visit;
}

export async function viewOf(helper: Helper): Promise<View> {
	return parsed<{ view: View }>(await helper.get('/staff/desk/state'), 200).view;
}

export async function claim(helper: Helper, id: string): Promise<number> {
	return (await helper.postJson(`/staff/conversations/${id}/claim`, {})).status;
}

/** Sends until it is stored, with one id. */
export async function answerSurely(helper: Helper, id: string, clientId: string, text: string): Promise<void> {
	await surely(async () => (await helper.postJson('/staff/desk/messages', { id, clientId, text })).status === 201);
}
