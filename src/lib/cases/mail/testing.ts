/** Letters for tests, and what our own mails say. */
type Written = { from: string; text: string; subject?: string; answers?: string; more?: string };
let written = 0;

export function letter({ from, text, subject = 'Re', answers, more }: Written): string {
	written += 1;
	return [
		`Message-ID: <${written}.${from}>`,
		`From: Somebody <${from}>`,
		`To: desk@mail.test`,
		`Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
		'Date: Sun, 22 Nov 2026 10:00:00 +0200',
		...(answers ? [`In-Reply-To: ${answers}`] : []),
		...(more ? [more] : []),
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		'Content-Transfer-Encoding: 8bit',
		'',
		text,
		'',
	].join('\r\n');
}

export function huge(): string {
	const head = letter({ from: 'big@mail.test', text: '' }).replace(
		'text/plain; charset=utf-8',
		'multipart/mixed; boundary=b',
	);
	const words = '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nВот мои фотографии\r\n';
	const file = '--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n';
	return `${head}${words}${file}${`${'A'.repeat(76)}\r\n`.repeat(660_000)}--b--\r\n`;
}

export const idOf = (raw: string): string => /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';

/** Quoted-printable and base64 bodies, as far as our own mails use them. */
export function decoded(raw: string): string {
	const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
	const text = body.join('\n\n');
	if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
	const bytes = text
		.replace(/=\r?\n/g, '')
		.replace(/=([\dA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}

/** A mail server delivers a moment after it took a mail. */
export async function eventually<T extends { length: number }>(look: () => Promise<T>): Promise<T> {
	let [found, stable] = [await look(), 0];
	for (let tries = 0; tries < 60 && stable < 4; tries += 1) {
		await pause(100);
		const next = await look();
		stable = next.length === found.length && next.length > 0 ? stable + 1 : 0;
		found = next;
	}
	return found;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
