import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { buildStaff } from '../testing.ts';
import { apply } from './apply.server.ts';
import type { Application } from './application.ts';
import { applications } from './store.server.ts';
import { hashOfToken } from './ways.server.ts';

/** As the page sends it, or as asked. */
export const applying = (wanted: Readonly<Record<string, unknown>> = {}) => ({
	...{ clientId: randomToken(), organisationId: 'near', language: 'ru', name: 'Ольга', contact: '040 123 4567' },
	...{ languages: ['ru', 'fi'], works: ['chat', 'events'], text: 'Я на пенсии и люблю объяснять.' },
	...wanted,
});

export type Applied = { readonly token: string; readonly row: Application };

/** Somebody who applied to an organisation that has a coordinator. */
export async function buildApplication(wanted: Readonly<Record<string, unknown>> = {}): Promise<Applied> {
	const sent = applying(wanted);
	await buildStaff('coordinator', sent.organisationId);
	const done = await apply(sent);
	if (isRefusal(done)) throw new Error(JSON.stringify(done));
	return { token: done.token, row: await rowOf(done.token) };
}

export async function rowOf(token: string): Promise<Application> {
	const row = await applications(ground().db).byLink(hashOfToken(token));
	if (!row) throw new Error('there is no such application');
	return row;
}
