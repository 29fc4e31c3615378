import { waitCounts, waitingInCases } from '#lib/cases/index.server.ts';
import { ANSWERED } from '#lib/cases/index.ts';
import { waitingNow } from '#lib/chat/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { type Contacts, contactsOf, type Period, stuckOf } from '#lib/reports/index.server.ts';
import { type Row, waitsByChannel, waitsOf, weekOf } from '#lib/reports/index.ts';
import { inOrder, serviceNamed, stepNamed, stepsInOrder } from '../../stuckMap.server.ts';

/** Everything that a desk learns in a time, exact, for the staff of its organisation. */
export async function figuresFor(organisationId: string, period: Period, lang: string) {
	const { db } = ground();
	const waited = await waitCounts(db, organisationId, period.from, period.to);
	return {
		waits: waitsOf(waited, ANSWERED),
		ways: waitsByChannel(waited, ANSWERED),
		week: weekOf(waited),
		contacts: withNames(await contactsOf(db, organisationId, period), lang),
		stuck: await stuckTold(organisationId, period, lang),
	};
}

/** Who waits right now, by the way she came. */
export async function standing(organisationId: string) {
	const inCases = await waitingInCases(ground().db, organisationId);
	const all = [...(await waitingNow(organisationId)), { channel: 'case' as const, ...inCases }];
	return all.flatMap(({ channel, waiting, since }) =>
		waiting > 0 && since ? [{ channel, waiting, since: since.toISOString() }] : [],
	);
}

/** The most that is worth a line each; the rest is in the project's tables. */
const LONGEST = 12;

function withNames({ contacts, minutes, ...tables }: Contacts, lang: string) {
	const topics = new Map(catalogue().topics.map(({ id, names }) => [id, inLanguage(names, lang)]));
	const languages = new Intl.DisplayNames([lang], { type: 'language' });
	const named = (rows: readonly Row[], nameOf: (code: string) => string) =>
		rows.slice(0, LONGEST).map((row) => ({ ...row, name: row.code === null ? null : nameOf(row.code) }));
	return {
		...{ contacts, minutes },
		topic: named(tables.topic, (code) => topics.get(code) ?? code),
		language: named(tables.language, (code) => (/^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code)),
		// Their names stand in the catalogues of words.
		channel: named(tables.channel, (code) => code),
		outcome: named(tables.outcome, (code) => code),
	};
}

async function stuckTold(organisationId: string, period: Period, lang: string) {
	const services = await stuckOf(ground().db, organisationId, period);
	return inOrder(services).map(({ code, count, steps }) => ({
		...{ code, count, name: serviceNamed(code, lang).name },
		steps: stepsInOrder(steps).map((step) => ({ ...step, named: stepNamed(step.code, lang) })),
	}));
}
