import { createHash, createHmac } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';

/**
 * Everything that leads from a mail to a case is drawn from the id of its notice under a secret of the keystore: it is the
 * same at each try, it is nowhere in the database, and from the database nobody can make it (docs/decisions/0023).
 */
type Purpose = 'message-id' | 'message' | 'link' | 'address' | 'mail' | 'mailbox';

async function keyed(purpose: Purpose, text: string): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('mails'))
		.update(`${purpose}\0${text}`)
		.digest();
}

/** 128 bits that nobody can guess who did not get the mail. */
export async function messageIdOf(noticeId: string, from: string): Promise<string> {
	const local = (await keyed('message-id', noticeId)).subarray(0, 16).toString('hex');
	return `<${local}@${domainOf(from)}>`;
}

/** Null for an id that we cannot have given out. */
export async function hashOfMessageId(id: string, from: string): Promise<Buffer | null> {
	const found = /^<([\da-f]{32})@([^<>@]+)>$/.exec(id);
	return found?.[2]?.toLowerCase() === domainOf(from) ? keyed('message', found[1] ?? '') : null;
}

export const tokenOfNotice = async (noticeId: string): Promise<string> =>
	(await keyed('link', noticeId)).toString('base64url');

/** The token has 256 bits; a plain hash is enough. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest();

export const hashOfAddress = (address: string): Promise<Buffer> => keyed('address', address.toLowerCase());

export const hashOfMail = (mark: string): Promise<Buffer> => keyed('mail', mark);

export const idOfMailbox = async (place: { user: string | null; host: string; folder: string }): Promise<string> =>
	(await keyed('mailbox', `${place.user}@${place.host}/${place.folder}`)).toString('base64url').slice(0, 22);

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
