import path from 'node:path';
import * as v from 'valibot';
import { isPrivate, keystorePlace } from './keystore/place.ts';
import { isMailAddress, type MailProtocol, mailPlace } from './mail/place.ts';

/** Every setting, declared once. All come from the environment; a wrong one is named and refused at start. */
const port = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(65_535));
const count = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.integer(), v.minValue(1));
const onOff = v.pipe(
	v.picklist(['on', 'off']),
	v.transform((word) => word === 'on'),
);

const webAddress = v.pipe(
	v.string(),
	v.regex(/^https?:\/\//),
	v.check((address) => URL.canParse(address)),
);

/** Words of people travel in the clear only within the machine or a private net. */
const ownAddress = v.pipe(
	webAddress,
	v.check((address) => address.startsWith('https://') || isPrivate(new URL(address).hostname)),
);

const mailServer = (protocol: MailProtocol) =>
	v.pipe(
		v.string(),
		v.check((address) => mailPlace(address, protocol) !== null),
	);

const schema = v.object({
	PORT: v.optional(port, '3000'),
	HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
	SILTA_ROOT: v.optional(v.string(), '.'),
	SILTA_DATA: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
	SILTA_KEYS: v.optional(v.pipe(v.string(), v.minLength(1))),
	/** `on`: a proxy in front overwrites X-Forwarded-Proto and -For, so they may be believed. */
	SILTA_PROXY: v.optional(onOff, 'off'),
	SILTA_STREAMS_PER_SESSION: v.optional(count, '3'),
	SILTA_STREAMS_PER_ADDRESS: v.optional(count, '200'),
	SILTA_STREAMS_PER_NODE: v.optional(count, '10000'),
	/** How many messages one visitor may send in a minute. */
	SILTA_MESSAGES_PER_MINUTE: v.optional(count, '60'),
	/** After so many minutes without a sign of a helper her conversations go back to the queue. */
	SILTA_HELPER_AWAY_MINUTES: v.optional(count, '3'),
	/** The public address of the site: passkeys are bound to its name; sites whose pages we check are told it. */
	SILTA_ADDRESS: v.optional(webAddress),
	/** A translation service of the LibreTranslate shape, for drafts; without it nothing is sent anywhere. */
	TRANSLATION_URL: v.optional(webAddress),
	TRANSLATION_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
	/** The same shape, for what people write in conversations: whoever sets it says that their words may go there. */
	WORDS_TRANSLATION_URL: v.optional(ownAddress),
	WORDS_TRANSLATION_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
	/** A gateway for text messages (docs/runbooks/sms.md); without it none are sent. */
	SMS_URL: v.optional(ownAddress),
	SMS_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
	/** The number or name that the gateway shows as the sender. */
	SMS_FROM: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
	/** With it the gateway says that what it brings comes from it; without it nothing is taken in. */
	SMS_IN_SECRET: v.optional(v.pipe(v.string(), v.minLength(20))),
	/** The mailbox of the desk and the server that takes our mails; without them there is no e-mail. */
	IMAP_URL: v.optional(mailServer('imap')),
	SMTP_URL: v.optional(mailServer('smtp')),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.check(isMailAddress))),
	MAIL_SECONDS: v.optional(count, '20'),
	/** The keystore's own process, for several nodes; without it the keys are in the folder SILTA_KEYS. */
	KEYSTORE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check((address) => keystorePlace(address) !== null),
		),
	),
	KEYSTORE_SECRET: v.optional(v.pipe(v.string(), v.minLength(1))),
	KEYSTORE_SECRET_FILE: v.optional(v.pipe(v.string(), v.minLength(1))),
	DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
	DATABASE_POOL: v.optional(count, '10'),
});

export type Settings = ReturnType<typeof parseSettings>;

export class WrongSetting extends Error {}

/** What each setting must look like, for the sentence that names a wrong one. */
const EXPECTED: Record<string, string> = {
	PORT: 'a number from 1 to 65535',
	HOST: 'an address to listen on, such as 127.0.0.1',
	SILTA_DATA: 'a folder',
	SILTA_KEYS: 'a folder',
	SILTA_PROXY: 'on or off',
	SILTA_ADDRESS: 'an address that begins with https:// or http://',
	TRANSLATION_URL: 'an address that begins with https:// or http://',
	TRANSLATION_KEY: 'the key that the translation service gave',
	WORDS_TRANSLATION_URL: 'an https address, or http on this machine or a private net',
	WORDS_TRANSLATION_KEY: 'the key that the translation service gave',
	SMS_URL: 'an https address, or http on this machine or a private net',
	SMS_KEY: 'the key that the gateway gave',
	SMS_FROM: 'a number or name of at most 20 letters',
	SMS_IN_SECRET: 'a secret of at least 20 letters',
	IMAP_URL: 'an address such as imaps://name:password@mail.example.org/INBOX, percent-encoded',
	SMTP_URL: 'an address such as smtps://name:password@mail.example.org, percent-encoded',
	MAIL_FROM: 'the one address from which our mails come and to which people answer',
	KEYSTORE_URL:
		'unix: and the path of a socket, or http:// with an address of this machine or a private net and a port',
	DATABASE_URL: 'an address that begins with postgres://',
};

export function parseSettings(environment: Record<string, string | undefined>) {
	const result = v.safeParse(schema, environment);
	if (!result.success) throw new WrongSetting(nameWrong(result.issues));
	const s = result.output;
	const data = path.resolve(s.SILTA_DATA);
	return {
		port: s.PORT,
		host: s.HOST,
		root: path.resolve(s.SILTA_ROOT),
		data,
		keys: path.resolve(s.SILTA_KEYS ?? path.join(data, 'keys')),
		behindProxy: s.SILTA_PROXY,
		streams: {
			perSession: s.SILTA_STREAMS_PER_SESSION,
			perAddress: s.SILTA_STREAMS_PER_ADDRESS,
			perNode: s.SILTA_STREAMS_PER_NODE,
		},
		messagesPerMinute: s.SILTA_MESSAGES_PER_MINUTE,
		helperAwayMinutes: s.SILTA_HELPER_AWAY_MINUTES,
		address: s.SILTA_ADDRESS,
		translator: s.TRANSLATION_URL ? { url: s.TRANSLATION_URL, key: s.TRANSLATION_KEY } : null,
		wordsTranslator: s.WORDS_TRANSLATION_URL ? { url: s.WORDS_TRANSLATION_URL, key: s.WORDS_TRANSLATION_KEY } : null,
		sms: s.SMS_URL ? { url: s.SMS_URL, key: s.SMS_KEY ?? '', from: s.SMS_FROM ?? null } : null,
		smsInSecret: s.SMS_IN_SECRET ?? null,
		mail: mailOf(s),
		keystore: keystoreOf(s),
		databaseUrl: s.DATABASE_URL,
		databasePool: s.DATABASE_POOL,
	};
}

type Mailing = Partial<Record<'IMAP_URL' | 'SMTP_URL' | 'MAIL_FROM' | 'SILTA_ADDRESS', string>> & {
	MAIL_SECONDS: number;
};

/** A mailbox that nobody can be answered from is none, and a mail without the address of the site leads nowhere. */
function mailOf(s: Mailing) {
	const [smtp, imap] = [mailPlace(s.SMTP_URL ?? '', 'smtp'), mailPlace(s.IMAP_URL ?? '', 'imap')];
	if (!smtp && !imap) return null;
	if (!smtp) throw new WrongSetting('with IMAP_URL goes SMTP_URL: people hear that their mail came');
	if (!s.MAIL_FROM) throw new WrongSetting(`the setting MAIL_FROM must be ${EXPECTED.MAIL_FROM}`);
	if (!s.SILTA_ADDRESS) throw new WrongSetting('with SMTP_URL goes SILTA_ADDRESS: the links of our mails lead there');
	return { smtp, imap, from: s.MAIL_FROM.toLowerCase(), site: s.SILTA_ADDRESS, seconds: s.MAIL_SECONDS };
}

type Keyed = { KEYSTORE_URL?: string; KEYSTORE_SECRET?: string; KEYSTORE_SECRET_FILE?: string };

function keystoreOf(s: Keyed) {
	const place = s.KEYSTORE_URL === undefined ? null : keystorePlace(s.KEYSTORE_URL);
	return place && { url: s.KEYSTORE_URL, place, secret: s.KEYSTORE_SECRET, secretFile: s.KEYSTORE_SECRET_FILE };
}

export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function nameWrong(issues: readonly v.BaseIssue<unknown>[]): string {
	const name = String(issues[0]?.path?.[0]?.key ?? '');
	return `the setting ${name} must be ${EXPECTED[name] ?? 'a positive number'}`;
}
