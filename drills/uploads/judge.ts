import sharp from 'sharp';
import type { Answer } from '../../bench/common/request.ts';
import { CANARY, PLACE, type Specimen } from './pictures.ts';
import type { Outcome } from './send.ts';

/** What is wrong with what became of a file; empty when it was refused, or taken and nothing hostile came through. */
export async function faultsIn({ expected }: Specimen, { status, refused, pages }: Outcome): Promise<string[]> {
	const isTaken = pages.length > 0;
	const faults = await Promise.all(pages.map(faultsOnPage));
	return [
		...(status >= 500 ? [`answered with ${status}`] : []),
		...(isTaken === (refused !== null) ? ['neither taken nor refused'] : []),
		...(expected && (expected === 'taken') !== isTaken ? [`was not ${expected} (${refused ?? status})`] : []),
		...faults.flat(),
	];
}

const HEADERS: Readonly<Record<string, RegExp>> = {
	'content-type': /^image\/webp$/,
	'content-disposition': /^attachment; filename="silta-\d+-\d+\.webp"$/,
	'content-security-policy': /^sandbox; default-src 'none'/,
	'x-content-type-options': /^nosniff$/,
	'cache-control': /^no-store$/,
	'cross-origin-resource-policy': /^same-origin$/,
};

async function faultsOnPage({ headers, body }: Answer): Promise<string[]> {
	const wrong = Object.entries(HEADERS).filter(([name, wanted]) => !wanted.test(String(headers[name])));
	return [...wrong.map(([name]) => `${name}: ${headers[name]}`), ...(await faultsInPicture(body))];
}

/** Place by each of its names. Four letters: three of them pixels said by chance, once in some twenty runs. */
const TELLING = [CANARY, PLACE, 'GPSL', 'GPSA', 'GPSI', 'Exif', 'xmpmeta', 'ICC_PROFILE'];

/** Nothing but colours: no part of the file says where, with what or by whom it was made. */
async function faultsInPicture(file: Buffer): Promise<string[]> {
	const told = TELLING.filter((word) => isIn(file, word));
	const about = await sharp(file)
		.metadata()
		.catch(() => null);
	if (about?.format !== 'webp') return [...told, 'is no WebP'];
	const kept = (['exif', 'icc', 'iptc', 'xmp'] as const).filter((part) => about[part] !== undefined);
	const isWhole = file.length === file.readUInt32LE(4) + 8;
	const isSmall = Math.max(about.width, about.height) <= 2_000;
	return [...told, ...kept, ...(isWhole ? [] : ['something stands behind it']), ...(isSmall ? [] : ['is too large'])];
}

function isIn(file: Buffer, word: string): boolean {
	return file.includes(word) || file.includes(Buffer.from(word, 'utf16le'));
}
