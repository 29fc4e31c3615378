import type { Network } from '../common/network.ts';
import { type Checks, makeChecks } from '../common/checks.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { recipients } from '../common/recipients.ts';
import { beginEra } from '../shred/era.ts';
import { liveYear, type Year } from './live.ts';
import { DATES } from './plan.ts';
import { type LineCount, recount } from './recount.ts';
import { linesOnPage, visitsForAll, partsInLedger, sumsInLedger } from './told.ts';

/**
 * The season of the model project, on the demonstration organisation, planned and closed by the forms of the console in a
 * year that goes by: information sessions, days at Kela (refused, replaced), at the employment services (moved in
 * mid-season, when fourteen have registered for the next one, one of them by telephone only: each is told once, by her
 * own way), general counselling, the weekly club. Then the ledger and the pages of the project are held against a
 * recount from what happened. `counted-twice`: each date is recorded twice. `half-reversed`: what is taken back
 * leaves the line of the plan. `nobody-calls`: whoever has a telephone only is on no list.
 */
export async function liveSeason(weeks: number, fault?: string): Promise<Outcome> {
	const told = await recipients();
	const era = await beginEra(told.settings, FIRST_MONDAY);
	try {
		const plant = fault && PLANTS[fault];
		if (plant) await era.network.sql(plant);
		const checks = makeChecks();
		const year = await liveYear({ era, told, checks }, weeks);
		await lookAt(era.network, year, checks);
		return outcome(year, checks);
	} finally {
		await era.end();
		await told.stop();
	}
}

const FIRST_MONDAY = '2026-01-05';

const PLANTS: Readonly<Record<string, string>> = {
	'counted-twice': `create function planted() returns trigger language plpgsql as $$ begin
		if new.unit = 'session' and new.quantity > 0 then new.quantity = 2; end if; return new; end $$;
		create trigger planted before insert on facts for each row execute function planted()`,
	'half-reversed': `create function planted() returns trigger language plpgsql as $$ begin
		if new.reverses is not null then new.plan_line = null; end if; return new; end $$;
		create trigger planted before insert on facts for each row execute function planted()`,
	'nobody-calls': `create function planted() returns trigger language plpgsql as $$ begin
		return case when new.kind = 'call' then null else new end; end $$;
		create trigger planted before insert on event_notices for each row execute function planted()`,
};

async function lookAt(network: Network, year: Year, checks: Checks): Promise<void> {
	const wanted = recount(year.dates);
	const [ledger, page, everybody] = [await sumsInLedger(network), await linesOnPage(year), await visitsForAll(year)];
	for (const line of wanted) {
		checks.holds(`ledger of ${line.id}: ${said(ledger.get(line.id))}`, isSame(ledger.get(line.id), line));
		checks.holds(`page of ${line.id}: ${said(page.get(line.id))}`, isSame(page.get(line.id), line));
		const shown = everybody.get(line.id);
		checks.holds(`public page of ${line.id}: ${shown}`, shown === null || (shown ?? -1) % 5 === 0);
	}
	checks.holds(
		'a line that nobody planned',
		[...ledger.keys()].every((id) => wanted.some((line) => line.id === id)),
	);
	for (const [line, count] of Object.entries(DATES))
		checks.holds(`dates of ${line}`, year.dates.filter((one) => one.line === line).length === count);
	checks.holds('parts of visits that are not all of them', (await partsInLedger(network)) === 0);
}

function isSame(told: LineCount | undefined, wanted: LineCount): boolean {
	return (Object.keys(wanted) as (keyof LineCount)[]).every((key) => told?.[key] === wanted[key]);
}

const said = (line: LineCount | undefined): string => JSON.stringify(line);

function outcome({ dates }: Year, { count, missed }: Checks): Outcome {
	const held = dates.filter(({ state }) => state === 'held');
	const visits = held.reduce((sum, { visits: came }) => sum + came, 0);
	const told = `season: ${dates.length} dates planned, ${held.length} held with ${visits} visits, ${dates.length - held.length} not, ${count} figures recounted`;
	return { line: `${told}, ${missed.length} wrong${listed('wrong', missed)}`, isGood: missed.length === 0 };
}
