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

export type KeyDays = { readonly keyClass: 'chat' | 'case'; readonly table: string; readonly column: string };

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
const DAYS_SEARCHES_KEPT = 365;
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
		tables: ['cases', 'contacts', 'entries', 'addresses', 'return_codes', 'visitor_sessions'],
		period: { days: DAYS_CASE_KEPT },
		by: 'expire',
		past: { table: 'cases', column: 'expires_on', kind: 'day', plus: 0 },
		keys: { keyClass: 'case', table: 'cases', column: 'words_until' },
	},
	{
		id: 'searches',
		tables: ['search_misses', 'settled_misses'],
		period: { days: DAYS_SEARCHES_KEPT },
		by: 'tidy',
		past: { table: 'search_misses', column: 'month', kind: 'day', plus: DAYS_SEARCHES_KEPT },
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
	// Whether a text shows a picture no column says.
	{ id: 'pictures', tables: ['pictures'], period: { days: DAYS_PICTURES_WAIT }, by: 'tidy' },
	{ id: 'signing-in', tables: ['sign_in_sessions'], period: { minutes: 720 }, by: 'use' },
	{ id: 'tries', tables: ['sign_in_failures'], period: { minutes: 15 }, by: 'use' },
	{ id: 'challenges', tables: ['passkey_challenges'], period: { minutes: 5 }, by: 'use' },
	{ id: 'staff', tables: ['accounts', 'memberships', 'passkeys'], period: 'with-account', by: null },
	{
		id: 'texts',
		tables: [
			...['items', 'revisions', 'review_requests', 'reviews', 'publications', 'checks', 'links', 'aliases'],
			...['struck_aliases', 'services', 'content_revision', 'service_points'],
		],
		period: 'for-good',
		by: null,
	},
	{
		id: 'nameless',
		tables: [
			...['facts', 'ratings', 'closings', 'projects', 'plan_versions', 'plan_lines', 'reported_lines', 'deviations'],
			...['organisations', 'desks', 'desk_hours', 'desk_exceptions', 'desk_watches', 'installation', 'migrations'],
			...['audit_entries'],
		],
		period: 'for-good',
		by: null,
	},
];
