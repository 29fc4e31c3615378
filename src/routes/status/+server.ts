import { ground } from '#lib/platform/ground.server.ts';
import { codeOf } from '#lib/privacy/index.ts';
import { house } from '../../house.server.ts';
import type { RequestHandler } from './$types';

/**
 * 0: all well; 3: words can be neither written nor read, because what `away` names cannot be reached. Without the
 * keystore pages go on as ever, without the database from memory. 200 as long as the site can serve guides.
 * An unreachable `mailbox` is named, too, and so are the ways by which our own words could not go (`out:sms`, `out:email`):
 * all of it waits and is tried again, so it is no degree.
 * `late` names what is kept longer than docs/retention.md says, or what is not looked after: an alarm, not a degree.
 */
export const GET: RequestHandler = () => {
	const { db, keystore } = ground();
	const schema = house().schema();
	const away = [...(db.isUp() && schema !== null ? [] : ['database']), ...(keystore.isUp() ? [] : ['keystore'])];
	const degree = away.length === 0 ? 0 : 3;
	away.push(
		...house()
			.silent()
			.map((kind) => `out:${kind}`),
	);
	const version = process.env.npm_package_version ?? '0.1.0';
	if (house().mail?.isAway()) away.push('mailbox');
	const body = { version, schema, degree, away, late: house().late().map(codeOf) };
	return Response.json(body, { headers: { 'cache-control': 'no-store' } });
};
