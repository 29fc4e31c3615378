import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailServers } from '../../bin/testing/mailConfig.ts';
import { mailDouble } from '../../bin/testing/mailDouble.ts';
import { localBus } from '../../src/lib/platform/bus.server.ts';
import { turnClock } from '../../src/lib/platform/clock.ts';
import { openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { ground, layGround } from '../../src/lib/platform/ground.server.ts';
import { remoteKeystore } from '../../src/lib/platform/keystore/remote.server.ts';
import { fakeGateway } from '../../src/lib/platform/sms/testing.ts';
import { buildOrganisers } from '../../src/lib/events/testing.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { beginEra, type Era } from '../shred/era.ts';
import { wrongWith } from './judge.ts';
import { comeAll, type One, type Ways } from './people.ts';
import { liveWeek, type Week, weekOf } from './week.ts';

/**
 * A week in which so many have registered, by every way: dates move, move back and are cancelled, people go, offers run
 * out, while the gateway fails in every mood, nodes are killed and the clock jumps. Then what each was told is held
 * against what was true then. `lossy`: a word that is tried again counts as sent. `hasty`: reminders are due a day early.
 */
export async function tellAll(count: number, fault?: string): Promise<Outcome> {
	const [gateway, servers] = [await fakeGateway(), await mailDouble()];
	const era = await beginEra(settingsFor({ gateway, servers }));
	const leave = standOn(era);
	try {
		const plant = fault && PLANTS[fault];
		if (plant) await era.network.sql(plant);
		await buildOrganisers();
		const week = await weekOf(era, { gateway, servers });
		week.people.push(...(await comeAll(week.dates, count)));
		await liveWeek(week);
		return outcome(week, await wrongInTables(era, week.people));
	} finally {
		await leave();
		await era.end();
		await Promise.all([gateway.close(), servers.stop()]);
	}
}

const PLANTS: Readonly<Record<string, string>> = {
	lossy: `create function planted() returns trigger language plpgsql as $$ begin
		if new.tries = 2 and new.state = 'waiting' then new.state = 'sent'; end if; return new; end $$;
		create trigger planted before update on event_notices for each row execute function planted()`,
	hasty: `create function planted() returns trigger language plpgsql as $$ begin
		if new.about = 'reminder' then new.due_at = new.due_at - interval '1 day'; end if; return new; end $$;
		create trigger planted before insert on event_notices for each row execute function planted()`,
};

const settingsFor = ({ gateway, servers }: { gateway: Ways['gateway']; servers: MailServers }) => ({
	...{ SMS_URL: gateway.gateway.url, SMS_KEY: gateway.gateway.key, SMS_IN_SECRET: 'a secret of the drill' },
	...{ SMTP_URL: servers.smtpUrl, MAIL_FROM: 'desk@mail.test', SILTA_ADDRESS: 'http://localhost' },
});

/** The drill registers people with the code of the site, on its database, keystore and clock. */
function standOn({ network, ahead }: Era): () => Promise<void> {
	const back = turnClock(() => Date.now() + ahead());
	const agent = new http.Agent({ keepAlive: true });
	const to = { socketPath: `${network.folder}/keystore.sock` };
	const keystore = remoteKeystore({ to, secret: network.keystoreSecret, agent });
	const db = openDatabase(network.databaseUrl, 4);
	layGround({ db, bus: localBus(), keystore, root: path.join(import.meta.dirname, '../..') });
	return async () => {
		back();
		ground().keystore.close();
		agent.destroy();
		await db.close();
		await pause(10);
	};
}

/** Whoever has only a telephone stands on the list of those to call, once; whoever left no way, nowhere. */
async function wrongInTables({ network }: Era, people: readonly One[]): Promise<string[]> {
	const rows = await network.sql<{ id: string; about: string; kind: string; state: string; count: string }>(
		`select registration_id as id, about, kind, state, count(*) as count from event_notices
		where kind = 'call' or state = 'waiting' group by 1, 2, 3, 4`,
	);
	const waits = rows.filter(({ kind, state }) => kind !== 'call' && state === 'waiting');
	const ways = new Map(people.map(({ row, way }) => [row.id, way]));
	const strangers = rows.filter(({ id, kind }) => kind === 'call' && ways.get(id) !== 'phone');
	return [
		...waits.map(({ about, kind }) => `${kind}: ${about} still waits`),
		...strangers.map(({ id, about }) => `${ways.get(id)}: ${about} is to be told by telephone`),
	];
}

function outcome({ people, dates, ends, history, kills, seed }: Week, tables: readonly string[]): Outcome {
	const wrong = people.flatMap((one) => wrongWith(one, { date: history[one.date] ?? [], ends }));
	const said = people.reduce((sum, one) => sum + one.said.length, 0);
	const missed = [...wrong, ...tables];
	const told = `reminders: ${people.length} registrations at ${dates.length} dates, ${said} words told, ${kills()} kills`;
	const line = `${told}, ${missed.length} missed${missed.length > 0 ? ` (seed ${seed})` : ''}${listed('missed', missed)}`;
	return { line, isGood: missed.length === 0 && said > people.length };
}
