import { Visit } from '../../bench/common/request.ts';
import { type Checks, makeChecks } from '../common/checks.ts';
import { signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { beginEra, type Era } from '../shred/era.ts';
import { type Contact, dice, type Happened } from './happened.ts';
import { liveMonth, type Month } from './month.ts';
import { contactSums, difference, minutesIn, type Sums, waitSums } from './recount.ts';
import { ledgerTold, type Line, linesIn, minutesTold, tablesIn, type Told, waitsTold } from './told.ts';

/**
 * A month of all channels on a site whose clock is turned; then the counts of the desk, the ledger, the page of the staff,
 * the public page and its file are held against a recount from what happened. `counted-twice`: a rule of the database
 * counts each wait once more. `half-reversed`: what is taken back keeps its minutes.
 */
export async function countTheMonth(count: number, fault?: string): Promise<Outcome> {
	const era = await beginEra();
	try {
		const plant = fault && PLANTS[fault];
		if (plant) await era.network.sql(plant);
		const seed = Math.floor(Math.random() * 1e9);
		const month = await monthOf(era, seed);
		await liveMonth(month, count);
		const checks = makeChecks();
		await lookAt(month, checks);
		return outcome(month.happened, checks, seed);
	} finally {
		await era.end();
	}
}

const PLANTS: Readonly<Record<string, string>> = {
	'counted-twice': `create function planted() returns trigger language plpgsql as $$ begin
		update wait_counts set times = times + 1 where became = new.became; return new; end $$;
		create trigger planted before insert on waits for each row execute function planted()`,
	'half-reversed': `create function planted() returns trigger language plpgsql as $$ begin
		if new.reverses is not null then new.minutes = 0; end if; return new; end $$;
		create trigger planted before insert on facts for each row execute function planted()`,
};

/** Facts about whom nothing was said before the month. */
async function monthOf(era: Era, seed: number): Promise<Month> {
	const [desk] = await era.network.sql<{ id: string }>('select id from desks where answers_site');
	const happened: Happened = { waits: [], contacts: [] };
	return { era, chance: dice(seed), steps: await stepsOf(era), happened, deskId: desk?.id ?? '' };
}

/** Two steps of two guides, as the public page of each numbers them. */
async function stepsOf(era: Era): Promise<Month['steps']> {
	const guides = ['kela-attachment', 'tax-card'];
	const visit = new Visit(era.network.nodes[0]?.address ?? '');
	const list = (await visit.get('/fi/guides')).body.toString();
	const known = [...new Set([...list.matchAll(/href="\/fi\/guides\/([\w-]+)"/g)].map(([, id = '']) => id))];
	const chosen = [...guides.filter((id) => known.includes(id)), ...known].slice(0, 2);
	const pages = await Promise.all(chosen.map((id) => visit.get(`/fi/guides/${id}`)));
	return chosen.flatMap((guide, at) => {
		const ids = [...(pages[at]?.body.toString() ?? '').matchAll(/<li id="([\w-]+)" value="/g)].map(([, id = '']) => id);
		return ids.slice(0, 2).map((id, place) => ({ at: `${guide}#${id}`, number: place + 1 }));
	});
}

async function lookAt(month: Month, checks: Checks): Promise<void> {
	const { era, happened } = month;
	const same = (what: string, told: Sums, right: Sums): void => {
		const wrong = difference(told, right);
		checks.holds(`${what}: ${wrong.slice(0, 3).join('; ')}`, wrong.length === 0);
	};
	same('waits', await waitsTold(era.network), waitSums(happened));
	for (const [by, keyOf] of Object.entries(KEYS) as [Told, (contact: Contact) => string][])
		same(by, await ledgerTold(era.network, by), contactSums(happened, keyOf));
	checks.holds('minutes', (await minutesTold(era.network)) === minutesIn(happened));
	checks.holds('a reported project has a contact', (await reported(era.network)) === 0);
	await lookAtStaffPage(month, checks);
	await lookAtPublic(month, checks);
}

const KEYS: Readonly<Record<Told, (contact: Contact) => string>> = {
	topic: ({ topic }) => topic,
	channel: ({ channel }) => channel,
	outcome: ({ outcome }) => outcome,
	language: ({ language }) => language,
	service: ({ serviceId, stuckAt }) => `${serviceId} ${stuckAt}`,
	missing: ({ guideMissing }) => String(guideMissing),
};

async function reported({ sql }: Network): Promise<number> {
	const rows = await sql(`select from facts f join projects p on p.id = f.project_id where p.kind = 'reported'`);
	return rows.length;
}

/** Its tables: share, waits, ways, week, topic, channel, outcome, language, stuck. */
async function lookAtStaffPage({ era, happened }: Month, checks: Checks): Promise<void> {
	const helper = await signIn(era.network.nodes[1]?.address ?? '', 'coordinator');
	const tables = tablesIn(await helper.get('/staff/figures?period=2026'));
	const [, waits = [], ways = [], week = [], ...codes] = tables;
	const ends = [...waitSums(happened)].map(([key, times]) => [key.split(' ').at(-1) ?? '', times] as const);
	const of = (end: string): number =>
		ends.filter(([became]) => became === end).reduce((sum, [, times]) => sum + times, 0);
	const shown = waits.map(([times]) => times ?? 0);
	checks.holds(`the page says ${shown} of waits`, String(shown) === String(ENDS.map(of)));
	checks.holds('the page adds up by way', sum(ways.map(([came]) => came ?? 0)) === happened.waits.length);
	checks.holds('the page adds up by hour', sum(week.flat()) === happened.waits.length);
	(['topic', 'channel', 'outcome', 'language'] as const).forEach((by, at) => {
		const right = [...contactSums(happened, KEYS[by]).values()].sort(larger);
		const told = (codes[at] ?? []).map(([times]) => times ?? 0).sort(larger);
		checks.holds(`the page says ${told} by ${by}, not ${right}`, String(told) === String(right));
	});
}

const ENDS = [
	...['within-1', 'within-5', 'within-15', 'within-60', 'within-1440', 'later'],
	...['abandoned', 'unanswered', 'blocked'],
];
const larger = (a: number, b: number): number => b - a;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Whatever is shown is the recount rounded down to fives, and never of fewer than five. */
async function lookAtPublic({ era, happened }: Month, checks: Checks): Promise<void> {
	const visit = new Visit(era.network.nodes[0]?.address ?? '');
	for (const quarter of ['2026-Q1', '2026-Q2']) {
		const own: Happened = { waits: [], contacts: happened.contacts.filter(({ day }) => quarterOf(day) === quarter) };
		if (own.contacts.length === 0) continue;
		const lines = linesIn(await visit.get(`/api/statistics/stuck.csv?quarter=${quarter}`));
		for (const line of lines) lookAtLine(line, own, checks);
		const page = tablesIn(await visit.get(`/ru/stuck-map/${quarter}`));
		const services = lines.filter(({ level }) => level === 'service');
		checks.holds(`${quarter}: the page has other services than the file`, (page[0] ?? []).length <= services.length);
		checks.holds(`${quarter}: nothing was there to look at`, services.length > 0);
	}
}

function lookAtLine(line: Line, own: Happened, checks: Checks): void {
	const right = contactSums(own, (contact) => (isIn(line, contact) ? 'all' : null)).get('all') ?? 0;
	const isRight = line.count === null ? right > 0 : line.count === right - (right % 5) && (right === 0 || right >= 5);
	checks.holds(`${line.level} ${line.service} ${line.step} ${line.ending}: ${line.count}, counted ${right}`, isRight);
}

function isIn({ level, service, step, ending }: Line, contact: Contact): boolean {
	if (!contact.serviceId && !contact.stuckAt) return false;
	if (level !== 'all' && service !== (contact.serviceId || 'none')) return false;
	if ((level === 'step' || level === 'ending') && step !== (contact.stuckAt || 'none')) return false;
	return level !== 'ending' || ending === ENDINGS[contact.outcome];
}

const ENDINGS: Readonly<Record<string, string>> = {
	...{ 'solved-together': 'solved', 'solved-by-person': 'solved', 'not-solved': 'not-solved' },
	...{ referred: 'sent-on', emergency: 'sent-on' },
};

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`;

function outcome({ waits, contacts }: Happened, { count, missed }: Checks, seed: number): Outcome {
	const told = `figures: ${waits.length} waits, ${contacts.length} contacts, ${count} figures recounted`;
	const line = `${told}, ${missed.length} wrong${missed.length > 0 ? ` (seed ${seed})` : ''}${listed('wrong', missed)}`;
	return { line, isGood: missed.length === 0 && waits.length > 0 && contacts.length > 0 };
}
