import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { isPicture, kindOf } from '../pictures/kind.ts';
import { plainOf } from './html.ts';
import type { DeliveryReport, Letter, LetterFile, LetterFileKind } from './letter.ts';
import { isMailAddress } from './place.ts';

const MOST_IDS = 60;
/** Files have long lines, a mail of 25 MB 350 000 of them; short ones are somebody's words. */
const MOST_LINES = 400_000;
const MOST_SHORT_LINES = 50_000;
const SHORT = 60;
const MOST_PARTS = 1_000;
/** What is kept of a letter is far shorter. */
const LONGEST_TEXT = 200_000;
/** Mail programs put many marks around few words. */
const LONGEST_HTML = 4_000_000;
const READ_OF_REPORT = 64 * 1_024;

/** Takes a mail apart. What is broken in it is read as far as it goes; nothing in it is run or fetched. */
export async function parseLetter(raw: Uint8Array): Promise<Letter> {
	const read = bearable(raw);
	const mail = await new Reader(OPTIONS).parse(read);
	const report = reportOf(mail);
	return {
		isWhole: read.length === raw.length,
		messageId: idsIn(mail.messageId)[0] ?? null,
		references: [...new Set([...idsIn(mail.references), ...idsIn(mail.inReplyTo)])].slice(-MOST_IDS),
		from: senderOf(mail),
		headers: new Map([...mail.headers].reverse().map(({ key, value }) => [key, value])),
		subject: oneLine(mail.subject ?? ''),
		text: textOf(mail),
		files: mail.attachments.filter((one) => !report || !isOfReport(one)).map(fileOf),
		report,
	};
}

/** A mail within a mail is a file: it would be read by the reader's own ways. */
const OPTIONS = { maxNestingDepth: 30, maxHeadersSize: 512 * 1_024, forceRfc822Attachments: true };

type Written = { readonly type: string; readonly value: unknown };

/** The reader's own way from HTML to plain text takes hours over some mails of a megabyte; ours is one pass. */
class Reader extends PostalMime {
	declare textMap: Map<unknown, { readonly plain?: readonly Written[]; readonly html?: readonly Written[] }>;
	declare textContent: Record<string, string>;

	renderTextContent(): void {
		const parts = [...this.textMap.values()].map(({ plain = [], html = [] }) =>
			wordsIn(plain).trim() ? wordsIn(plain) : plainOf(wordsIn(html).slice(0, LONGEST_HTML)),
		);
		this.textContent = { plain: parts.join('\n') };
	}
}

const wordsIn = (written: readonly Written[]): string =>
	written.map(({ value }) => (typeof value === 'string' ? value : '')).join('\n');

/** Each line and each part costs time and memory: of one that is made of nothing else the beginning is read. */
function bearable(raw: Uint8Array): Uint8Array {
	let [lines, short, parts, begin] = [0, 0, 0, 0];
	for (let end = raw.indexOf(LINE_FEED); end >= 0; end = raw.indexOf(LINE_FEED, begin)) {
		lines += 1;
		if (end - begin < SHORT) short += 1;
		if (raw[begin] === DASH && raw[begin + 1] === DASH) parts += 1;
		begin = end + 1;
		if (lines > MOST_LINES || short > MOST_SHORT_LINES || parts > MOST_PARTS) return raw.subarray(0, begin);
	}
	return raw;
}

const [LINE_FEED, DASH] = [10, 45];

/** What looks like ids, one after the other. */
const idsIn = (text = ''): string[] => text.match(/<[^<>\s]{3,250}>/g)?.slice(-MOST_IDS) ?? [];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

function senderOf({ from }: Email): string | null {
	const address = (from?.address ?? from?.group?.[0]?.address ?? '').trim().toLowerCase();
	return isMailAddress(address) ? address : null;
}

function textOf({ text = '' }: Email): string {
	return text
		.slice(0, LONGEST_TEXT)
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.trim();
}

function fileOf(one: Attachment): LetterFile {
	const bytes = bytesOf(one);
	return { kind: fileKind(bytes), bytes: bytes.length };
}

function fileKind(bytes: Uint8Array): LetterFileKind {
	const kind = kindOf(bytes);
	if (kind === 'pdf') return 'pdf';
	return isPicture(kind) || kind === 'heic' || kind === 'avif' || kind === 'gif' ? 'picture' : 'other';
}

function bytesOf({ content }: Attachment): Uint8Array {
	if (typeof content === 'string') return Buffer.from(content);
	return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const REPORTING = ['message/delivery-status', 'message/rfc822', 'text/rfc822-headers', 'message/global-headers'];
const isOfReport = ({ mimeType }: Attachment): boolean => REPORTING.includes(mimeType);

/** RFC 3464. */
function reportOf(mail: Email): DeliveryReport | null {
	const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
	if (!status) return null;
	const returned = mail.attachments.filter((one) => one !== status && isOfReport(one)).map(beginning);
	const ids = returned.flatMap((text) => idsIn(/^message-id:\s*(<[^<>\s]+>)/im.exec(text)?.[1]));
	return { hasFailed: /^action:\s*failed\b/im.test(beginning(status)), ids };
}

const beginning = (one: Attachment): string => Buffer.from(bytesOf(one).subarray(0, READ_OF_REPORT)).toString('latin1');
