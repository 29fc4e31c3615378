-- Made by `node bin/schema.ts --write` from the migrations; read it, do not edit it.

create function public.content_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update content_revision set revision = revision + 1;
	return null;
end
$function$;

create function public.move_calendar()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	update calendar_revision set number = number + 1;
	return null;
end
$function$;

create function public.parts_make_the_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if exists (
		select from fact_parts p join facts f on f.id = p.fact_id
		where p.fact_id = new.fact_id and p.dimension <> 'topic'
		group by p.dimension, f.quantity having sum(p.quantity) <> f.quantity
	) then
		raise exception 'the parts of fact % do not make up the whole', new.fact_id;
	end if;
	return null;
end
$function$;

create function public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception '% is append-only', tg_table_name;
end
$function$;

create function public.refuse_fact_on_reported_project()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if exists (select 1 from projects where id = new.project_id and kind = 'reported') then
		raise exception 'project % is shown as reported; nothing new is counted on it', new.project_id;
	end if;
	return new;
end
$function$;

create function public.refuse_own_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if new.override_reason is null and exists (select from revisions where id = new.revision and author = new.reviewer) then
		raise exception 'nobody reviews their own text' using errcode = 'check_violation';
	end if;
	return new;
end
$function$;

create function public.refuse_unreviewed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if exists (select from revisions r where r.id = new.revision and r.origin = 'editor' and not exists
			(select from reviews v where v.revision = r.id and v.verdict = 'approved')) then
		raise exception 'a text is published only after its review' using errcode = 'check_violation';
	end if;
	return new;
end
$function$;

create table absences (
	id uuid not null,
	account_id uuid not null,
	from_day date not null,
	to_day date not null,
	constraint absences_pkey PRIMARY KEY (id),
	constraint absences_check CHECK ((to_day >= from_day))
);

create table accounts (
	id uuid not null,
	short_name text not null,
	chosen_name text not null,
	language text not null,
	password_hash text,
	second_factor bytea,
	second_factor_step bigint default 0 not null,
	pledge_accepted_on date,
	is_demonstration boolean default false not null,
	made_at timestamp with time zone not null,
	closed_at timestamp with time zone,
	passkey_changes_known_until timestamp with time zone,
	may_help boolean default true not null,
	constraint accounts_pkey PRIMARY KEY (id),
	constraint accounts_short_name_key UNIQUE (short_name)
);

create table activities (
	id text not null,
	"position" integer not null,
	names jsonb not null,
	form text not null,
	minutes integer not null,
	takes_registration boolean not null,
	walk_in_percent integer not null,
	slot_minutes integer,
	starter_hash text,
	constraint activities_pkey PRIMARY KEY (id),
	constraint activities_form_check CHECK ((form = ANY (ARRAY['local'::text, 'remote'::text, 'training'::text]))),
	constraint activities_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
	constraint activities_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 240))),
	constraint activities_walk_in_percent_check CHECK (((walk_in_percent >= 0) AND (walk_in_percent <= 100)))
);

create table addresses (
	case_id uuid not null,
	kind text not null,
	sealed bytea not null,
	wants_text boolean default false not null,
	given_at timestamp with time zone not null,
	known_by bytea,
	unreachable_since timestamp with time zone,
	from_letter boolean default false not null,
	constraint addresses_pkey PRIMARY KEY (case_id, kind),
	constraint addresses_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'sms'::text])))
);

create table agreement_steps (
	agreement_id uuid not null,
	number integer not null,
	state text not null,
	on_day date not null,
	cause text,
	reason jsonb,
	instead jsonb,
	account_id uuid,
	noted_at timestamp with time zone not null,
	constraint agreement_steps_pkey PRIMARY KEY (agreement_id, number),
	constraint agreement_steps_cause_check CHECK ((cause = ANY (ARRAY['epidemic'::text, 'house-rules'::text, 'no-room'::text, 'no-staff'::text, 'moved'::text, 'no-demand'::text, 'term-over'::text, 'other'::text]))),
	constraint agreement_steps_check CHECK (((state = ANY (ARRAY['refused'::text, 'ended'::text])) = (cause IS NOT NULL))),
	constraint agreement_steps_number_check CHECK ((number > 0)),
	constraint agreement_steps_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'ended'::text])))
);

create table agreements (
	id uuid not null,
	client_id text not null,
	organisation_id text not null,
	partner_id text not null,
	place_id text,
	kind text not null,
	from_day date,
	to_day date,
	constraint agreements_pkey PRIMARY KEY (id),
	constraint agreements_check CHECK ((to_day >= from_day)),
	constraint agreements_check1 CHECK ((partner_id <> organisation_id)),
	constraint agreements_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint agreements_client_id_key UNIQUE (client_id),
	constraint agreements_kind_check CHECK ((kind = ANY (ARRAY['venue'::text, 'counselling'::text, 'network'::text])))
);

create table aliases (
	id bigint generated always as identity not null,
	item text not null,
	lang text not null,
	kind text not null,
	text text not null,
	added_by uuid,
	added_at timestamp with time zone not null,
	constraint aliases_pkey PRIMARY KEY (id),
	constraint aliases_item_lang_text_key UNIQUE (item, lang, text),
	constraint aliases_kind_check CHECK ((kind = ANY (ARRAY['former'::text, 'slang'::text, 'typo'::text, 'situation'::text, 'from-log'::text]))),
	constraint aliases_text_check CHECK ((text <> ''::text))
);

create table application_notices (
	id uuid not null,
	application_id uuid not null,
	kind text not null,
	kept_until date not null,
	sealed bytea,
	state text not null,
	reason text,
	due_at timestamp with time zone not null,
	tries integer default 0 not null,
	made_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	constraint application_notices_pkey PRIMARY KEY (id),
	constraint application_notices_check CHECK (((sealed IS NULL) OR (state = 'waiting'::text))),
	constraint application_notices_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'email'::text]))),
	constraint application_notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);

create table applications (
	id uuid not null,
	client_id text not null,
	organisation_id text not null,
	language text not null,
	languages text[] not null,
	works text[] not null,
	state text not null,
	holder uuid,
	account_id uuid,
	code_hash bytea not null,
	sealed bytea,
	kept_until date not null,
	made_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	link_hash bytea not null,
	answer text,
	constraint applications_pkey PRIMARY KEY (id),
	constraint applications_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint applications_client_id_key UNIQUE (client_id),
	constraint applications_code_hash_key UNIQUE (code_hash),
	constraint applications_link_hash_key UNIQUE (link_hash),
	constraint applications_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'interview'::text, 'training'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);

create table assignments (
	id uuid not null,
	shift_id uuid not null,
	account_id uuid not null,
	state text not null,
	by_way text not null,
	reason jsonb,
	offered_until timestamp with time zone,
	made_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	taken_at timestamp with time zone,
	constraint assignments_pkey PRIMARY KEY (id),
	constraint assignments_by_way_check CHECK ((by_way = ANY (ARRAY['self'::text, 'coordinator'::text, 'suggestion'::text, 'swap'::text]))),
	constraint assignments_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'asked'::text, 'taken'::text, 'done'::text, 'no-show'::text, 'declined'::text, 'withdrawn'::text])))
);

create table attachments (
	conversation_id uuid not null,
	seq integer not null,
	page integer not null,
	sealed bytea not null,
	constraint attachments_pkey PRIMARY KEY (conversation_id, seq, page),
	constraint attachments_page_check CHECK (((page >= 1) AND (page <= 10)))
);

create table audit_entries (
	id bigint generated always as identity not null,
	at timestamp with time zone not null,
	actor_kind text not null,
	actor_id uuid,
	action text not null,
	subject text not null,
	subject_id text not null,
	reason text,
	constraint audit_entries_pkey PRIMARY KEY (id)
);

create table board_marks (
	question_id uuid not null,
	number integer not null,
	account_id uuid not null,
	constraint board_marks_pkey PRIMARY KEY (question_id, number, account_id)
);

create table board_posts (
	question_id uuid not null,
	number integer not null,
	client_id text not null,
	account_id uuid not null,
	signed text not null,
	language text not null,
	text text not null,
	hidden text[] default '{}'::text[] not null,
	written_at timestamp with time zone not null,
	removed text,
	removed_why text,
	constraint board_posts_pkey PRIMARY KEY (question_id, number),
	constraint board_posts_check CHECK (((removed IS NULL) = (text <> ''::text))),
	constraint board_posts_check1 CHECK (((removed_why IS NULL) = (removed IS DISTINCT FROM 'hidden'::text))),
	constraint board_posts_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint board_posts_number_check CHECK ((number > 0)),
	constraint board_posts_question_id_client_id_key UNIQUE (question_id, client_id),
	constraint board_posts_removed_check CHECK ((removed = ANY (ARRAY['taken-back'::text, 'hidden'::text]))),
	constraint board_posts_removed_why_check CHECK ((removed_why = ANY (ARRAY['person'::text, 'wrong'::text, 'beside'::text, 'abuse'::text])))
);

create table board_questions (
	id uuid not null,
	client_id text not null,
	account_id uuid not null,
	topic text not null,
	service_id text,
	language text not null,
	answer_number integer,
	guide text,
	last_number integer not null,
	last_word_on date not null,
	constraint board_questions_pkey PRIMARY KEY (id),
	constraint board_questions_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint board_questions_client_id_key UNIQUE (client_id)
);

create table breaks (
	id uuid not null,
	organisation_id text not null,
	names jsonb not null,
	from_day date not null,
	to_day date not null,
	constraint breaks_pkey PRIMARY KEY (id),
	constraint breaks_check CHECK ((to_day >= from_day))
);

create table calendar_revision (
	one boolean default true not null,
	number bigint not null,
	constraint calendar_revision_pkey PRIMARY KEY (one),
	constraint calendar_revision_one_check CHECK (one)
);

create table callbacks (
	id uuid not null,
	case_id uuid not null,
	start_key text not null,
	language text not null,
	topic text,
	any_time boolean not null,
	window_from timestamp with time zone not null,
	window_to timestamp with time zone not null,
	entry_number integer,
	state text not null,
	holder uuid,
	taken_at timestamp with time zone,
	tries integer default 0 not null,
	last_try text,
	last_tried_at timestamp with time zone,
	sealed bytea,
	number_until date,
	asked_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	constraint callbacks_pkey PRIMARY KEY (id),
	constraint callbacks_check CHECK ((window_to > window_from)),
	constraint callbacks_check1 CHECK (((state = 'taken'::text) = (holder IS NOT NULL))),
	constraint callbacks_check2 CHECK (((state = ANY (ARRAY['waiting'::text, 'taken'::text])) = (sealed IS NOT NULL))),
	constraint callbacks_check3 CHECK (((sealed IS NULL) = (number_until IS NULL))),
	constraint callbacks_check4 CHECK (((sealed IS NULL) = (ended_at IS NOT NULL))),
	constraint callbacks_last_try_check CHECK ((last_try = ANY (ARRAY['no-answer'::text, 'busy'::text, 'wrong-number'::text]))),
	constraint callbacks_start_key_check CHECK (((length(start_key) >= 8) AND (length(start_key) <= 64))),
	constraint callbacks_start_key_key UNIQUE (start_key),
	constraint callbacks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'done'::text, 'cancelled'::text, 'given-up'::text])))
);

create table cases (
	id uuid not null,
	desk_id text not null,
	organisation_id text not null,
	language text not null,
	opened_at timestamp with time zone not null,
	expires_on date not null,
	words_until date,
	last_number integer default 0 not null,
	waiting_since timestamp with time zone,
	holder uuid,
	held_since timestamp with time zone,
	constraint cases_pkey PRIMARY KEY (id)
);

create table checks (
	id bigint generated always as identity not null,
	item text not null,
	lang text not null,
	how text not null,
	works boolean not null,
	device text default ''::text not null,
	note text default ''::text not null,
	checked_on date not null,
	checked_by uuid,
	made_at timestamp with time zone not null,
	constraint checks_pkey PRIMARY KEY (id),
	constraint checks_how_check CHECK ((how = ANY (ARRAY['walked'::text, 'read'::text, 'confirmed'::text, 'facts'::text])))
);

create table claims (
	id uuid not null,
	conversation_id uuid not null,
	account_id uuid not null,
	waiting_since timestamp with time zone not null,
	claimed_at timestamp with time zone not null,
	released_at timestamp with time zone,
	constraint claims_pkey PRIMARY KEY (id)
);

create table clerks (
	id uuid not null,
	conversation_id uuid not null,
	invited_by uuid not null,
	language text not null,
	sees_all boolean not null,
	link_hash bytea not null,
	browser_hash bytea,
	signed text,
	from_seq integer,
	made_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	came_at timestamp with time zone,
	tried_again_at timestamp with time zone,
	ended_at timestamp with time zone,
	constraint clerks_pkey PRIMARY KEY (id),
	constraint clerks_check CHECK ((num_nonnulls(browser_hash, signed, from_seq, came_at) = ANY (ARRAY[0, 4]))),
	constraint clerks_link_hash_key UNIQUE (link_hash)
);

create table closings (
	id uuid not null,
	contact_id uuid not null,
	desk_id text not null,
	organisation_id text not null,
	channel text not null,
	language text not null,
	closed_on date not null,
	closed_by uuid not null,
	fact_id uuid,
	corrected_by uuid,
	client_id text,
	place_id text,
	constraint closings_pkey PRIMARY KEY (id),
	constraint closings_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint closings_client_id_key UNIQUE (client_id),
	constraint closings_corrected_by_key UNIQUE (corrected_by)
);

create table contacts (
	id uuid not null,
	case_id uuid not null,
	closing_id uuid not null,
	desk_id text not null,
	organisation_id text not null,
	account_id uuid not null,
	helper_role text not null,
	signed text not null,
	channel text not null,
	place_id text,
	language text not null,
	happened_on date not null,
	minutes integer not null,
	topic text not null,
	service_id text,
	outcome text not null,
	referred_to text,
	constraint contacts_pkey PRIMARY KEY (id),
	constraint contacts_channel_check CHECK ((channel = ANY (ARRAY['chat'::text, 'phone'::text, 'email'::text, 'sms'::text, 'visit'::text, 'video'::text, 'event'::text]))),
	constraint contacts_closing_id_key UNIQUE (closing_id),
	constraint contacts_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440)))
);

create table content_revision (
	only_row boolean default true not null,
	revision bigint not null,
	constraint content_revision_pkey PRIMARY KEY (only_row),
	constraint content_revision_only_row_check CHECK (only_row)
);

create table conversations (
	id uuid not null,
	case_id uuid not null,
	desk_id text not null,
	organisation_id text not null,
	start_key text not null,
	kind text not null,
	language text not null,
	page text,
	opened_at timestamp with time zone not null,
	waiting_since timestamp with time zone,
	ended_at timestamp with time zone,
	ended_by text,
	due_on date,
	expires_on date not null,
	last_seq integer default 0 not null,
	visitor_read integer default 0 not null,
	helper_read integer default 0 not null,
	blocked_at timestamp with time zone,
	rated boolean default false not null,
	constraint conversations_pkey PRIMARY KEY (id),
	constraint conversations_ended_by_check CHECK ((ended_by = ANY (ARRAY['visitor'::text, 'helper'::text]))),
	constraint conversations_kind_check CHECK ((kind = ANY (ARRAY['chat'::text, 'question'::text, 'accessibility'::text]))),
	constraint conversations_start_key_key UNIQUE (start_key)
);

create table desk_exceptions (
	desk_id text not null,
	day date not null,
	opens time without time zone,
	closes time without time zone,
	opened_by uuid,
	constraint desk_exceptions_check CHECK ((closes > opens)),
	constraint desk_exceptions_desk_id_day_opens_key UNIQUE NULLS NOT DISTINCT (desk_id, day, opens)
);

create table desk_hours (
	desk_id text not null,
	weekday integer not null,
	opens time without time zone not null,
	closes time without time zone not null,
	constraint desk_hours_pkey PRIMARY KEY (desk_id, weekday, opens),
	constraint desk_hours_check CHECK ((closes > opens)),
	constraint desk_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table desk_presences (
	desk_id text not null,
	account_id uuid not null,
	seen_at timestamp with time zone not null,
	constraint desk_presences_pkey PRIMARY KEY (desk_id, account_id)
);

create table desk_spells (
	desk_id text not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	constraint desk_spells_pkey PRIMARY KEY (desk_id, starts_at),
	constraint desk_spells_check CHECK ((ends_at > starts_at))
);

create table desk_watches (
	only_one boolean default true not null,
	began_at timestamp with time zone not null,
	last_at timestamp with time zone not null,
	constraint desk_watches_pkey PRIMARY KEY (only_one),
	constraint desk_watches_only_one_check CHECK (only_one)
);

create table desks (
	id text not null,
	organisation_id text not null,
	names jsonb not null,
	zone text default 'Europe/Helsinki'::text not null,
	answers_site boolean default false not null,
	project_id text,
	plan_line text,
	opens_by text default 'hours'::text not null,
	talks_each integer default 3 not null,
	constraint desks_pkey PRIMARY KEY (id),
	constraint desks_opens_by_check CHECK ((opens_by = ANY (ARRAY['hours'::text, 'shifts'::text]))),
	constraint desks_talks_each_check CHECK (((talks_each >= 1) AND (talks_each <= 9)))
);

create table deviations (
	project_id text not null,
	line_id text not null,
	cause text not null,
	replaced_by text,
	card jsonb not null,
	constraint deviations_pkey PRIMARY KEY (project_id, line_id),
	constraint deviations_cause_check CHECK ((cause = ANY (ARRAY['venue-refused'::text, 'epidemic'::text, 'partner-moved'::text, 'staff'::text, 'demand'::text, 'other'::text])))
);

create table drafts (
	conversation_id uuid not null,
	account_id uuid not null,
	after_seq integer not null,
	sealed bytea not null,
	saved_at timestamp with time zone not null,
	constraint drafts_pkey PRIMARY KEY (conversation_id, account_id)
);

create table entries (
	case_id uuid not null,
	number integer not null,
	client_id text not null,
	kind text not null,
	channel text,
	account_id uuid,
	signed text,
	language text,
	hidden text[] default '{}'::text[] not null,
	sealed bytea not null,
	written_at timestamp with time zone not null,
	constraint entries_pkey PRIMARY KEY (case_id, number),
	constraint entries_case_id_client_id_key UNIQUE (case_id, client_id),
	constraint entries_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'email'::text, 'sms'::text, 'visit'::text, 'video'::text, 'event'::text, 'site'::text]))),
	constraint entries_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint entries_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'answer'::text, 'note'::text, 'referral'::text]))),
	constraint entries_number_check CHECK ((number > 0))
);

create table event_answers (
	id uuid not null,
	client_id text not null,
	occurrence_id uuid not null,
	language text not null,
	question text not null,
	answer text not null,
	account_id uuid,
	made_at timestamp with time zone not null,
	constraint event_answers_pkey PRIMARY KEY (id),
	constraint event_answers_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint event_answers_client_id_key UNIQUE (client_id),
	constraint event_answers_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
);

create table event_notices (
	id uuid not null,
	registration_id uuid not null,
	kind text not null,
	about text not null,
	key text not null,
	was jsonb,
	state text not null,
	reason text,
	due_at timestamp with time zone not null,
	tries integer default 0 not null,
	made_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	account_id uuid,
	told jsonb,
	held_until timestamp with time zone,
	constraint event_notices_pkey PRIMARY KEY (id),
	constraint event_notices_about_check CHECK ((about = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'offered'::text, 'offer-over'::text, 'seat-gone'::text, 'moved'::text, 'mode-changed'::text, 'cancelled'::text, 'replaced'::text, 'reminder'::text, 'withdrawn'::text]))),
	constraint event_notices_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'email'::text, 'call'::text]))),
	constraint event_notices_registration_id_key_key UNIQUE (registration_id, key),
	constraint event_notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'called'::text, 'dropped'::text])))
);

create table fact_parts (
	fact_id uuid not null,
	dimension text not null,
	code text not null,
	quantity integer not null,
	constraint fact_parts_pkey PRIMARY KEY (fact_id, dimension, code),
	constraint fact_parts_code_check CHECK (((length(code) >= 1) AND (length(code) <= 80))),
	constraint fact_parts_dimension_check CHECK ((dimension = ANY (ARRAY['age'::text, 'language'::text, 'gender'::text, 'first-time'::text, 'presence'::text, 'topic'::text]))),
	constraint fact_parts_quantity_check CHECK ((quantity > 0))
);

create table facts (
	id uuid not null,
	occurred_on date not null,
	recorded_on date not null,
	organisation_id text not null,
	project_id text,
	plan_line text,
	unit text not null,
	quantity numeric(9,2) not null,
	basis text not null,
	channel text,
	form text,
	topic text,
	service_id text,
	language text,
	outcome text,
	minutes integer,
	age_band text,
	gender text,
	helper_role text,
	reverses uuid,
	number bigint generated always as identity not null,
	place_id text,
	stuck_at text,
	need text,
	referred_to text,
	referred_by text,
	guide_missing boolean default false not null,
	followed_up text,
	work text,
	constraint facts_pkey PRIMARY KEY (id),
	constraint facts_basis_check CHECK ((basis = ANY (ARRAY['counted'::text, 'sample'::text, 'estimate'::text]))),
	constraint facts_hours_check CHECK (
CASE unit
    WHEN 'hour'::text THEN (work IS NOT NULL)
    ELSE ((work IS NULL) AND (num_nonnulls(channel, form) = 2))
END),
	constraint facts_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
	constraint facts_number_key UNIQUE (number),
	constraint facts_quantity_check CHECK (((quantity <> (0)::numeric) AND
CASE unit
    WHEN 'hour'::text THEN ((quantity * (4)::numeric) = trunc((quantity * (4)::numeric)))
    ELSE (quantity = trunc(quantity))
END)),
	constraint facts_reverses_key UNIQUE (reverses),
	constraint facts_unit_check CHECK ((unit = ANY (ARRAY['contact'::text, 'session'::text, 'visit'::text, 'participant'::text, 'download'::text, 'hour'::text])))
);

create table follow_ups (
	contact_id uuid not null,
	code text not null,
	account_id uuid not null,
	signed text not null,
	noted_on date not null,
	constraint follow_ups_pkey PRIMARY KEY (contact_id),
	constraint follow_ups_code_check CHECK ((code = ANY (ARRAY['reached'::text, 'helped'::text, 'not-reached'::text, 'unknown'::text])))
);

create table handovers (
	id uuid not null,
	conversation_id uuid not null,
	offered_by uuid not null,
	to_account uuid,
	to_desk text,
	note_number integer not null,
	offered_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	settled_by uuid,
	outcome text,
	to_organisation text,
	topic text,
	consent text,
	constraint handovers_pkey PRIMARY KEY (id),
	constraint handovers_check CHECK ((num_nonnulls(to_account, to_desk) = 1)),
	constraint handovers_check1 CHECK (((settled_at IS NULL) = (outcome IS NULL))),
	constraint handovers_check2 CHECK ((num_nonnulls(to_organisation, topic, consent) = ANY (ARRAY[0, 3]))),
	constraint handovers_check3 CHECK (((to_organisation IS NULL) OR (to_desk IS NOT NULL))),
	constraint handovers_consent_check CHECK ((consent = ANY (ARRAY['asked'::text, 'given'::text, 'refused'::text]))),
	constraint handovers_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])))
);

create table head_taps (
	client_id text not null,
	number bigint generated always as identity not null,
	occurrence_id uuid not null,
	account_id uuid not null,
	age_band text not null,
	is_first_time boolean not null,
	is_remote boolean not null,
	language text not null,
	is_undone boolean default false not null,
	came_late boolean default false not null,
	taken_on date not null,
	constraint head_taps_pkey PRIMARY KEY (client_id),
	constraint head_taps_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 56)))
);

create table headcounts (
	occurrence_id uuid not null,
	version integer not null,
	state text not null,
	method text,
	basis text,
	total integer,
	parts jsonb not null,
	topics text[] default '{}'::text[] not null,
	helpers integer,
	unmet integer,
	materials text,
	why text,
	fact_ids uuid[] default '{}'::uuid[] not null,
	closed_by uuid not null,
	closed_at timestamp with time zone not null,
	constraint headcounts_pkey PRIMARY KEY (occurrence_id, version),
	constraint headcounts_basis_check CHECK ((basis = ANY (ARRAY['counted'::text, 'sample'::text, 'estimate'::text]))),
	constraint headcounts_check CHECK (((state = 'held'::text) = (total IS NOT NULL))),
	constraint headcounts_check1 CHECK ((num_nonnulls(total, method, basis) = ANY (ARRAY[0, 3]))),
	constraint headcounts_check2 CHECK (((version > 1) = (why IS NOT NULL))),
	constraint headcounts_helpers_check CHECK (((helpers >= 0) AND (helpers <= 200))),
	constraint headcounts_materials_check CHECK ((materials = ANY (ARRAY['given'::text, 'none'::text, 'later'::text]))),
	constraint headcounts_method_check CHECK ((method = ANY (ARRAY['tally'::text, 'click-counter'::text, 'sign-in-list'::text, 'estimate'::text]))),
	constraint headcounts_state_check CHECK ((state = ANY (ARRAY['held'::text, 'cancelled'::text, 'replaced'::text]))),
	constraint headcounts_total_check CHECK (((total >= 0) AND (total <= 5000))),
	constraint headcounts_unmet_check CHECK (((unmet >= 0) AND (unmet <= 5000))),
	constraint headcounts_version_check CHECK ((version >= 1)),
	constraint headcounts_why_check CHECK (((length(why) >= 1) AND (length(why) <= 500)))
);

create table hour_entries (
	id uuid not null,
	client_id text not null,
	account_id uuid not null,
	organisation_id text not null,
	day date not null,
	work text not null,
	assignment_id uuid,
	quarters integer not null,
	state text not null,
	settled_by uuid,
	settled_on date,
	project_id text,
	plan_line text,
	fact_id uuid,
	made_at timestamp with time zone not null,
	reason text,
	proposed_quarters integer,
	link_made_by uuid,
	constraint hour_entries_pkey PRIMARY KEY (id),
	constraint hour_entries_assignment_id_key UNIQUE (assignment_id),
	constraint hour_entries_check CHECK ((settled_by IS DISTINCT FROM account_id)),
	constraint hour_entries_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint hour_entries_client_id_key UNIQUE (client_id),
	constraint hour_entries_fact_check CHECK (((state = 'confirmed'::text) = (fact_id IS NOT NULL))),
	constraint hour_entries_four_eyes CHECK (((state <> 'confirmed'::text) OR (settled_by IS DISTINCT FROM link_made_by))),
	constraint hour_entries_proposal_check CHECK (((proposed_quarters IS NULL) OR (reason = 'length'::text))),
	constraint hour_entries_proposed_quarters_check CHECK (((proposed_quarters >= 1) AND (proposed_quarters <= 96))),
	constraint hour_entries_quarters_check CHECK (((quarters >= 1) AND (quarters <= 96))),
	constraint hour_entries_reason_check CHECK ((reason = ANY (ARRAY['length'::text, 'day'::text, 'twice'::text, 'not-ours'::text, 'talk'::text]))),
	constraint hour_entries_rejected_check CHECK (((state = 'rejected'::text) = (reason IS NOT NULL))),
	constraint hour_entries_settled_check CHECK (
CASE state
    WHEN 'reported'::text THEN (settled_by IS NULL)
    WHEN 'withdrawn'::text THEN true
    ELSE (num_nonnulls(settled_by, settled_on) = 2)
END),
	constraint hour_entries_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text])))
);

create table installation (
	only_row boolean default true not null,
	kind text not null,
	made_at timestamp with time zone not null,
	keystore_mark bytea,
	constraint installation_pkey PRIMARY KEY (only_row),
	constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demonstration'::text, 'real'::text]))),
	constraint installation_only_row_check CHECK (only_row)
);

create table invitations (
	token_hash bytea not null,
	account_id uuid not null,
	expires_at timestamp with time zone not null,
	used_at timestamp with time zone,
	password_hash text,
	second_factor bytea,
	constraint invitations_pkey PRIMARY KEY (token_hash)
);

create table items (
	key text not null,
	source_lang text not null,
	made_at timestamp with time zone not null,
	constraint items_pkey PRIMARY KEY (key),
	constraint items_key_check CHECK ((key ~ '^(service|guide|term|change|video|material)/[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

create table jobs (
	id uuid not null,
	kind text not null,
	key text not null,
	payload jsonb default '{}'::jsonb not null,
	run_at timestamp with time zone not null,
	attempts integer default 0 not null,
	locked_until timestamp with time zone,
	finished_at timestamp with time zone,
	again_at timestamp with time zone,
	constraint jobs_pkey PRIMARY KEY (id)
);

create table links (
	url text not null,
	checked_at timestamp with time zone,
	outcome text,
	status integer,
	ok_at timestamp with time zone,
	fingerprint text,
	changed_at timestamp with time zone,
	failures integer default 0 not null,
	constraint links_pkey PRIMARY KEY (url),
	constraint links_outcome_check CHECK ((outcome = ANY (ARRAY['ok'::text, 'broken'::text, 'refused'::text, 'unreachable'::text])))
);

create table machine_drafts (
	conversation_id uuid not null,
	seq integer not null,
	language text not null,
	sealed bytea not null,
	made_at timestamp with time zone not null,
	constraint machine_drafts_pkey PRIMARY KEY (conversation_id, seq, language)
);

create table mail_links (
	token_hash bytea not null,
	case_id uuid not null,
	expires_at timestamp with time zone not null,
	used_at timestamp with time zone,
	constraint mail_links_pkey PRIMARY KEY (token_hash)
);

create table mailboxes (
	id text not null,
	uid_validity bigint,
	last_uid bigint default 0 not null,
	held_until timestamp with time zone,
	fetched_at timestamp with time zone,
	away_since timestamp with time zone,
	trouble text,
	constraint mailboxes_pkey PRIMARY KEY (id)
);

create table material_downloads (
	material_id uuid not null,
	month date not null,
	number integer not null,
	in_ledger integer default 0 not null,
	constraint material_downloads_pkey PRIMARY KEY (material_id, month),
	constraint material_downloads_check CHECK (((in_ledger >= 0) AND (in_ledger <= number))),
	constraint material_downloads_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
	constraint material_downloads_number_check CHECK ((number > 0))
);

create table material_files (
	material_id uuid not null,
	content bytea not null,
	constraint material_files_pkey PRIMARY KEY (material_id)
);

create table materials (
	id uuid not null,
	client_id text not null,
	series_id text not null,
	occurrence_id uuid,
	kind text not null,
	language text not null,
	title text not null,
	url text,
	item text,
	file_kind text,
	bytes integer,
	visible_from date,
	account_id uuid,
	made_at timestamp with time zone not null,
	removed_at timestamp with time zone,
	constraint materials_pkey PRIMARY KEY (id),
	constraint materials_bytes_check CHECK (((bytes >= 1) AND (bytes <= 10485760))),
	constraint materials_check CHECK (((url IS NOT NULL) = (kind = ANY (ARRAY['link'::text, 'recording'::text])))),
	constraint materials_check1 CHECK (((item IS NOT NULL) = (kind = 'page'::text))),
	constraint materials_check2 CHECK ((((file_kind IS NOT NULL) = (kind = 'file'::text)) AND ((bytes IS NOT NULL) = (kind = 'file'::text)))),
	constraint materials_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint materials_client_id_key UNIQUE (client_id),
	constraint materials_file_kind_check CHECK ((file_kind = ANY (ARRAY['pdf'::text, 'odt'::text, 'docx'::text, 'pptx'::text, 'png'::text, 'jpg'::text]))),
	constraint materials_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'recording'::text, 'page'::text, 'file'::text]))),
	constraint materials_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
);

create table memberships (
	account_id uuid not null,
	organisation_id text not null,
	role text not null,
	constraint memberships_pkey PRIMARY KEY (account_id, organisation_id, role),
	constraint memberships_role_check CHECK ((role = ANY (ARRAY['volunteer'::text, 'adviser'::text, 'coordinator'::text, 'regional'::text, 'editor'::text, 'clerk'::text, 'funder'::text, 'admin'::text])))
);

create table messages (
	conversation_id uuid not null,
	seq integer not null,
	client_id text not null,
	author text not null,
	account_id uuid,
	signed text,
	kind text not null,
	sealed bytea,
	about_seq integer,
	hidden text[] default '{}'::text[] not null,
	sent_at timestamp with time zone not null,
	language text,
	made text,
	constraint messages_pkey PRIMARY KEY (conversation_id, seq),
	constraint messages_author_check CHECK ((author = ANY (ARRAY['visitor'::text, 'helper'::text, 'desk'::text, 'clerk'::text]))),
	constraint messages_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint messages_conversation_id_client_id_key UNIQUE (conversation_id, client_id),
	constraint messages_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'card'::text, 'picture'::text, 'rendering'::text, 'claimed'::text, 'released'::text, 'left'::text, 'handed'::text, 'clerk-came'::text, 'clerk-left'::text, 'clerk-declined'::text, 'ended'::text, 'reopened'::text, 'redacted'::text, 'removed'::text]))),
	constraint messages_made_check CHECK ((made = ANY (ARRAY['human'::text, 'machine'::text, 'checked'::text]))),
	constraint messages_rendering_check CHECK ((((kind = 'rendering'::text) = (made IS NOT NULL)) AND ((kind <> 'rendering'::text) OR ((about_seq IS NOT NULL) AND (language IS NOT NULL))))),
	constraint messages_seq_check CHECK ((seq > 0))
);

create table migrations (
	name text not null,
	checksum text not null,
	ran_at timestamp with time zone default now() not null,
	constraint migrations_pkey PRIMARY KEY (name)
);

create table needs (
	id uuid not null,
	organisation_id text not null,
	series_id text,
	desk_id text,
	work text not null,
	places integer not null,
	languages text[] default '{}'::text[] not null,
	qualifications text[] default '{}'::text[] not null,
	sign_up text not null,
	weekday integer,
	starts time without time zone,
	minutes integer,
	until_day date,
	constraint needs_pkey PRIMARY KEY (id),
	constraint needs_check CHECK ((num_nonnulls(series_id, desk_id) = 1)),
	constraint needs_check1 CHECK (((desk_id IS NOT NULL) = (num_nonnulls(weekday, starts, minutes) = 3))),
	constraint needs_minutes_check CHECK (((minutes >= 15) AND (minutes <= 1440))),
	constraint needs_places_check CHECK (((places >= 1) AND (places <= 20))),
	constraint needs_sign_up_check CHECK ((sign_up = ANY (ARRAY['open'::text, 'approval'::text, 'invited'::text]))),
	constraint needs_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table notes (
	conversation_id uuid not null,
	number integer not null,
	client_id text not null,
	account_id uuid not null,
	signed text not null,
	kind text not null,
	about_number integer,
	sealed bytea not null,
	written_at timestamp with time zone not null,
	constraint notes_pkey PRIMARY KEY (conversation_id, number),
	constraint notes_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint notes_conversation_id_client_id_key UNIQUE (conversation_id, client_id),
	constraint notes_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'handover'::text, 'unsure'::text, 'answer'::text]))),
	constraint notes_number_check CHECK ((number > 0))
);

create table notices (
	id uuid not null,
	case_id uuid not null,
	kind text not null,
	about text not null,
	number integer,
	state text default 'waiting'::text not null,
	reason text,
	tries integer default 0 not null,
	due_at timestamp with time zone not null,
	made_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	address_hash bytea,
	message_hash bytea,
	constraint notices_pkey PRIMARY KEY (id),
	constraint notices_about_check CHECK ((about = ANY (ARRAY['received'::text, 'answer'::text]))),
	constraint notices_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'sms'::text]))),
	constraint notices_message_hash_key UNIQUE (message_hash),
	constraint notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);

create table occurrences (
	id uuid not null,
	series_id text not null,
	original_day date not null,
	day date not null,
	starts time without time zone not null,
	minutes integer not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	mode text not null,
	place_id text,
	link text,
	capacity integer,
	walk_in integer not null,
	slot_minutes integer,
	names jsonb,
	notice jsonb,
	planned jsonb not null,
	state text not null,
	cause text,
	reason jsonb,
	replaced_by uuid,
	replaced_by_line text,
	detached boolean default false not null,
	is_full boolean default false not null,
	last_turn integer default 0 not null,
	sequence integer default 0 not null,
	changed_at timestamp with time zone not null,
	in_place_of date,
	constraint occurrences_pkey PRIMARY KEY (id),
	constraint occurrences_capacity_check CHECK (((capacity >= 1) AND (capacity <= 5000))),
	constraint occurrences_cause CHECK (((state <> ALL (ARRAY['cancelled'::text, 'replaced'::text])) OR (cause IS NOT NULL))),
	constraint occurrences_cause_check CHECK ((cause = ANY (ARRAY['venue-refused'::text, 'epidemic'::text, 'partner-moved'::text, 'staff'::text, 'demand'::text, 'weather'::text, 'other'::text]))),
	constraint occurrences_check CHECK ((ends_at > starts_at)),
	constraint occurrences_check2 CHECK (((state = 'replaced'::text) OR (num_nonnulls(replaced_by, replaced_by_line) = 0))),
	constraint occurrences_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
	constraint occurrences_mode_check CHECK ((mode = ANY (ARRAY['on-site'::text, 'online'::text, 'both'::text]))),
	constraint occurrences_series_id_original_day_key UNIQUE (series_id, original_day),
	constraint occurrences_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 240))),
	constraint occurrences_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text, 'replaced'::text]))),
	constraint occurrences_walk_in_check CHECK ((walk_in >= 0))
);

create table organisations (
	id text not null,
	kind text not null,
	names jsonb not null,
	is_demonstration boolean default false not null,
	parent_id text,
	languages text[] default '{}'::text[] not null,
	website text,
	kept_by text,
	revision integer default 1 not null,
	constraint organisations_pkey PRIMARY KEY (id),
	constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['central-organisation'::text, 'association'::text, 'chapter'::text, 'authority'::text, 'library'::text, 'municipality'::text, 'regional-council'::text, 'funder'::text])))
);

create table passkey_challenges (
	browser_hash bytea not null,
	challenge text not null,
	purpose text not null,
	account_id uuid,
	expires_at timestamp with time zone not null,
	constraint passkey_challenges_pkey PRIMARY KEY (browser_hash),
	constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'add'::text, 'accept'::text])))
);

create table passkeys (
	id uuid not null,
	account_id uuid not null,
	credential_id text not null,
	public_key bytea not null,
	counter bigint not null,
	device_name text not null,
	added_on date not null,
	last_used_on date,
	constraint passkeys_pkey PRIMARY KEY (id),
	constraint passkeys_credential_id_key UNIQUE (credential_id)
);

create table phrases (
	id uuid not null,
	client_id text not null,
	organisation_id text,
	topic text,
	texts jsonb not null,
	proposed_by uuid not null,
	proposed_at timestamp with time zone not null,
	agreed_by uuid,
	agreed_at timestamp with time zone,
	constraint phrases_pkey PRIMARY KEY (id),
	constraint phrases_check CHECK (((agreed_by IS NULL) = (agreed_at IS NULL))),
	constraint phrases_check1 CHECK ((agreed_by IS DISTINCT FROM proposed_by)),
	constraint phrases_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint phrases_client_id_key UNIQUE (client_id)
);

create table pictures (
	id text not null,
	width integer not null,
	height integer not null,
	webp bytea not null,
	jpeg bytea not null,
	added_by uuid not null,
	added_at timestamp with time zone not null,
	constraint pictures_pkey PRIMARY KEY (id)
);

create table plan_lines (
	project_id text not null,
	version integer not null,
	id text not null,
	"position" integer not null,
	targets jsonb not null,
	card jsonb not null,
	constraint plan_lines_pkey PRIMARY KEY (project_id, version, id)
);

create table plan_versions (
	project_id text not null,
	version integer not null,
	dated_on date,
	card jsonb not null,
	constraint plan_versions_pkey PRIMARY KEY (project_id, version),
	constraint plan_versions_version_check CHECK ((version > 0))
);

create table projects (
	id text not null,
	"position" integer not null,
	organisation_id text not null,
	kind text not null,
	is_demonstration boolean default false not null,
	starts_on date,
	ends_on date,
	card jsonb not null,
	constraint projects_pkey PRIMARY KEY (id),
	constraint projects_kind_check CHECK ((kind = ANY (ARRAY['reported'::text, 'running'::text])))
);

create table publications (
	id bigint generated always as identity not null,
	item text not null,
	lang text not null,
	revision bigint,
	starts_at timestamp with time zone not null,
	published_by uuid,
	made_at timestamp with time zone not null,
	constraint publications_pkey PRIMARY KEY (id)
);

create table qualifications (
	id uuid not null,
	account_id uuid not null,
	code text not null,
	granted_on date not null,
	expires_on date,
	granted_by uuid not null,
	revoked_on date,
	constraint qualifications_pkey PRIMARY KEY (id),
	constraint qualifications_check CHECK (((expires_on IS NULL) OR (expires_on > granted_on))),
	constraint qualifications_check1 CHECK ((granted_by <> account_id)),
	constraint qualifications_code_check CHECK ((code = ANY (ARRAY['basic'::text, 'safety'::text, 'ethics'::text, 'chat'::text, 'interpreting'::text, 'acting-on-behalf'::text, 'youth-check'::text])))
);

create table ratings (
	desk_id text not null,
	quarter text not null,
	face text not null,
	times integer not null,
	constraint ratings_pkey PRIMARY KEY (desk_id, quarter, face),
	constraint ratings_face_check CHECK ((face = ANY (ARRAY['good'::text, 'so-so'::text, 'bad'::text]))),
	constraint ratings_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text)),
	constraint ratings_times_check CHECK ((times > 0))
);

create table referrals (
	case_id uuid not null,
	client_id text not null,
	organisation_id text not null,
	account_id uuid not null,
	topic text not null,
	service_id text,
	language text not null,
	how text not null,
	referred_on date not null,
	code_made_at timestamp with time zone,
	outcome text,
	settled_on date,
	constraint referrals_pkey PRIMARY KEY (case_id),
	constraint referrals_check CHECK (((outcome IS NULL) = (settled_on IS NULL))),
	constraint referrals_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint referrals_client_id_key UNIQUE (client_id),
	constraint referrals_how_check CHECK ((how = ANY (ARRAY['here'::text, 'will-come'::text]))),
	constraint referrals_outcome_check CHECK ((outcome = ANY (ARRAY['helped'::text, 'not-solved'::text, 'not-reached'::text])))
);

create table registrations (
	id uuid not null,
	client_id text not null,
	occurrence_id uuid not null,
	slot_id uuid,
	turn integer not null,
	ticket integer not null,
	seats integer not null,
	state text not null,
	held_until timestamp with time zone,
	is_lengthened boolean default false not null,
	offered_until timestamp with time zone,
	short_since timestamp with time zone,
	language text not null,
	needs text[] default '{}'::text[] not null,
	booked_by text not null,
	account_id uuid,
	reached_by text not null,
	known_by bytea,
	code_hash bytea not null,
	link_hash bytea,
	sealed bytea,
	erase_on date not null,
	presence text,
	made_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	filled_at timestamp with time zone,
	constraint registrations_pkey PRIMARY KEY (id),
	constraint registrations_booked_by_check CHECK ((booked_by = ANY (ARRAY['self'::text, 'helper'::text, 'phone'::text]))),
	constraint registrations_check CHECK (((state = 'held'::text) = (held_until IS NOT NULL))),
	constraint registrations_check1 CHECK (((state = 'offered'::text) = (offered_until IS NOT NULL))),
	constraint registrations_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 64))),
	constraint registrations_client_id_key UNIQUE (client_id),
	constraint registrations_code_hash_key UNIQUE (code_hash),
	constraint registrations_link_hash_key UNIQUE (link_hash),
	constraint registrations_occurrence_id_ticket_key UNIQUE (occurrence_id, ticket),
	constraint registrations_occurrence_id_turn_key UNIQUE (occurrence_id, turn),
	constraint registrations_presence_check CHECK ((presence = ANY (ARRAY['came'::text, 'absent'::text]))),
	constraint registrations_reached_by_check CHECK ((reached_by = ANY (ARRAY['sms'::text, 'email'::text, 'phone'::text, 'none'::text]))),
	constraint registrations_seats_check CHECK (((seats >= 1) AND (seats <= 20))),
	constraint registrations_state_check CHECK ((state = ANY (ARRAY['held'::text, 'confirmed'::text, 'waiting'::text, 'offered'::text, 'declined'::text, 'expired'::text, 'cancelled'::text]))),
	constraint registrations_ticket_check CHECK (((ticket >= 1000) AND (ticket <= 9999)))
);

create table reported_lines (
	project_id text not null,
	line_id text not null,
	"position" integer not null,
	outcome text,
	sessions integer,
	people integer,
	card jsonb not null,
	constraint reported_lines_pkey PRIMARY KEY (project_id, line_id),
	constraint reported_lines_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'held-extra'::text, 'not-held'::text, 'form-changed'::text, 'published'::text]))),
	constraint reported_lines_people_check CHECK ((people >= 0)),
	constraint reported_lines_sessions_check CHECK ((sessions >= 0))
);

create table retention_runs (
	id uuid not null,
	job text not null,
	began_at timestamp with time zone not null,
	finished_at timestamp with time zone not null,
	rows_deleted integer not null,
	key_days date[] default '{}'::date[] not null,
	constraint retention_runs_pkey PRIMARY KEY (id),
	constraint retention_runs_rows_deleted_check CHECK ((rows_deleted >= 0))
);

create table return_codes (
	code_hash bytea not null,
	case_id uuid not null,
	made_at timestamp with time zone not null,
	handed_out boolean default false not null,
	constraint return_codes_pkey PRIMARY KEY (code_hash)
);

create table review_requests (
	revision bigint not null,
	requested_by uuid not null,
	requested_at timestamp with time zone not null,
	constraint review_requests_pkey PRIMARY KEY (revision)
);

create table reviews (
	id bigint generated always as identity not null,
	revision bigint not null,
	reviewer uuid not null,
	verdict text not null,
	note text default ''::text not null,
	override_reason text,
	made_at timestamp with time zone not null,
	constraint reviews_pkey PRIMARY KEY (id),
	constraint reviews_override_reason_check CHECK ((override_reason <> ''::text)),
	constraint reviews_verdict_check CHECK ((verdict = ANY (ARRAY['approved'::text, 'returned'::text])))
);

create table revisions (
	id bigint generated always as identity not null,
	item text not null,
	lang text not null,
	number integer not null,
	parent bigint,
	content jsonb not null,
	origin text not null,
	author uuid,
	note text not null,
	scope text default 'major'::text not null,
	made_at timestamp with time zone not null,
	constraint revisions_pkey PRIMARY KEY (id),
	constraint revisions_check CHECK (((origin = 'editor'::text) = (author IS NOT NULL))),
	constraint revisions_item_lang_number_key UNIQUE (item, lang, number),
	constraint revisions_number_check CHECK ((number > 0)),
	constraint revisions_origin_check CHECK ((origin = ANY (ARRAY['starter'::text, 'import'::text, 'editor'::text]))),
	constraint revisions_scope_check CHECK ((scope = ANY (ARRAY['major'::text, 'minor'::text])))
);

create table search_misses (
	query text not null,
	lang text not null,
	month date not null,
	times integer not null,
	constraint search_misses_pkey PRIMARY KEY (query, lang, month),
	constraint search_misses_times_check CHECK ((times > 0))
);

create table series (
	id text not null,
	organisation_id text not null,
	activity_id text not null,
	partner_ids text[] default '{}'::text[] not null,
	names jsonb not null,
	summary jsonb not null,
	languages text[] not null,
	audience text not null,
	mode text not null,
	place_id text,
	link text,
	rule jsonb not null,
	from_day date not null,
	until_day date,
	times integer,
	skip jsonb not null,
	starts time without time zone not null,
	minutes integer not null,
	zone text default 'Europe/Helsinki'::text not null,
	takes_registration boolean not null,
	capacity integer,
	walk_in integer default 0 not null,
	slot_minutes integer,
	project_id text,
	plan_line text,
	state text not null,
	previous_id text,
	revision integer default 1 not null,
	changed_at timestamp with time zone not null,
	constraint series_pkey PRIMARY KEY (id),
	constraint series_audience_check CHECK ((audience = ANY (ARRAY['open'::text, 'seniors'::text, 'youth'::text, 'associations'::text, 'volunteers'::text]))),
	constraint series_capacity_check CHECK (((capacity >= 1) AND (capacity <= 5000))),
	constraint series_check CHECK ((until_day >= from_day)),
	constraint series_check1 CHECK (((capacity IS NULL) OR (walk_in <= capacity))),
	constraint series_id_check CHECK (((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(id) <= 60))),
	constraint series_is_no_page CHECK ((id <> ALL (ARRAY['month'::text, 'new'::text, 'share'::text, 'export'::text, 'breaks'::text, 'people'::text, 'close'::text, 'tally'::text, 'materials'::text]))),
	constraint series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
	constraint series_mode_check CHECK ((mode = ANY (ARRAY['on-site'::text, 'online'::text, 'both'::text]))),
	constraint series_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 240))),
	constraint series_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'public'::text, 'ended'::text]))),
	constraint series_times_check CHECK (((times >= 1) AND (times <= 400))),
	constraint series_walk_in_check CHECK ((walk_in >= 0))
);

create table service_points (
	id text not null,
	"position" integer not null,
	organisation_id text,
	starter_hash text,
	card jsonb not null,
	kept_by text,
	checked_by uuid,
	revision integer default 1 not null,
	constraint service_points_pkey PRIMARY KEY (id)
);

create table services (
	id text not null,
	"position" integer not null,
	card jsonb not null,
	revised_at timestamp with time zone not null,
	starter_hash text,
	constraint services_pkey PRIMARY KEY (id)
);

create table settled_misses (
	query text not null,
	lang text not null,
	settled_by uuid not null,
	settled_on date not null,
	constraint settled_misses_pkey PRIMARY KEY (query, lang)
);

create table shifts (
	id uuid not null,
	need_id uuid,
	organisation_id text not null,
	occurrence_id uuid,
	desk_id text,
	work text not null,
	day date not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	places integer not null,
	languages text[] default '{}'::text[] not null,
	qualifications text[] default '{}'::text[] not null,
	sign_up text not null,
	state text not null,
	changed_at timestamp with time zone not null,
	is_by_hand boolean default false not null,
	place_id text,
	moved_at timestamp with time zone,
	constraint shifts_pkey PRIMARY KEY (id),
	constraint shifts_at CHECK ((num_nonnulls(occurrence_id, desk_id) <= 1)),
	constraint shifts_check CHECK ((ends_at > starts_at)),
	constraint shifts_places_check CHECK (((places >= 1) AND (places <= 20))),
	constraint shifts_sign_up_check CHECK ((sign_up = ANY (ARRAY['open'::text, 'approval'::text, 'invited'::text]))),
	constraint shifts_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text])))
);

create table sign_in_failures (
	id uuid not null,
	name_hash bytea not null,
	failed_at timestamp with time zone not null,
	constraint sign_in_failures_pkey PRIMARY KEY (id)
);

create table sign_in_sessions (
	token_hash bytea not null,
	account_id uuid not null,
	began_at timestamp with time zone not null,
	seen_at timestamp with time zone not null,
	expires_at timestamp with time zone not null,
	proof_hash bytea,
	proven_until timestamp with time zone,
	constraint sign_in_sessions_pkey PRIMARY KEY (token_hash)
);

create table slots (
	id uuid not null,
	occurrence_id uuid not null,
	starts_at timestamp with time zone not null,
	minutes integer not null,
	is_walk_in boolean not null,
	constraint slots_pkey PRIMARY KEY (id),
	constraint slots_minutes_check CHECK (((minutes >= 5) AND (minutes <= 240))),
	constraint slots_occurrence_id_starts_at_key UNIQUE (occurrence_id, starts_at)
);

create table sms_received (
	id text not null,
	received_at timestamp with time zone not null,
	constraint sms_received_pkey PRIMARY KEY (id),
	constraint sms_received_id_check CHECK (((length(id) >= 1) AND (length(id) <= 100)))
);

create table struck_aliases (
	item text not null,
	lang text not null,
	text text not null,
	struck_by uuid not null,
	constraint struck_aliases_pkey PRIMARY KEY (item, lang, text)
);

create table swaps (
	id uuid not null,
	assignment_id uuid not null,
	to_account uuid,
	state text not null,
	taken_by uuid,
	made_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	other_id uuid,
	constraint swaps_pkey PRIMARY KEY (id),
	constraint swaps_check CHECK (((state = 'accepted'::text) = (taken_by IS NOT NULL))),
	constraint swaps_exchange_names_one CHECK (((other_id IS NULL) OR (to_account IS NOT NULL))),
	constraint swaps_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))
);

create table taken_mails (
	hash bytea not null,
	arrived_on date not null,
	became text not null,
	constraint taken_mails_pkey PRIMARY KEY (hash),
	constraint taken_mails_became_check CHECK ((became = ANY (ARRAY['case'::text, 'entry'::text, 'report'::text, 'automatic'::text, 'own'::text, 'unreadable'::text])))
);

create table tallies (
	id uuid not null,
	desk_id text not null,
	organisation_id text not null,
	place_id text,
	event text,
	day date not null,
	opened_by uuid not null,
	closed_on date,
	constraint tallies_pkey PRIMARY KEY (id),
	constraint tallies_check CHECK ((num_nonnulls(place_id, event) = 1)),
	constraint tallies_event_check CHECK (((length(event) >= 1) AND (length(event) <= 80)))
);

create table tally_hands (
	id uuid not null,
	tally_id uuid not null,
	account_id uuid not null,
	helper_role text not null,
	constraint tally_hands_pkey PRIMARY KEY (id),
	constraint tally_hands_tally_id_account_id_key UNIQUE (tally_id, account_id)
);

create table taps (
	client_id text not null,
	number bigint generated always as identity not null,
	tally_id uuid not null,
	hand_id uuid not null,
	closing_id uuid,
	topic text not null,
	outcome text not null,
	minutes integer not null,
	language text not null,
	age_band text,
	is_undone boolean default false not null,
	came_late boolean default false not null,
	constraint taps_pkey PRIMARY KEY (client_id),
	constraint taps_client_id_check CHECK (((length(client_id) >= 8) AND (length(client_id) <= 56))),
	constraint taps_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440)))
);

create table training_steps (
	account_id uuid not null,
	step text not null,
	done_on date not null,
	constraint training_steps_pkey PRIMARY KEY (account_id, step)
);

create table visitor_sessions (
	token_hash bytea not null,
	case_id uuid not null,
	began_at timestamp with time zone not null,
	constraint visitor_sessions_pkey PRIMARY KEY (token_hash)
);

create table volunteer_notices (
	id uuid not null,
	account_id uuid not null,
	kind text not null,
	about text not null,
	key text not null,
	shift_id uuid,
	state text not null,
	reason text,
	due_at timestamp with time zone not null,
	tries integer default 0 not null,
	made_at timestamp with time zone not null,
	settled_at timestamp with time zone,
	said_start timestamp with time zone,
	held_until timestamp with time zone,
	called_by uuid,
	constraint volunteer_notices_pkey PRIMARY KEY (id),
	constraint volunteer_notices_account_id_key_key UNIQUE (account_id, key),
	constraint volunteer_notices_called CHECK (((state = 'called'::text) = (called_by IS NOT NULL))),
	constraint volunteer_notices_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'email'::text, 'page'::text]))),
	constraint volunteer_notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'called'::text, 'dropped'::text])))
);

create table volunteers (
	account_id uuid not null,
	organisation_id text not null,
	state text not null,
	paused_until date,
	languages text[] default '{}'::text[] not null,
	works text[] default '{}'::text[] not null,
	known_works text[] default '{}'::text[] not null,
	free jsonb default '[]'::jsonb not null,
	place_ids text[] default '{}'::text[] not null,
	is_remote boolean default true not null,
	least_minutes integer default 120 not null,
	most_minutes integer default 300 not null,
	reached_by text default 'none'::text not null,
	sealed bytea,
	link_hash bytea,
	feed_hash bytea,
	asked_at timestamp with time zone,
	since date not null,
	changed_at timestamp with time zone not null,
	link_made_by uuid,
	constraint volunteers_pkey PRIMARY KEY (account_id),
	constraint volunteers_check CHECK ((most_minutes >= least_minutes)),
	constraint volunteers_check1 CHECK (((state = 'paused'::text) OR (paused_until IS NULL))),
	constraint volunteers_feed_hash_key UNIQUE (feed_hash),
	constraint volunteers_least_minutes_check CHECK ((least_minutes >= 0)),
	constraint volunteers_link_hash_key UNIQUE (link_hash),
	constraint volunteers_reached_by_check CHECK ((reached_by = ANY (ARRAY['sms'::text, 'email'::text, 'none'::text]))),
	constraint volunteers_state_check CHECK ((state = ANY (ARRAY['training'::text, 'active'::text, 'paused'::text, 'left'::text])))
);

create table wait_counts (
	desk_id text not null,
	month date not null,
	weekday integer not null,
	hour integer not null,
	channel text not null,
	became text not null,
	times integer not null,
	constraint wait_counts_pkey PRIMARY KEY (desk_id, month, weekday, hour, channel, became),
	constraint wait_counts_became_check CHECK ((became = ANY (ARRAY['within-1'::text, 'within-5'::text, 'within-15'::text, 'within-60'::text, 'within-1440'::text, 'later'::text, 'abandoned'::text, 'unanswered'::text, 'blocked'::text]))),
	constraint wait_counts_channel_check CHECK ((channel = ANY (ARRAY['chat'::text, 'question'::text, 'phone'::text, 'email'::text, 'sms'::text, 'visit'::text, 'video'::text, 'event'::text]))),
	constraint wait_counts_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
	constraint wait_counts_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
	constraint wait_counts_times_check CHECK ((times >= 0)),
	constraint wait_counts_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table waits (
	subject_id uuid not null,
	began_at timestamp with time zone not null,
	case_id uuid not null,
	desk_id text not null,
	channel text not null,
	became text not null,
	constraint waits_pkey PRIMARY KEY (subject_id, began_at)
);

alter table absences add constraint absences_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table addresses add constraint addresses_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table agreement_steps add constraint agreement_steps_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table agreement_steps add constraint agreement_steps_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id) ON DELETE CASCADE;
alter table agreements add constraint agreements_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table agreements add constraint agreements_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES organisations(id);
alter table agreements add constraint agreements_place_id_fkey FOREIGN KEY (place_id) REFERENCES service_points(id);
alter table aliases add constraint aliases_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts(id);
alter table aliases add constraint aliases_item_fkey FOREIGN KEY (item) REFERENCES items(key);
alter table application_notices add constraint application_notices_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE;
alter table applications add constraint applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table applications add constraint applications_holder_fkey FOREIGN KEY (holder) REFERENCES accounts(id);
alter table applications add constraint applications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table assignments add constraint assignments_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table assignments add constraint assignments_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES shifts(id);
alter table attachments add constraint attachments_conversation_id_seq_fkey FOREIGN KEY (conversation_id, seq) REFERENCES messages(conversation_id, seq) ON DELETE CASCADE;
alter table board_marks add constraint board_marks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table board_marks add constraint board_marks_question_id_number_fkey FOREIGN KEY (question_id, number) REFERENCES board_posts(question_id, number) ON DELETE CASCADE;
alter table board_posts add constraint board_posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table board_posts add constraint board_posts_question_id_fkey FOREIGN KEY (question_id) REFERENCES board_questions(id) ON DELETE CASCADE;
alter table board_questions add constraint board_questions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table board_questions add constraint board_questions_guide_fkey FOREIGN KEY (guide) REFERENCES items(key);
alter table breaks add constraint breaks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table callbacks add constraint callbacks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table callbacks add constraint callbacks_holder_fkey FOREIGN KEY (holder) REFERENCES accounts(id);
alter table cases add constraint cases_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table cases add constraint cases_holder_fkey FOREIGN KEY (holder) REFERENCES accounts(id);
alter table cases add constraint cases_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table checks add constraint checks_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES accounts(id);
alter table checks add constraint checks_item_fkey FOREIGN KEY (item) REFERENCES items(key);
alter table claims add constraint claims_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table claims add constraint claims_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table clerks add constraint clerks_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table clerks add constraint clerks_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id);
alter table closings add constraint closings_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts(id);
alter table closings add constraint closings_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES closings(id);
alter table closings add constraint closings_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table closings add constraint closings_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id);
alter table closings add constraint closings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table contacts add constraint contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table contacts add constraint contacts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table contacts add constraint contacts_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES closings(id);
alter table contacts add constraint contacts_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table contacts add constraint contacts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table conversations add constraint conversations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table conversations add constraint conversations_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table conversations add constraint conversations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table desk_exceptions add constraint desk_exceptions_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table desk_exceptions add constraint desk_exceptions_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts(id);
alter table desk_hours add constraint desk_hours_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table desk_presences add constraint desk_presences_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table desk_presences add constraint desk_presences_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table desk_spells add constraint desk_spells_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table desks add constraint desks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table deviations add constraint deviations_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id);
alter table drafts add constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table drafts add constraint drafts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table entries add constraint entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table entries add constraint entries_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table event_answers add constraint event_answers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table event_answers add constraint event_answers_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id) ON DELETE CASCADE;
alter table event_notices add constraint event_notices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table event_notices add constraint event_notices_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;
alter table fact_parts add constraint fact_parts_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id);
alter table facts add constraint facts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table facts add constraint facts_reverses_fkey FOREIGN KEY (reverses) REFERENCES facts(id);
alter table follow_ups add constraint follow_ups_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table follow_ups add constraint follow_ups_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE;
alter table handovers add constraint handovers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table handovers add constraint handovers_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES accounts(id);
alter table handovers add constraint handovers_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES accounts(id);
alter table handovers add constraint handovers_to_account_fkey FOREIGN KEY (to_account) REFERENCES accounts(id);
alter table handovers add constraint handovers_to_desk_fkey FOREIGN KEY (to_desk) REFERENCES desks(id);
alter table handovers add constraint handovers_to_organisation_fkey FOREIGN KEY (to_organisation) REFERENCES organisations(id);
alter table head_taps add constraint head_taps_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table head_taps add constraint head_taps_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id) ON DELETE CASCADE;
alter table headcounts add constraint headcounts_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts(id);
alter table headcounts add constraint headcounts_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id);
alter table hour_entries add constraint hour_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table hour_entries add constraint hour_entries_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments(id);
alter table hour_entries add constraint hour_entries_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id);
alter table hour_entries add constraint hour_entries_link_made_by_fkey FOREIGN KEY (link_made_by) REFERENCES accounts(id);
alter table hour_entries add constraint hour_entries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table hour_entries add constraint hour_entries_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id);
alter table hour_entries add constraint hour_entries_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES accounts(id);
alter table invitations add constraint invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table machine_drafts add constraint machine_drafts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table mail_links add constraint mail_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table material_downloads add constraint material_downloads_material_id_fkey FOREIGN KEY (material_id) REFERENCES materials(id) ON DELETE CASCADE;
alter table material_files add constraint material_files_material_id_fkey FOREIGN KEY (material_id) REFERENCES materials(id) ON DELETE CASCADE;
alter table materials add constraint materials_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table materials add constraint materials_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id) ON DELETE SET NULL;
alter table materials add constraint materials_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id);
alter table memberships add constraint memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table memberships add constraint memberships_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table messages add constraint messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table messages add constraint messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table needs add constraint needs_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table needs add constraint needs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table needs add constraint needs_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id);
alter table notes add constraint notes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table notes add constraint notes_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE;
alter table notices add constraint notices_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table occurrences add constraint occurrences_place_id_fkey FOREIGN KEY (place_id) REFERENCES service_points(id);
alter table occurrences add constraint occurrences_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES occurrences(id);
alter table occurrences add constraint occurrences_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id);
alter table organisations add constraint organisations_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES organisations(id);
alter table organisations add constraint organisations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisations(id);
alter table passkey_challenges add constraint passkey_challenges_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
alter table passkeys add constraint passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
alter table phrases add constraint phrases_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES accounts(id);
alter table phrases add constraint phrases_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table phrases add constraint phrases_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES accounts(id);
alter table pictures add constraint pictures_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts(id);
alter table plan_lines add constraint plan_lines_project_id_version_fkey FOREIGN KEY (project_id, version) REFERENCES plan_versions(project_id, version);
alter table plan_versions add constraint plan_versions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id);
alter table projects add constraint projects_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table publications add constraint publications_item_fkey FOREIGN KEY (item) REFERENCES items(key);
alter table publications add constraint publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts(id);
alter table publications add constraint publications_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(id);
alter table qualifications add constraint qualifications_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table qualifications add constraint qualifications_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES accounts(id);
alter table ratings add constraint ratings_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table referrals add constraint referrals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table referrals add constraint referrals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table referrals add constraint referrals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table registrations add constraint registrations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table registrations add constraint registrations_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id);
alter table registrations add constraint registrations_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slots(id);
alter table reported_lines add constraint reported_lines_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id);
alter table return_codes add constraint return_codes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table review_requests add constraint review_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES accounts(id);
alter table review_requests add constraint review_requests_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(id);
alter table reviews add constraint reviews_reviewer_fkey FOREIGN KEY (reviewer) REFERENCES accounts(id);
alter table reviews add constraint reviews_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(id);
alter table revisions add constraint revisions_author_fkey FOREIGN KEY (author) REFERENCES accounts(id);
alter table revisions add constraint revisions_item_fkey FOREIGN KEY (item) REFERENCES items(key);
alter table revisions add constraint revisions_parent_fkey FOREIGN KEY (parent) REFERENCES revisions(id);
alter table series add constraint series_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id);
alter table series add constraint series_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table series add constraint series_place_id_fkey FOREIGN KEY (place_id) REFERENCES service_points(id);
alter table series add constraint series_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES series(id);
alter table series add constraint series_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id);
alter table service_points add constraint service_points_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES accounts(id);
alter table service_points add constraint service_points_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES organisations(id);
alter table service_points add constraint service_points_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table settled_misses add constraint settled_misses_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES accounts(id);
alter table shifts add constraint shifts_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table shifts add constraint shifts_need_id_fkey FOREIGN KEY (need_id) REFERENCES needs(id);
alter table shifts add constraint shifts_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id) ON DELETE SET NULL;
alter table shifts add constraint shifts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table sign_in_sessions add constraint sign_in_sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table slots add constraint slots_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrences(id) ON DELETE CASCADE;
alter table struck_aliases add constraint struck_aliases_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES accounts(id);
alter table swaps add constraint swaps_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments(id);
alter table swaps add constraint swaps_other_id_fkey FOREIGN KEY (other_id) REFERENCES assignments(id);
alter table swaps add constraint swaps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES volunteers(account_id);
alter table swaps add constraint swaps_to_account_fkey FOREIGN KEY (to_account) REFERENCES volunteers(account_id);
alter table tallies add constraint tallies_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table tallies add constraint tallies_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts(id);
alter table tallies add constraint tallies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table tally_hands add constraint tally_hands_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table tally_hands add constraint tally_hands_tally_id_fkey FOREIGN KEY (tally_id) REFERENCES tallies(id) ON DELETE CASCADE;
alter table taps add constraint taps_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES closings(id);
alter table taps add constraint taps_hand_id_fkey FOREIGN KEY (hand_id) REFERENCES tally_hands(id) ON DELETE CASCADE;
alter table taps add constraint taps_tally_id_fkey FOREIGN KEY (tally_id) REFERENCES tallies(id) ON DELETE CASCADE;
alter table training_steps add constraint training_steps_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table visitor_sessions add constraint visitor_sessions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table volunteer_notices add constraint volunteer_notices_account_id_fkey FOREIGN KEY (account_id) REFERENCES volunteers(account_id);
alter table volunteer_notices add constraint volunteer_notices_called_by_fkey FOREIGN KEY (called_by) REFERENCES accounts(id);
alter table volunteer_notices add constraint volunteer_notices_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES shifts(id);
alter table volunteers add constraint volunteers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table volunteers add constraint volunteers_link_made_by_fkey FOREIGN KEY (link_made_by) REFERENCES accounts(id);
alter table volunteers add constraint volunteers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table wait_counts add constraint wait_counts_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);
alter table waits add constraint waits_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table waits add constraint waits_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desks(id);

create index absences_of_volunteer ON public.absences USING btree (account_id, to_day);
create index addresses_known ON public.addresses USING btree (known_by) WHERE (known_by IS NOT NULL);
create index agreements_of_organisation ON public.agreements USING btree (organisation_id);
create index application_notices_due ON public.application_notices USING btree (kind, due_at) WHERE (state = 'waiting'::text);
create index applications_of_organisation ON public.applications USING btree (organisation_id, state, made_at);
create index assignments_of_volunteer ON public.assignments USING btree (account_id, changed_at);
create unique index assignments_once ON public.assignments USING btree (shift_id, account_id) WHERE (state = ANY (ARRAY['offered'::text, 'asked'::text, 'taken'::text, 'done'::text]));
create index assignments_waiting ON public.assignments USING btree (shift_id) WHERE (state = ANY (ARRAY['offered'::text, 'asked'::text]));
create index audit_entries_subject ON public.audit_entries USING btree (subject, subject_id);
create index board_questions_last ON public.board_questions USING btree (last_word_on DESC, id DESC);
create index breaks_of_organisation ON public.breaks USING btree (organisation_id, from_day);
create index callbacks_case ON public.callbacks USING btree (case_id);
create index callbacks_waiting ON public.callbacks USING btree (number_until) WHERE (sealed IS NOT NULL);
create index cases_expiring ON public.cases USING btree (expires_on);
create index cases_holder ON public.cases USING btree (holder) WHERE (holder IS NOT NULL);
create index cases_waiting ON public.cases USING btree (organisation_id, waiting_since) WHERE (waiting_since IS NOT NULL);
create index checks_item ON public.checks USING btree (item, lang, checked_on DESC);
create index claims_account ON public.claims USING btree (account_id) WHERE (released_at IS NULL);
create unique index claims_current ON public.claims USING btree (conversation_id) WHERE (released_at IS NULL);
create index clerks_browser ON public.clerks USING btree (browser_hash) WHERE (ended_at IS NULL);
create index clerks_conversation ON public.clerks USING btree (conversation_id);
create unique index clerks_current ON public.clerks USING btree (conversation_id) WHERE (ended_at IS NULL);
create index closings_contact ON public.closings USING btree (contact_id);
create index closings_of_helper ON public.closings USING btree (closed_by, id DESC);
create index contacts_case ON public.contacts USING btree (case_id, happened_on);
create index conversations_expiring ON public.conversations USING btree (expires_on);
create unique index conversations_open ON public.conversations USING btree (case_id) WHERE (ended_at IS NULL);
create index conversations_waiting ON public.conversations USING btree (desk_id, waiting_since) WHERE (waiting_since IS NOT NULL);
create unique index desks_answers_site ON public.desks USING btree (answers_site) WHERE answers_site;
create index event_answers_of_occurrence ON public.event_answers USING btree (occurrence_id, made_at);
create index event_notices_due ON public.event_notices USING btree (kind, due_at) WHERE (state = 'waiting'::text);
create index facts_guide_missing ON public.facts USING btree (occurred_on) WHERE guide_missing;
create index facts_organisation ON public.facts USING btree (organisation_id, occurred_on);
create index facts_project ON public.facts USING btree (project_id, occurred_on);
create index facts_service ON public.facts USING btree (service_id, occurred_on) WHERE (service_id IS NOT NULL);
create index handovers_conversation ON public.handovers USING btree (conversation_id);
create index handovers_offered_outside ON public.handovers USING btree (to_desk) WHERE ((settled_at IS NULL) AND (consent = 'given'::text));
create unique index handovers_open ON public.handovers USING btree (conversation_id) WHERE (settled_at IS NULL);
create index head_taps_by_day ON public.head_taps USING btree (taken_on);
create index head_taps_of_occurrence ON public.head_taps USING btree (occurrence_id, number);
create index hour_entries_of_volunteer ON public.hour_entries USING btree (account_id, day);
create index hour_entries_open ON public.hour_entries USING btree (organisation_id, day) WHERE (state = 'reported'::text);
create index hour_entries_settled ON public.hour_entries USING btree (organisation_id, settled_on) WHERE (settled_by IS NOT NULL);
create index invitations_account ON public.invitations USING btree (account_id);
create index jobs_due ON public.jobs USING btree (run_at) WHERE (finished_at IS NULL);
create unique index jobs_waiting ON public.jobs USING btree (kind, key) WHERE (finished_at IS NULL);
create index mail_links_case ON public.mail_links USING btree (case_id);
create index materials_of_series ON public.materials USING btree (series_id);
create index messages_about ON public.messages USING btree (conversation_id, about_seq) WHERE (about_seq IS NOT NULL);
create index notes_doubts ON public.notes USING btree (conversation_id, number) WHERE (kind = 'unsure'::text);
create index notices_address ON public.notices USING btree (address_hash, made_at);
create index notices_case ON public.notices USING btree (case_id);
create index notices_due ON public.notices USING btree (due_at) WHERE (state = 'waiting'::text);
create index occurrences_by_time ON public.occurrences USING btree (starts_at);
create unique index occurrences_in_place_of ON public.occurrences USING btree (series_id, in_place_of) WHERE (in_place_of IS NOT NULL);
create index occurrences_of_place ON public.occurrences USING btree (place_id, day);
create index passkeys_account ON public.passkeys USING btree (account_id);
create index publications_due ON public.publications USING btree (starts_at);
create index publications_item ON public.publications USING btree (item, lang, starts_at DESC, id DESC);
create index qualifications_of_volunteer ON public.qualifications USING btree (account_id, code);
create index referrals_office ON public.referrals USING btree (organisation_id, referred_on DESC);
create index registrations_clock ON public.registrations USING btree (COALESCE(held_until, offered_until)) WHERE ((held_until IS NOT NULL) OR (offered_until IS NOT NULL));
create index registrations_known ON public.registrations USING btree (known_by) WHERE (known_by IS NOT NULL);
create index registrations_never_sent ON public.registrations USING btree (changed_at) WHERE (filled_at IS NULL);
create index registrations_short ON public.registrations USING btree (short_since) WHERE ((state = 'waiting'::text) AND (short_since IS NOT NULL));
create unique index registrations_slot ON public.registrations USING btree (slot_id) WHERE (state = ANY (ARRAY['held'::text, 'confirmed'::text, 'offered'::text]));
create index registrations_to_erase ON public.registrations USING btree (erase_on) WHERE (sealed IS NOT NULL);
create index retention_runs_job ON public.retention_runs USING btree (job, finished_at DESC);
create unique index return_codes_case ON public.return_codes USING btree (case_id);
create index series_of_organisation ON public.series USING btree (organisation_id, from_day);
create index service_points_of_organisation ON public.service_points USING btree (organisation_id);
create index shifts_by_time ON public.shifts USING btree (organisation_id, starts_at);
create index shifts_of_desk ON public.shifts USING btree (desk_id, starts_at) WHERE (desk_id IS NOT NULL);
create index shifts_of_occurrence ON public.shifts USING btree (occurrence_id);
create unique index shifts_once_a_date ON public.shifts USING btree (need_id, occurrence_id) WHERE (occurrence_id IS NOT NULL);
create unique index shifts_once_a_day ON public.shifts USING btree (need_id, day) WHERE (desk_id IS NOT NULL);
create index sign_in_failures_recent ON public.sign_in_failures USING btree (name_hash, failed_at);
create index sign_in_sessions_account ON public.sign_in_sessions USING btree (account_id);
create index sms_received_at ON public.sms_received USING btree (received_at);
create unique index swaps_open ON public.swaps USING btree (assignment_id) WHERE (state = 'open'::text);
create index swaps_other ON public.swaps USING btree (other_id) WHERE (state = 'open'::text);
create index swaps_to ON public.swaps USING btree (to_account) WHERE (state = 'open'::text);
create index taken_mails_arrived ON public.taken_mails USING btree (arrived_on);
create index tallies_of_organisation ON public.tallies USING btree (organisation_id, day DESC);
create index taps_of_tally ON public.taps USING btree (tally_id, number);
create index visitor_sessions_case ON public.visitor_sessions USING btree (case_id);
create index volunteer_notices_due ON public.volunteer_notices USING btree (kind, due_at) WHERE (state = 'waiting'::text);
create index volunteer_notices_of_volunteer ON public.volunteer_notices USING btree (account_id, made_at);
create index volunteers_of_organisation ON public.volunteers USING btree (organisation_id, state);
create index waits_case ON public.waits USING btree (case_id);

create trigger activities_move_calendar AFTER INSERT OR DELETE OR UPDATE ON public.activities FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger aliases_changed AFTER INSERT OR DELETE OR UPDATE ON public.aliases FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
create trigger audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create trigger checks_append_only BEFORE DELETE OR UPDATE ON public.checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
create trigger checks_changed AFTER INSERT ON public.checks FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
create trigger desk_exceptions_changed AFTER INSERT OR DELETE OR UPDATE ON public.desk_exceptions FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
create trigger desk_hours_changed AFTER INSERT OR DELETE OR UPDATE ON public.desk_hours FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
create trigger event_answers_move_calendar AFTER INSERT OR DELETE OR UPDATE ON public.event_answers FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger fact_parts_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fact_parts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER fact_parts_sum AFTER INSERT ON public.fact_parts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION parts_make_the_whole();
create trigger facts_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create trigger facts_not_on_reported BEFORE INSERT ON public.facts FOR EACH ROW WHEN ((new.project_id IS NOT NULL)) EXECUTE FUNCTION refuse_fact_on_reported_project();
create trigger materials_move_calendar AFTER INSERT OR DELETE OR UPDATE ON public.materials FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger occurrences_change_moves_calendar AFTER UPDATE OF day, starts, minutes, starts_at, ends_at, mode, place_id, link, capacity, walk_in, names, notice, state, cause, reason, replaced_by, replaced_by_line, is_full, sequence ON public.occurrences FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger occurrences_move_calendar AFTER INSERT OR DELETE ON public.occurrences FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger organisations_move_calendar AFTER INSERT OR DELETE OR UPDATE ON public.organisations FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger plan_lines_figures_stay BEFORE UPDATE ON public.plan_lines FOR EACH ROW WHEN ((old.targets IS DISTINCT FROM new.targets)) EXECUTE FUNCTION refuse_change();
create trigger plan_lines_stay BEFORE DELETE OR TRUNCATE ON public.plan_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create trigger publications_changed AFTER INSERT OR DELETE OR UPDATE ON public.publications FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
create trigger publications_reviewed BEFORE INSERT OR UPDATE ON public.publications FOR EACH ROW EXECUTE FUNCTION refuse_unreviewed();
create trigger reviews_by_another BEFORE INSERT ON public.reviews FOR EACH ROW EXECUTE FUNCTION refuse_own_review();
create trigger revisions_append_only BEFORE DELETE OR UPDATE ON public.revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
create trigger series_move_calendar AFTER INSERT OR DELETE OR UPDATE ON public.series FOR EACH STATEMENT EXECUTE FUNCTION move_calendar();
create trigger service_points_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_points FOR EACH STATEMENT EXECUTE FUNCTION content_changed();
