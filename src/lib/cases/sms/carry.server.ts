import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { type SmsGateway, sendSms } from '#lib/platform/sms/gateway.server.ts';
import { addresses, placeOfAddress } from '../addresses/store.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import type { NoticeEnd } from '../notices/notice.ts';
import type { Carrier } from '../notices/send.server.ts';
import type { NoticeRow } from '../notices/store.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { openInCase } from '../words.server.ts';
import { hashOfNumber } from './number.server.ts';
import { smsCases } from './store.server.ts';
import { shortened } from './text.ts';

/** Carries word of an answer by text message. No link and no code ever go there (docs/decisions/0022). */
export const smsCarrier =
	(gateway: SmsGateway): Carrier =>
	async (notice) => {
		const of = await cases(ground().db).byId(notice.caseId);
		const to = of && (await numberOf(of));
		if (!of || !to) return failed('no-address');
		if (to === 'dark') return failed('dark');
		const text = await textOf(of, notice, to);
		if (text === null) return failed('dark');
		const answer = await sendSms(gateway, { id: notice.id, to, text });
		return answer === 'taken' ? { state: 'sent' } : failed('refused');
	};

const failed = (reason: 'no-address' | 'dark' | 'refused'): NoticeEnd => ({ state: 'failed', reason });

/** Only then she may ask for the text from there. */
async function leadsHere({ id }: CaseRow, number: string): Promise<boolean> {
	return (await smsCases(ground().db).ofNumber(await hashOfNumber(number), today()))?.caseId === id;
}

async function numberOf({ id, wordsUntil }: CaseRow): Promise<string | 'dark' | null> {
	const row = (await addresses(ground().db).ofCase(id)).find(({ kind }) => kind === 'sms');
	if (!row || wordsUntil === null) return null;
	return (await openInCase({ id, wordsUntil }, placeOfAddress(id, 'sms'), row.sealed)) ?? 'dark';
}

async function textOf(of: CaseRow, { about, number }: NoticeRow, to: string): Promise<string | null> {
	const say = sayIn(of.language, ['callback']);
	if (about === 'received') return say('callback.sms.received');
	if (number === null) return say((await leadsHere(of, to)) ? 'callback.sms.answer' : 'callback.sms.word');
	const entry = (await readEntries(ground().db, of)).find((one) => one.number === number);
	if (!entry?.text) return null;
	const { text, isCut } = shortened(entry.text);
	return isCut ? `${text} ${say('callback.sms.more')}` : text;
}
