import nodemailer from 'nodemailer';
import { Away } from '../away.ts';
import type { Outgoing } from './letter.ts';
import type { MailPlace } from './place.ts';

/** The mail server does not take anything now; what was given to it goes later. */
export class PostAway extends Away {
	override name = 'PostAway';
}

export type Post = {
	/** `sent` once the server has taken it; `refused` when it says that it never will. Else it is away. */
	send(mail: Outgoing): Promise<'sent' | 'refused'>;
	close(): void;
};

export function postAt(place: MailPlace, from: string): Post {
	const transport = nodemailer.createTransport({
		...{ host: place.host, port: place.port, secure: place.tls === 'whole', requireTLS: place.tls === 'upgrade' },
		...(place.tls === 'none' && { ignoreTLS: true }),
		...(place.user !== null && { auth: { user: place.user, pass: place.password ?? '' } }),
		...{ pool: true, maxConnections: 1, maxMessages: 100, disableFileAccess: true, disableUrlAccess: true },
		...{ connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 },
	});
	return {
		async send(mail) {
			try {
				await transport.sendMail(messageOf(mail, from));
				return 'sent';
			} catch (error) {
				if (isForGood(error)) return 'refused';
				throw new PostAway('the mail server does not take it now', { cause: error });
			}
		},
		close: () => transport.close(),
	};
}

/** It says of itself that a machine sent it, so that no other machine answers (RFC 3834). */
function messageOf({ to, subject, text, messageId, language }: Outgoing, from: string) {
	return {
		from: { name: 'Silta', address: from },
		to: { name: '', address: to },
		...{ subject, text, messageId },
		headers: {
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
			'X-Loop': from,
			'Content-Language': language,
		},
	};
}

/** Of the address alone. A server that takes nothing of ours now may be mended; nothing is lost until then. */
function isForGood(error: unknown): boolean {
	if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false;
	return String(error.command).startsWith('RCPT') && Number(error.responseCode) >= 500;
}
