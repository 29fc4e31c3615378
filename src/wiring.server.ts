import { forgetCase, type Mail, openMail, sendNotices, smsCarrier } from '#lib/cases/index.server.ts';
import { endClerkInTime, forget, giveBack, prepareWordDrafts, startLive } from '#lib/chat/index.server.ts';
import {
	catalogue,
	linkRounds,
	loadStarterContent,
	prepareDrafts,
	prepareLinks,
	startCatalogue,
} from '#lib/content/index.server.ts';
import {
	claimKeystore,
	installationKind,
	loadDemonstrationPeople,
	markInstallation,
} from '#lib/identity/index.server.ts';
import {
	calendar,
	forgetRegistration,
	loadActivities,
	loadDemonstrationSeason,
	readCalendar,
	settleLines,
	recordDownloads,
} from '#lib/events/index.server.ts';
import { ledgerRevision } from '#lib/ledger/index.server.ts';
import { loadDemonstrationPlaces, loadOrganisations, makeDesk, TWELVE_HOURS } from '#lib/network/index.server.ts';
import { postgresBus } from '#lib/platform/bus.server.ts';
import { instant, today } from '#lib/platform/clock.ts';
import { type Database, DatabaseDown, openDatabase, type Queryable } from '#lib/platform/db/database.server.ts';
import { migrate, readMigrations, schemaVersion, takeTurn } from '#lib/platform/db/migrate.server.ts';
import { endAllStreams } from '#lib/platform/http/stream.server.ts';
import { ground, layGround } from '#lib/platform/ground.server.ts';
import { startWorker, workThrough } from '#lib/platform/jobs.server.ts';
import { KeystoreDown } from '#lib/platform/keystore/keystore.server.ts';
import { openKeystore } from '#lib/platform/keystore/open.server.ts';
import { ownedKeystore } from '#lib/platform/keystore/owned.server.ts';
import { logError, logInfo } from '#lib/platform/log.server.ts';
import type { Reached } from '#lib/platform/outbox/outbox.server.ts';
import { isLoopback, parseSettings, type Settings } from '#lib/platform/settings.server.ts';
import { type Late, lookForLate } from '#lib/privacy/index.server.ts';
import { demonstrationProjectId, loadProjects } from '#lib/reports/index.server.ts';
import { writeMisses } from '#lib/search/index.server.ts';
import { prepareSearch } from '#lib/search/public.server.ts';
import {
	endShifts,
	followCalendar,
	followPlanning,
	forgetApplication,
	loadDemonstrationVolunteers,
	settleShifts,
} from '#lib/volunteers/index.server.ts';
import { siteDeskState, type SiteDesk } from './siteDesk.server.ts';
import { beginRounds, every, expire, tidy } from './rounds.server.ts';
import { tellEndingsNow, tellingRounds } from './telling.server.ts';

/** The one place where the parts get their database, keystore and clock, and where the site is started and stopped. */
export type House = {
	readonly settings: Settings;
	/** True on the demonstration network. */
	readonly demonstration: () => boolean;
	/** Version and name of the newest migration; null while the database has not been reached. */
	readonly schema: () => string | null;
	/** What the public may know of the desk that answers: open or when. Null when nothing is known. */
	readonly desk: () => SiteDesk | null;
	/** What should have been deleted, or looked after, and was not; empty when all is well. */
	readonly late: () => readonly Late[];
	readonly lookForLate: () => Promise<readonly Late[]>;
	/** Null where no mailbox is set. */
	readonly mail: Mail | null;
	/** Ways by which word of ours could not be sent when it was tried last. */
	readonly silent: () => readonly string[];
	/** Changes whenever any public page may look different. */
	readonly revision: () => string;
	readonly stop: () => Promise<void>;
};

const LOOK_MS = 800;
/** Whoever comes back after a restart goes before the index of the search, which takes the processor for seconds. */
const SEARCH_AFTER_MS = 15_000;

export async function wire(environment: Record<string, string | undefined>): Promise<House> {
	const settings = parseSettings(environment);
	const url = settings.databaseUrl ?? environment.SILTA_OWN_DATABASE ?? '';
	const db = openDatabase(url, settings.databasePool);
	const keystore = ownedKeystore(openKeystore(settings), (mark) => claimKeystore(db, mark));
	layGround({ db, bus: postgresBus(url), keystore, root: settings.root });
	const state: { schema: string | null; demonstration: boolean; desk: SiteDesk | null; day: string; facts: number } = {
		...{ schema: null, demonstration: false, desk: null, day: today(), facts: 0 },
	};
	const prepare = async (): Promise<boolean> => {
		if (state.schema !== null) return true;
		try {
			state.demonstration = await prepareDatabase(db, settings);
			await destroyDue();
			state.schema = await schemaVersion(db);
			logInfo('database-ready', { schema: state.schema });
		} catch (error) {
			if (!(error instanceof DatabaseDown)) throw error;
		}
		return state.schema !== null;
	};
	await prepare();
	const look = async (): Promise<void> => {
		try {
			if (await prepare()) {
				state.desk = await siteDeskState(db);
				state.facts = await ledgerRevision(db);
				await readCalendar();
			}
			state.day = today();
		} catch (error) {
			if (!(error instanceof DatabaseDown)) logError('wiring', error);
		}
	};
	await look();

	prepareDrafts(settings.translator);
	prepareWordDrafts(settings.wordsTranslator);
	prepareLinks(settings.address);
	// A demonstration calls nobody by itself; an editor's button does.
	const links = linkRounds({ isOn: () => state.schema !== null && !state.demonstration });
	const stops = [
		writeMisses,
		links.stop,
		await startCatalogue({ dataFolder: settings.data }),
		startLive(),
		followPlanning(),
		startWorker({
			expire,
			forget,
			'forget-case': forgetCase,
			'forget-registration': forgetRegistration,
			'forget-application': forgetApplication,
			'settle-lines': settleLines,
			'end-shifts': endShifts,
			'follow-calendar': followCalendar,
			'settle-shifts': settleShifts,
			'tell-endings': tellEndingsNow,
			tidy,
			'give-back': giveBack(settings.helperAwayMinutes),
			'end-clerk': endClerkInTime,
			'check-links': links.begin,
			'record-downloads': recordDownloads,
		}),
	];
	const late = lookForLate();
	stops.push(late.stop);
	stops.push(searchRounds());
	// Each way on its own: a gateway that is away holds up nobody else's word.
	const mail = settings.mail && openMail(settings.mail, settings.mail.site);
	const ways = new Map<string, boolean>();
	const tried = (reached: Reached): void => reached.forEach((is, kind) => ways.set(kind, is));
	if (mail) stops.push(...mailRounds(mail, settings.mail?.seconds ?? 1, tried));
	if (settings.sms) {
		const carriers = { sms: smsCarrier(settings.sms) };
		stops.push(every(LOOK_MS, async () => tried(await sendNotices(carriers))));
	}
	stops.push(...tellingRounds(settings, tried));
	stops.push(every(LOOK_MS, look), ...beginRounds());
	return {
		settings,
		demonstration: () => state.demonstration,
		schema: () => state.schema,
		desk: () => state.desk,
		late: late.found,
		lookForLate: late.lookNow,
		mail,
		silent: () => [...ways].flatMap(([kind, isReached]) => (isReached ? [] : [kind])),
		revision: () =>
			JSON.stringify([
				...[catalogue().revision, calendar().revision],
				...[state.desk, state.demonstration, state.day, state.facts],
			]),
		stop: async () => {
			endAllStreams();
			for (const stop of stops.reverse()) await stop();
			await ground().bus.close();
			ground().keystore.close();
			await db.close();
		},
	};
}

/** The mailbox is read and mails go out each on their own: a server that is away holds up neither. */
function mailRounds(mail: Mail, seconds: number, tried: (reached: Reached) => void): (() => Promise<void>)[] {
	void mail.fetch();
	const send = async (): Promise<void> => tried(await sendNotices({ email: mail.carry }));
	return [mail.close, every(seconds * 1_000, mail.fetch), every(LOOK_MS, send)];
}

/** A network with demonstration people is for this machine alone: loopback, and no proxy that could carry it out. */
function mayDemonstrate(settings: Settings): boolean {
	return isLoopback(settings.host) && !settings.behindProxy;
}

/**
 * What fell due while nobody was there, or came back with a backup, is destroyed before anybody is let in (P34). Without
 * the keystore no word can be read; what is due is then destroyed when it is back.
 */
async function destroyDue(): Promise<void> {
	await workThrough({ forget });
	await expire({}).catch((error: unknown) => {
		if (error instanceof DatabaseDown) throw error;
		if (!(error instanceof KeystoreDown)) logError('destroy-due', error);
	});
}

/** Gives whether this is the demonstration network. */
async function prepareDatabase(db: Database, settings: Settings): Promise<boolean> {
	await migrate(db, readMigrations(settings.root));
	return db.transaction(async (tx) => {
		await takeTurn(tx);
		const kind = await installationKind(tx);
		if (kind === null && !mayDemonstrate(settings)) throw new NotSetUp();
		if (kind === 'demonstration' && !mayDemonstrate(settings)) throw new NotSetUp();
		const demonstration = kind !== 'real';
		if (kind === null) await markInstallation(tx, 'demonstration');
		await loadOrganisations(tx, { demonstration });
		await loadStarterContent(tx);
		await loadProjects(tx, { demonstration });
		await loadActivities(tx);
		if (demonstration) await loadDemonstration(tx);
		return demonstration;
	});
}

async function loadDemonstration(tx: Queryable): Promise<void> {
	await loadDemonstrationPeople(tx);
	const names = {
		ru: 'Демо-стол Kysymys Piste, Куопио',
		fi: 'Demopiste Kysymys Piste, Kuopio',
		en: 'Demo desk Kysymys Piste, Kuopio',
	};
	const counted = { projectId: demonstrationProjectId(), planLine: 'chat' };
	const desk = { id: 'demo-kuopio', organisationId: 'demo-kuopio', names, zone: 'Europe/Helsinki', ...counted };
	await makeDesk(tx, desk, TWELVE_HOURS);
	await loadDemonstrationPlaces(tx);
	await loadDemonstrationSeason(tx, demonstrationProjectId());
	await loadDemonstrationVolunteers(tx);
}

/** Only `silta setup` makes an installation that may be reached from elsewhere. */
export class NotSetUp extends Error {
	override name = 'NotSetUp';
	constructor() {
		super('this is not loopback, and no installation was set up here: run "npx silta setup --help" first');
	}
}

/** What was just published is found without waiting for somebody to search. */
function searchRounds(): () => Promise<void> {
	const begun = instant();
	return every(LOOK_MS, async () => {
		if (instant() - begun >= SEARCH_AFTER_MS) prepareSearch();
	});
}
