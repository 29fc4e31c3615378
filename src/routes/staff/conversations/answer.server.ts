import { json, type RequestEvent } from '@sveltejs/kit';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';

/** Answers a request of the console's script: what was done, or why not. Nobody signed in is a refusal too. */
export async function answer<Done extends object>(
	{ locals }: Pick<RequestEvent, 'locals'>,
	work: (actor: StaffActor) => Promise<Done | Refusal> | Done | Refusal,
): Promise<Response> {
	const result = locals.staff ? await work(locals.staff) : refused('signed-out');
	return isRefusal(result) ? json(result, { status: statusOf(result) }) : json(result);
}

/** The JSON body as an object; empty when it is none, so that the command says what is missing. */
export async function bodyOf({ request }: Pick<RequestEvent, 'request'>): Promise<Record<string, unknown>> {
	const body: unknown = await request.json().catch(() => null);
	return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

/** The database refuses what is no UUID with a fault; asked before. */
export function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
