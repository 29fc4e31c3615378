import type { Say } from '#lib/platform/i18n/say.ts';
import type { ShownLook } from './shown.server.ts';

/** Who looked at what, in one line. */
export function lookSaid(say: Say, { name, role, organisation, what }: ShownLook): string {
	const who = [name, role && say(`case.role.${role}`), organisation].filter((part) => part).join(', ');
	return `${who}: ${say(`case.looked.${what}`)}`;
}
