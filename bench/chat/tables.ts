import pg from 'pg';

/** How full the tables are: as on the first day; after months; and right after a sweep has emptied them again. */
export const STATES = ['empty', 'filled', 'purged'] as const;
export type State = (typeof STATES)[number];
/** Where the site's tables are, and those of each floor. */
type Databases = { readonly site: string; readonly [floor: string]: string };

const OLD_CONVERSATIONS = 5_000;
const MESSAGES_IN_EACH = 20;

export const isState = (name: string): name is State => STATES.some((state) => state === name);

/** Brings the databases from one state to the next one. */
export async function prepareTables({ site, ...floors }: Databases, state: State): Promise<void> {
	if (state === 'filled') {
		for (const url of Object.values(floors)) await run(url, FILL_FLOOR);
		await run(site, ...FILL_SITE);
		for (const url of [site, ...Object.values(floors)]) await run(url, 'vacuum analyze');
	}
	if (state === 'purged') {
		for (const url of Object.values(floors)) await run(url, `delete from floor where conversation like 'old-%'`);
		// What the hourly sweep does; the rest goes with the case.
		await run(site, `delete from cases where id in (select case_id from conversations where start_key like 'old-%')`);
	}
}

async function run(url: string, ...statements: string[]): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

/** Their ids lie before those that are given while it runs. */
const FILL_FLOOR = `insert into floor (id, conversation, seq, client_id, author, body)
	select -${MESSAGES_IN_EACH} * c - m, 'old-' || c, m, gen_random_uuid()::text, 'visitor', repeat(md5(random()::text), 4)
	from generate_series(1, ${OLD_CONVERSATIONS}) c, generate_series(1, ${MESSAGES_IN_EACH}) m`;

/** Beside the others in the same tables; their seals are noise of the usual length. */
const FILL_SITE = [
	`create temporary table old as select gen_random_uuid() as id, gen_random_uuid() as case_id, n
		from generate_series(1, ${OLD_CONVERSATIONS}) n`,
	`insert into cases (id, desk_id, organisation_id, language, opened_at, expires_on)
		select case_id, d.id, d.organisation_id, 'ru', now(), current_date + 20
		from old, (select id, organisation_id from desks limit 1) d`,
	`insert into conversations (id, case_id, desk_id, organisation_id, start_key, kind, language, opened_at, ended_at, ended_by,
			expires_on, last_seq)
		select old.id, case_id, desk_id, organisation_id, 'old-' || n, 'chat', 'ru', now(), now(), 'helper', current_date + 20,
			${MESSAGES_IN_EACH} from old join cases c on c.id = old.case_id`,
	`insert into messages (conversation_id, seq, client_id, author, kind, sealed, sent_at)
		select old.id, m, gen_random_uuid()::text, 'visitor', 'text', decode(repeat(md5(random()::text), 18), 'hex'), now()
		from old, generate_series(1, ${MESSAGES_IN_EACH}) m`,
];
