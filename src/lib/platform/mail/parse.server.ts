import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { isPicture, kindOf } from '../pictures/kind.ts';
import { plainOf } from './html.ts';
import type { DeliveryReport, Letter, LetterFile, LetterFileKind } from './letter.ts';
import { isMailAddress } from './place.ts';

const MOST_IDS = 60;
const READ_OF_REPORT = 64 * 1_024;

/** Takes a mail apart. What is broken in it is read as far as it goes; nothing in it is run or fetched. */
export async function parseLetter(raw: Uint8Array): Promise<Letter> {
	const mail = await PostalMime.parse(raw, { maxNestingDepth: 30, maxHeadersSize: 512 * 1_024 });
	return {
		messageId: idsIn(mail.messageId)[0] ?? null,
		references: [...new Set([...idsIn(mail.references), ...idsIn(mail.inReplyTo)])].slice(-MOST_IDS),
		from: senderOf(mail),
		headers: new Map([...mail.headers].reverse().map(({ key, value }) => [key, value])),
		subject: oneLine(mail.subject ?? ''),
		text: textOf(mail),
		files: mail.attachments.filter((one) => !isOfReport(one)).map(fileOf),
		report: reportOf(mail),
	};
}

/** What looks like ids, one after the other. */
const idsIn = (text = ''): string[] => text.match(/<[^<>\s]{3,250}>/g)?.slice(-MOST_IDS) ?? [];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

function senderOf({ from }: Email): string | null {
	const address = (from?.address ?? from?.group?.[0]?.address ?? '').trim().toLowerCase();
	return isMailAddress(address) ? address : null;
}

function textOf({ text, html }: Email): string {
	const written = text?.trim() ? text : plainOf(html ?? '');
	return written
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
