/** Letters as people and machines send them. Each names itself in its text, so that it can be found again. */
export type Posted = {
	readonly raw: string;
	/** Somebody has opened it in the mailbox already. */
	readonly seen: boolean;
};

export const OURS = 'desk@mail.test';

type Written = { readonly from: string; readonly text: string; readonly answers?: string; readonly more?: string };
let written = 0;

export function letter({ from, text, answers, more }: Written): string {
	written += 1;
	const head = [
		`Message-ID: <drill.${process.pid}.${written}@mail.test>`,
		`From: =?utf-8?Q?Kto-to?= <${from}>`,
		`To: ${OURS}`,
		'Subject: Vopros',
		`Date: ${new Date().toUTCString()}`,
		...(answers ? [`In-Reply-To: ${answers}`, `References: <one@elsewhere.test> ${answers}`] : []),
		...(more ? [more] : []),
		...['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
	];
	return `${head.join('\r\n')}\r\n\r\n${text}\r\n`;
}

export const personal = (name: string): string =>
	letter({ from: `${name}@mail.test`, text: `Здравствуйте, помогите войти. Это ${name}.` });

/** What answers by itself, in the ways in which programs say so; nothing of it is a case. */
export const machines = (): string[] => [
	letter({ from: 'away@mail.test', text: 'Olen lomalla', more: 'Auto-Submitted: auto-replied' }),
	letter({ from: 'robot@mail.test', text: 'Ticket 1', more: 'X-Autoreply: yes' }),
	letter({ from: 'mailer-daemon@mail.test', text: 'Could not be delivered' }),
	letter({ from: OURS, text: 'Our own' }),
	letter({ from: 'echo@mail.test', text: 'Our own came back', more: `X-Loop: ${OURS}` }),
];

/** Broken in ways that mail programs have been broken; somebody may have meant it all the same. */
export const broken = (): string[] => [
	'From: torn@mail.test\r\nContent-Type: multipart/mixed; boundary="b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nапу',
	'no header at all, and no end of line',
	`From: odd@mail.test\r\nContent-Type: text/plain; charset=nothing\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%=\r\n`,
	`${'Received: x\r\n'.repeat(400)}From: deep@mail.test\r\n${nested(40)}`,
];

function nested(depth: number): string {
	const parts = Array.from(
		{ length: depth },
		(_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
	);
	return `${parts.join('')}Content-Type: text/plain\r\n\r\nhello\r\n`;
}

/** Fifty megabytes: words, then a photo. */
export function huge(): string {
	const head = letter({ from: 'huge@mail.test', text: '' }).replace(
		'text/plain; charset=utf-8',
		'multipart/mixed; boundary=b',
	);
	const words = '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nВот фотографии\r\n';
	const photo = '--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n';
	return `${head}${words}${photo}${`${'A'.repeat(76)}\r\n`.repeat(660_000)}--b--\r\n`;
}

export const idOf = (raw: string): string => /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';

export function shuffled<T>(all: readonly T[], chance: () => number): T[] {
	const mixed = [...all];
	for (let at = mixed.length - 1; at > 0; at -= 1) {
		const other = Math.floor(chance() * (at + 1));
		[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
	}
	return mixed;
}
