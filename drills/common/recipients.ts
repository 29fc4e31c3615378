import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { fakeGateway, type Mood } from '../../src/lib/platform/sms/testing.ts';

/** One word as it reached somebody; what comes again under its id is the same one. */
export type Got = { readonly id: string; readonly to: string; readonly text: string };
/** How the mail server answers: as it should; it takes nothing; it takes it, and says that it did not. */
export type MailMood = 'well' | 'away' | 'silent-after';

/** What people get by text message and by mail, at carriers that may be away for a while. */
export type Recipients = {
	/** For the nodes. */
	readonly settings: Readonly<Record<string, string>>;
	/** All that reached somebody, each word once. */
	got(to: string): readonly Got[];
	carriersAre(gateway: Mood, mail: MailMood): void;
	stop(): Promise<void>;
};

const SITE = 'http://localhost';
const OURS = 'desk@mail.test';
/** Nobody knows whether it was taken: another try may bring it. */
const NOT_NOW = 451;

export async function recipients(): Promise<Recipients> {
	const gateway = await fakeGateway();
	const mail = await mailSink();
	return {
		settings: {
			...{ SMS_URL: gateway.gateway.url, SMS_KEY: gateway.gateway.key },
			...{ SMTP_URL: mail.url, MAIL_FROM: OURS, SILTA_ADDRESS: SITE },
		},
		got: (to) => [...gateway.got.values(), ...mail.got.values()].filter((one) => one.to === to),
		carriersAre(texting, mailing) {
			gateway.is(texting);
			mail.is(mailing);
		},
		async stop() {
			await Promise.all([gateway.close(), mail.close()]);
		},
	};
}

/** A server that keeps what it takes, once by the id of the mail. */
async function mailSink() {
	const got = new Map<string, Got>();
	let mood: MailMood = 'well';
	const server = new SMTPServer({
		...{ disabledCommands: ['AUTH', 'STARTTLS'], logger: false, closeTimeout: 1 },
		onMailFrom: (_address, _session, done) => done(mood === 'away' ? refusal() : null),
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', async () => {
				const { messageId = '', subject = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks));
				const to = session.envelope.rcptTo[0]?.address ?? '';
				if (!got.has(messageId)) got.set(messageId, { id: messageId, to, text: `${subject}\n${text}` });
				done(mood === 'silent-after' ? refusal() : null);
			});
		},
	});
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo; // it listens on a port
	return {
		...{ url: `smtp://127.0.0.1:${port}`, got },
		is: (now: MailMood) => void (mood = now),
		close: () => new Promise<void>((resolve) => server.close(() => resolve())),
	};
}

const refusal = () => Object.assign(new Error('not now'), { responseCode: NOT_NOW });
