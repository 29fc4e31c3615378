/**
 * What is kept until when: one truth for the code that deletes, for the page that shows it, and for docs/retention.md,
 * which a check holds against it.
 */
export type KeptClass = {
	readonly id: string;
	readonly tables: readonly string[];
	readonly period: Period;
	/** Whose round deletes it; `use`: whoever uses such a thing next; null: nobody by the clock. */
	readonly by: RetentionJob | 'give-back' | 'use' | null;
	/** By what a row alone says that its time is over. */
	readonly past?: Past;
	/** Whose words lie under keys by day, and the column that says under which. */
	readonly keys?: KeyDays;
};

export type KeyDays = {
	readonly keyClass: 'chat' | 'case' | 'event';
	readonly table: string;
	readonly column: string;
	/** Where not every row has words: the column that holds them. */
	readonly words?: string;
};

export type Period = { readonly minutes: number } | { readonly days: number } | 'with-account' | 'for-good';

/** Over is a row `plus` days after the day, or the moment, in its column. */
export type Past = {
	readonly table: string;
	readonly column: string;
	readonly kind: 'day' | 'moment';
	readonly plus: number;
};

/** The rounds that delete, and whose runs are on record. */
export const RETENTION_JOBS = ['expire', 'tidy'] as const;
export type RetentionJob = (typeof RETENTION_JOBS)[number];

/** Days that words are kept after the visitor's last message. */
export const DAYS_WORDS_KEPT = 30;
/** Days that a case is kept after its last contact: six months. */
export const DAYS_CASE_KEPT = 183;
export const DAYS_RUNS_KEPT = 60;
/** Days after the date that it is known who registered for it: then the rows go, the headcount stays. */
export const DAYS_REGISTERED_KEPT = 30;
/** Days after the time at which somebody wanted to be called, unless the call ends before. */
export const DAYS_NUMBER_KEPT = 14;
const DAYS_SMS_IDS_KEPT = 30;
const DAYS_SEARCHES_KEPT = 365;
/** Days that a question of the board is kept after the last word in it. */
export const DAYS_BOARD_KEPT = 365;
/** Days after its day that a tally is kept: phones bring taps for thirty, and somebody may look at it after that. */
export const DAYS_TALLIES_KEPT = 90;
/** Days that it is known what a volunteer was told. */
export const DAYS_NOTICES_KEPT = 90;
const DAYS_INVITED = 7;
const DAYS_WORK_KEPT = 7;
const DAYS_PICTURES_WAIT = 30;

export const KEPT: readonly KeptClass[] = [
	{
		id: 'words',
		tables: [
			...['conversations', 'messages', 'claims', 'notes', 'handovers', 'drafts', 'clerks'],
			...['machine_drafts', 'attachments'],
		],
		period: { days: DAYS_WORDS_KEPT },
		by: 'expire',
		past: { table: 'conversations', column: 'expires_on', kind: 'day', plus: 0 },
		keys: { keyClass: 'chat', table: 'conversations', column: 'expires_on' },
	},
	{
		id: 'cases',
		tables: [
			'cases',
			'contacts',
			'follow_ups',
			'entries',
			'addresses',
			'return_codes',
			'visitor_sessions',
			'notices',
			'mail_links',
			'referrals',
			'waits',
		],
		period: { days: DAYS_CASE_KEPT },
		by: 'expire',
		past: { table: 'cases', column: 'expires_on', kind: 'day', plus: 0 },
		keys: { keyClass: 'case', table: 'cases', column: 'words_until' },
	},
	{
		id: 'callbacks',
		tables: ['callbacks'],
		period: { days: DAYS_NUMBER_KEPT },
		by: 'expire',
		past: { table: 'callbacks', column: 'number_until', kind: 'day', plus: 0 },
		keys: { keyClass: 'case', table: 'callbacks', column: 'number_until' },
	},
	{
		id: 'registrations',
		tables: ['registrations', 'event_notices'],
		period: { days: DAYS_REGISTERED_KEPT },
		by: 'expire',
		past: { table: 'registrations', column: 'erase_on', kind: 'day', plus: 0 },
		keys: { keyClass: 'event', table: 'registrations', column: 'erase_on', words: 'sealed' },
	},
	{
		id: 'applications',
		tables: ['applications', 'application_notices'],
		period: { days: DAYS_CASE_KEPT },
		by: 'expire',
		past: { table: 'applications', column: 'kept_until', kind: 'day', plus: 0 },
		keys: { keyClass: 'case', table: 'applications', column: 'kept_until', words: 'sealed' },
	},
	{
		id: 'sms',
		tables: ['sms_received'],
		period: { days: DAYS_SMS_IDS_KEPT },
		by: 'tidy',
		past: { table: 'sms_received', column: 'received_at', kind: 'moment', plus: DAYS_SMS_IDS_KEPT },
	},
	{
		id: 'searches',
		tables: ['search_misses', 'settled_misses'],
		period: { days: DAYS_SEARCHES_KEPT },
		by: 'tidy',
		past: { table: 'search_misses', column: 'month', kind: 'day', plus: DAYS_SEARCHES_KEPT },
	},
	{
		id: 'board',
		tables: ['board_questions', 'board_posts', 'board_marks'],
		period: { days: DAYS_BOARD_KEPT },
		by: 'tidy',
		past: { table: 'board_questions', column: 'last_word_on', kind: 'day', plus: DAYS_BOARD_KEPT },
	},
	{
		id: 'tallies',
		tables: ['tallies', 'tally_hands', 'taps'],
		period: { days: DAYS_TALLIES_KEPT },
		by: 'tidy',
		past: { table: 'tallies', column: 'day', kind: 'day', plus: DAYS_TALLIES_KEPT },
	},
	{
		id: 'heads',
		tables: ['head_taps'],
		period: { days: DAYS_TALLIES_KEPT },
		by: 'tidy',
		past: { table: 'head_taps', column: 'taken_on', kind: 'day', plus: DAYS_TALLIES_KEPT },
	},
	{
		id: 'volunteer-notices',
		tables: ['volunteer_notices'],
		period: { days: DAYS_NOTICES_KEPT },
		by: 'tidy',
		past: { table: 'volunteer_notices', column: 'made_at', kind: 'moment', plus: DAYS_NOTICES_KEPT },
	},
	{
		id: 'invitations',
		tables: ['invitations'],
		period: { days: DAYS_INVITED },
		by: 'tidy',
		past: { table: 'invitations', column: 'expires_at', kind: 'moment', plus: 0 },
	},
	{
		id: 'presences',
		tables: ['desk_presences'],
		period: { days: 1 },
		by: 'give-back',
		past: { table: 'desk_presences', column: 'seen_at', kind: 'moment', plus: 1 },
	},
	{
		id: 'work',
		tables: ['jobs'],
		period: { days: DAYS_WORK_KEPT },
		by: 'tidy',
		past: { table: 'jobs', column: 'finished_at', kind: 'moment', plus: DAYS_WORK_KEPT },
	},
	{
		id: 'runs',
		tables: ['retention_runs'],
		period: { days: DAYS_RUNS_KEPT },
		by: 'tidy',
		past: { table: 'retention_runs', column: 'finished_at', kind: 'moment', plus: DAYS_RUNS_KEPT },
	},
	{
		id: 'taken-mails',
		tables: ['taken_mails'],
		period: { days: DAYS_CASE_KEPT },
		by: 'tidy',
		past: { table: 'taken_mails', column: 'arrived_on', kind: 'day', plus: DAYS_CASE_KEPT },
	},
	// Whether a text shows a picture no column says.
	{ id: 'pictures', tables: ['pictures'], period: { days: DAYS_PICTURES_WAIT }, by: 'tidy' },
	{ id: 'signing-in', tables: ['sign_in_sessions'], period: { minutes: 720 }, by: 'use' },
	{ id: 'tries', tables: ['sign_in_failures'], period: { minutes: 15 }, by: 'use' },
	{ id: 'challenges', tables: ['passkey_challenges'], period: { minutes: 5 }, by: 'use' },
	{
		id: 'staff',
		tables: [
			...['accounts', 'memberships', 'passkeys'],
			...['volunteers', 'absences', 'qualifications', 'assignments', 'swaps', 'hour_entries', 'training_steps'],
		],
		period: 'with-account',
		by: null,
	},
	{
		id: 'texts',
		tables: [
			...['items', 'revisions', 'review_requests', 'reviews', 'publications', 'checks', 'links', 'aliases', 'phrases'],
			...['struck_aliases', 'services', 'content_revision', 'service_points'],
		],
		period: 'for-good',
		by: null,
	},
	{
		id: 'nameless',
		tables: [
			...[
				'facts',
				'fact_parts',
				'headcounts',
				'ratings',
				'closings',
				'wait_counts',
				'projects',
				'plan_versions',
				'plan_lines',
				'reported_lines',
				'deviations',
			],
			...[
				'organisations',
				'agreements',
				'agreement_steps',
				'desks',
				'desk_hours',
				'desk_exceptions',
				'desk_spells',
				'desk_watches',
				'mailboxes',
				'installation',
				'migrations',
			],
			...[
				'audit_entries',
				'activities',
				'breaks',
				'series',
				'occurrences',
				'slots',
				'materials',
				'material_files',
				'material_downloads',
				'event_answers',
				'calendar_revision',
				'needs',
				'shifts',
			],
		],
		period: 'for-good',
		by: null,
	},
];
