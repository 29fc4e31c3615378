import { isPrivate } from '../keystore/place.ts';

/** A mail server as the settings IMAP_URL and SMTP_URL say it. */
export type MailPlace = {
	readonly host: string;
	readonly port: number;
	/** `whole`: from the first byte; `upgrade`: STARTTLS or nothing; `none`: this machine or a private net only. */
	readonly tls: 'whole' | 'upgrade' | 'none';
	readonly user: string | null;
	readonly password: string | null;
	/** The folder of the mailbox; for IMAP. */
	readonly folder: string;
};

export type MailProtocol = 'imap' | 'smtp';

const PORTS = { imap: { whole: 993, open: 143 }, smtp: { whole: 465, open: 587 } };

/** Null when it is nothing of the kind. What people wrote goes over the open internet under TLS alone. */
export function mailPlace(text: string, protocol: MailProtocol): MailPlace | null {
	if (!text.startsWith(`${protocol}://`) && !text.startsWith(`${protocol}s://`)) return null;
	if (!URL.canParse(text)) return null;
	const { protocol: scheme, hostname, port, username, password, pathname } = new URL(text);
	const host = hostname.replace(/^\[|\]$/g, '');
	const user = decoded(username);
	if (host === '' || user === null || decoded(password) === null || (protocol === 'imap' && user === '')) return null;
	const isWhole = scheme === `${protocol}s:`;
	return {
		...{ host, port: Number(port) || PORTS[protocol][isWhole ? 'whole' : 'open'] },
		tls: isWhole ? 'whole' : isPrivate(host) ? 'none' : 'upgrade',
		user: user || null,
		password: decoded(password) || null,
		folder: decoded(pathname.replace(/^\//, '')) || 'INBOX',
	};
}

/** A mailbox and nothing else: no name, no list, nothing that could end a header. */
export function isMailAddress(text: string): boolean {
	return text.length <= 254 && /^[^\s@<>"(),:;[\]\\\p{C}]{1,64}@[^\s@<>"(),:;[\]\\\p{C}]+$/u.test(text);
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
