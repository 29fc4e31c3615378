import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Assignment, Shift } from '../../shifts/shift.ts';
import type { Standing } from '../truth.ts';

/** What a word is about, as the tables of shifts and hours say at this moment. */
export const standingOfShift = (db: Queryable) => ({
	/** Of hers of that shift the one that counts, else the newest. */
	async newestOf(accountId: string, shiftId: string): Promise<Pick<Assignment, 'state' | 'offeredUntil'> | null> {
		const rows = await db.query<Pick<Assignment, 'state' | 'offeredUntil'>>(
			`select state, offered_until as "offeredUntil" from assignments where account_id = $1 and shift_id = $2
			order by state in ('offered', 'asked', 'taken', 'done', 'no-show') desc, made_at desc limit 1`,
			[accountId, shiftId],
		);
		return rows[0] ?? null;
	},

	/** Somebody else passes it on, to her or to whoever may, or it has a place that nobody has taken. */
	async isWanted(accountId: string, shiftId: string): Promise<boolean> {
		const rows = await db.query<{ is: boolean }>(
			`select s.places > (select count(*) from assignments a where a.shift_id = s.id and a.state in ('taken', 'done'))
				or exists (select from swaps w join assignments a on a.id = w.assignment_id
					where a.shift_id = s.id and a.account_id <> $2 and w.state = 'open'
						and w.other_id is null and (w.to_account is null or w.to_account = $2)) as "is"
			from shifts s where s.id = $1`,
			[shiftId, accountId],
		);
		return rows[0]?.is ?? false;
	},

	/** What she would give in the exchange named in the key; null once it waits for her no more. */
	async exchange(accountId: string, key: string): Promise<Standing['exchange']> {
		const rows = await db.query<Pick<Shift, 'startsAt' | 'endsAt'>>(
			`select s.starts_at as "startsAt", s.ends_at as "endsAt" from swaps w
			join assignments a on a.id = w.other_id join shifts s on s.id = a.shift_id
			where w.id = $1 and w.to_account = $2 and w.state = 'open'`,
			[idIn(key), accountId],
		);
		return rows[0] ?? null;
	},

	/** What became of the entry named in the key; null when there is none. */
	async hours(accountId: string, key: string): Promise<Standing['hours']> {
		const rows = await db.query<{ state: Standing['hours'] }>(
			'select state from hour_entries where id = $1 and account_id = $2',
			[idIn(key), accountId],
		);
		return rows[0]?.state ?? null;
	},
});

const idIn = (key: string): string | null => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(key)?.[0] ?? null;
