import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { type Ability, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';

export type Asking = Pick<RequestEvent, 'locals' | 'url'>;

/** Asked in each load and in each action: a guard in a layout protects no action. */
export function whoMay({ locals, url }: Asking, ability: Ability): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, `/staff/sign-in?next=${encodeURIComponent(pageOf(url))}`);
	if (organisationsWhere(actor, ability).length === 0) error(403);
	return actor;
}

/** Without the name of an action: after signing in she is to see the page, not to send its form. */
const pageOf = ({ pathname, search }: URL): string => (search.startsWith('?/') ? pathname : pathname + search);
