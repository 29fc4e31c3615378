import { randomUUID } from 'node:crypto';
import type { Network } from '../common/network.ts';
import { camel, columns } from './schema.ts';

/** Stands in columns that no reply may hold, whoever asks. */
export const CANARY = 'canary-4e8d';
const HEX = Buffer.from(CANARY).toString('hex');
const ELSEWHERE = 'drill-elsewhere';
/** Who else helps is no secret: a conversation can be handed over to them. */
const NAMES = { ru: 'В другом месте', fi: 'Muualla', en: 'Elsewhere' };

/** How a canary may look in a reply. */
export const SONGS = [CANARY, HEX, Buffer.from(CANARY).toString('base64').slice(0, 14)];

/** Columns that are no one's to see: their very names stand in no reply of the console's script or the API. */
export const HIDDEN = [...new Set(columns().map(({ name }) => name))]
	.filter((name) =>
		/_hash$|^sealed|secret|second_factor|challenge|^start_key$|^payload$|^locked_until$|^known_by$/.test(name),
	)
	.flatMap((name) => [name, camel(name)]);

/** Another organisation's people and talk, hashes of its doors, what it wrote down. */
export async function plantCanaries(network: Network): Promise<void> {
	const [person, kase, talk] = [randomUUID(), randomUUID(), randomUUID()];
	const bytes = (number: number): string => `'\\x${HEX}${String(number).padStart(2, '0').repeat(21)}'`;
	await network.sql(
		`insert into organisations (id, kind, names) values ($1, 'association', $2) on conflict do nothing`,
		[ELSEWHERE, NAMES],
	);
	const desk = `insert into desks (id, organisation_id, names) values ($1, $1, $2) on conflict do nothing`;
	await network.sql(desk, [ELSEWHERE, NAMES]);
	await network.sql(
		`insert into accounts (id, short_name, chosen_name, language, password_hash, second_factor, made_at)
		values ($1, $2, $3, 'fi', $3, ${bytes(1)}, now())`,
		[person, `${CANARY}-${person.slice(0, 8)}`, `${CANARY} ${CANARY}`],
	);
	await network.sql(`insert into memberships (account_id, organisation_id, role) values ($1, $2, 'adviser')`, [
		person,
		ELSEWHERE,
	]);
	await network.sql(
		`insert into invitations (token_hash, account_id, expires_at, password_hash) values (${bytes(2)} || uuid_send($1), $1, now(), $2)`,
		[person, CANARY],
	);
	await network.sql(
		`insert into sign_in_sessions (token_hash, account_id, began_at, seen_at, expires_at)
		values (${bytes(3)} || uuid_send($1), $1, now(), now(), now() + interval '1 hour')`,
		[person],
	);
	await network.sql(
		`insert into cases (id, desk_id, organisation_id, language, opened_at, expires_on, waiting_since)
		values ($1, $2, $2, 'ru', now(), current_date + 9, now())`,
		[kase, ELSEWHERE],
	);
	await network.sql(
		`insert into entries (case_id, number, client_id, kind, account_id, signed, sealed, written_at)
		values ($1, 1, $2, 'note', $3, $4, ${bytes(6)}, now())`,
		[kase, `${CANARY}-entry`, person, CANARY],
	);
	await network.sql(
		`insert into addresses (case_id, kind, sealed, given_at) values ($1, 'email', ${bytes(7)}, now())`,
		[kase],
	);
	await network.sql(
		`insert into callbacks (id, case_id, start_key, language, any_time, window_from, window_to, state, sealed,
			number_until, asked_at)
		values (gen_random_uuid(), $1, $2, 'ru', true, now(), now() + interval '1 day', 'waiting', ${bytes(8)},
			current_date + 9, now())`,
		[kase, `${CANARY}-call-${kase}`],
	);
	await network.sql(
		`insert into return_codes (code_hash, case_id, made_at) values (${bytes(4)} || uuid_send($1), $1, now())`,
		[kase],
	);
	await network.sql(
		`insert into conversations (id, case_id, desk_id, organisation_id, start_key, kind, language, page, opened_at, waiting_since, expires_on)
		values ($1, $2, $3, $3, $4, 'chat', 'ru', $5, now(), now(), current_date + 9)`,
		[talk, kase, ELSEWHERE, `${CANARY}-${talk}`, `/ru/${CANARY}`],
	);
	await network.sql(
		`insert into notes (conversation_id, number, client_id, account_id, signed, kind, sealed, written_at)
		values ($1, 1, $2, $3, $4, 'note', ${bytes(5)}, now())`,
		[talk, `${CANARY}-1`, person, CANARY],
	);
	await plantRegistration(network, bytes);
	await plantVolunteer(network, person, bytes);
	await network.sql(
		`insert into audit_entries (at, actor_kind, actor_id, action, subject, subject_id, reason) values (now(), 'staff', $1, 'read', $2, $2, $2)`,
		[person, CANARY],
	);
	await network.sql(
		`insert into search_misses (query, lang, month, times)
		values ($1, 'ru', date_trunc('month', now()), 1)`,
		[`${CANARY} ${person}`],
	);
	await network.sql(
		`insert into jobs (id, kind, key, payload, run_at) values (gen_random_uuid(), 'tidy', $1, $2, now() + interval '1 day')`,
		[`${CANARY}-${person}`, { note: CANARY }],
	);
}

/** Somebody who comes to what another organisation only plans so far. */
async function plantRegistration(network: Network, bytes: (number: number) => string): Promise<void> {
	const [occurrence, registration] = [randomUUID(), randomUUID()];
	const series = `drill-${occurrence.slice(0, 8)}`;
	await network.sql(
		`insert into series (id, organisation_id, activity_id, names, summary, languages, audience, mode, rule, from_day, skip,
			starts, minutes, takes_registration, capacity, state, changed_at)
		values ($1, $2, 'club', $3, '{}', '{ru}', 'open', 'online', '{"kind":"dates","days":[]}', current_date,
			'{"holidays":false,"spans":[]}', '12:00', 60, true, 5, 'draft', now())`,
		[series, ELSEWHERE, { ru: CANARY, fi: CANARY, en: CANARY }],
	);
	await network.sql(
		`insert into occurrences (id, series_id, original_day, day, starts, minutes, starts_at, ends_at, mode, walk_in, planned,
			state, changed_at)
		values ($1, $2, current_date + 9, current_date + 9, '12:00', 60, now() + interval '9 days',
			now() + interval '9 days 1 hour', 'online', 0, '{}', 'planned', now())`,
		[occurrence, series],
	);
	await network.sql(
		`insert into registrations (id, client_id, occurrence_id, turn, ticket, seats, state, language, booked_by, reached_by,
			known_by, code_hash, link_hash, sealed, erase_on, made_at, changed_at)
		values ($1, $2, $3, 1, 1000, 1, 'confirmed', 'ru', 'self', 'sms', ${bytes(9)}, ${bytes(10)} || uuid_send($1),
			${bytes(11)} || uuid_send($1), ${bytes(12)}, current_date + 39, now(), now())`,
		[registration, `${CANARY}-${registration}`, occurrence],
	);
	await network.sql(
		`insert into event_notices (id, registration_id, kind, about, key, state, due_at, made_at)
		values (gen_random_uuid(), $1, 'sms', 'confirmed', $2, 'failed', now(), now())`,
		[registration, CANARY],
	);
}

/** Somebody who helps another organisation, and somebody who would like to. */
async function plantVolunteer(network: Network, person: string, bytes: (number: number) => string): Promise<void> {
	const application = randomUUID();
	await network.sql(
		`insert into applications (id, client_id, organisation_id, language, languages, works, state, code_hash, link_hash, sealed,
			kept_until, made_at, changed_at)
		values ($1, $2, $3, 'ru', '{ru}', '{chat}', 'asked', ${bytes(13)} || uuid_send($1), ${bytes(14)} || uuid_send($1),
			${bytes(15)}, current_date + 90, now(), now())`,
		[application, `${CANARY}-${application}`, ELSEWHERE],
	);
	await network.sql(
		`insert into application_notices (id, application_id, kind, kept_until, sealed, state, due_at, made_at)
		values (gen_random_uuid(), $1, 'email', current_date + 90, ${bytes(16)}, 'waiting', now() + interval '9 days', now())`,
		[application],
	);
	await network.sql(
		`insert into volunteers (account_id, organisation_id, state, sealed, since, changed_at)
		values ($1, $2, 'active', ${bytes(17)}, current_date, now()) on conflict do nothing`,
		[person, ELSEWHERE],
	);
}
