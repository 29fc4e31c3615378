import { error, redirect } from '@sveltejs/kit';
import { type KeptDay, keptDaysFor } from '#lib/chat/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { KEPT, nextRun, RETENTION_JOBS } from '#lib/privacy/index.ts';
import { recordOfRuns } from '#lib/privacy/index.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { house } from '../../../house.server.ts';
import type { PageServerLoad } from './$types';

const DAYS_SHOWN = 37;

export const load: PageServerLoad = async ({ locals }) => {
	const actor = overseer(locals);
	const { newest, keyDays, goneDays, forget } = await recordOfRuns();
	return {
		lang: locals.lang,
		words: wordsOf(locals.lang, ['retention', 'site']),
		late: await house().lookForLate(),
		desks: await desksWith(await keptDaysFor(actor), locals.lang),
		keys: { present: keyDays, gone: goneDays.map(({ day, at }) => ({ day, at: at.toISOString() })) },
		rounds: RETENTION_JOBS.map((job) => roundOf(newest.find((run) => run.job === job) ?? null, job)),
		forget: { waiting: forget.waiting, doneAt: forget.doneAt?.toISOString() ?? null },
		classes: KEPT.map(({ id, period, by }) => ({ id, period, by })),
	};
};

function overseer({ staff }: App.Locals): StaffActor {
	if (!staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fretention');
	if (organisationsWhere(staff, 'seeRetention').length === 0) error(403);
	return staff;
}

async function desksWith(kept: readonly KeptDay[], lang: string) {
	const last = today(DAYS_SHOWN);
	const ids = [...new Set(kept.map(({ deskId }) => deskId))];
	return Promise.all(
		ids.map(async (id) => {
			const days = kept.filter(({ deskId }) => deskId === id);
			return {
				id,
				name: inLanguage((await deskById(ground().db, id))?.names, lang),
				days: days.filter(({ day }) => day <= last).map((one) => ({ ...one, isPast: one.day < today() })),
				later: sumOf(days.filter(({ day }) => day > last)),
				total: sumOf(days),
			};
		}),
	);
}

function sumOf(days: readonly KeptDay[]) {
	const sum = { conversations: 0, cases: 0 };
	for (const { conversations, cases } of days) {
		sum.conversations += conversations;
		sum.cases += cases;
	}
	return sum;
}

type Run = Awaited<ReturnType<typeof recordOfRuns>>['newest'][number];

function roundOf(run: Run | null, job: string) {
	if (!run) return { job, last: null };
	const { finishedAt, beganAt, rows, keyDays } = run;
	const seconds = Math.round((finishedAt.getTime() - beganAt.getTime()) / 100) / 10;
	const next = nextRun(finishedAt).toISOString();
	return { job, last: { at: finishedAt.toISOString(), seconds, rows, keyDays: keyDays.length, next } };
}
