import { deflateSync } from 'node:zlib';
import { FIRST_EXTRA, latin, pdf, pdfOf, type PdfParts, stream } from '../../bin/testing/files.ts';
import { CANARY, PLACE, type Specimen } from './pictures.ts';

/** PDFs: as an office sends them, with things in them that act, and such as are made to cost. */
export function documents(): Specimen[] {
	return [...ordinary(), ...acting(), ...costly(), ...damaged()].map((one) => ({
		...{ type: 'application/pdf', name: 'paatos.pdf' },
		...one,
	}));
}

function ordinary(): Specimen[] {
	return [
		{ what: 'PDF of one page', bytes: pdf(1), expected: 'taken' },
		{ what: 'PDF of ten pages', bytes: pdf(10), expected: 'taken' },
		{ what: 'PDF of twelve pages', bytes: pdf(12), expected: 'taken' },
		{ what: 'PDF that calls itself a picture', bytes: pdf(1), type: 'image/png', name: 'x.png', expected: 'taken' },
		{
			what: 'PDF with who wrote it where',
			bytes: acts({ trailer: `/Info << /Author (${CANARY}) /Subject (${PLACE}) >>` }),
		},
	];
}

const acts = (parts: PdfParts): Buffer => pdf(1, parts);
const annotated = (annotation: string): Buffer =>
	acts({ page: `/MediaBox [0 0 595 842] /Annots [<< /Type /Annot /Rect [0 0 595 842] ${annotation} >>]` });

function acting(): Specimen[] {
	const script = `/S /JavaScript /JS (app.alert('${CANARY}'))`;
	const embedded = [stream(latin(CANARY)), `<< /Type /Filespec /F (${CANARY}.exe) /EF << /F ${FIRST_EXTRA} 0 R >> >>`];
	const names = `/Names << /EmbeddedFiles << /Names [(${CANARY}.exe) ${FIRST_EXTRA + 1} 0 R] >> >>`;
	const field = `/Subtype /Widget /FT /Tx /T (${CANARY}) /AA << /F << ${script} >> >>`;
	return [
		{ what: 'PDF with script at its opening', bytes: acts({ root: `/OpenAction << ${script} >>` }) },
		{
			what: 'PDF with script on its page',
			bytes: acts({ page: `/MediaBox [0 0 595 842] /AA << /O << ${script} >> >>` }),
		},
		{ what: 'PDF with a file in it', bytes: acts({ root: names, extra: embedded }) },
		{
			what: 'PDF with a link',
			bytes: annotated(`/Subtype /Link /A << /S /URI /URI (https://example.org/${CANARY}) >>`),
		},
		{ what: 'PDF that starts a program', bytes: acts({ root: `/OpenAction << /S /Launch /F (${CANARY}) >>` }) },
		{
			what: 'PDF that reads from elsewhere',
			bytes: annotated(`/Subtype /Link /A << /S /GoToR /F (\\\\\\\\example.org\\\\${CANARY}) >>`),
		},
		{ what: 'PDF with a form that acts', bytes: annotated(field) },
		{ what: 'PDF that is also a page', bytes: Buffer.concat([pdf(1), latin(`<html><script>${CANARY}</script>`)]) },
		{
			what: 'PDF with a form of another kind',
			bytes: acts({
				root: `/AcroForm << /XFA ${FIRST_EXTRA} 0 R /Fields [] >>`,
				extra: [stream(latin(`<xdp>${CANARY}</xdp>`))],
			}),
		},
	];
}

function costly(): Specimen[] {
	const packed = '/Filter /FlateDecode';
	const self = stream(
		latin('/X Do /X Do'),
		'/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
	);
	const image = `/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${packed}`;
	const many = '0 0 595 842 re S '.repeat(300_000);
	return [
		{
			what: 'PDF whose page unfolds to a hundred megabytes',
			bytes: acts({ content: deflateSync(Buffer.alloc(100_000_000, ' ')), filter: packed }),
		},
		{
			what: 'PDF with a picture of 30,000 by 30,000',
			bytes: acts({
				content: latin('500 0 0 500 0 0 cm /X Do'),
				extra: [stream(deflateSync(Buffer.alloc(50_000_000)), image)],
			}),
		},
		{ what: 'PDF that draws itself', bytes: acts({ content: latin('/X Do'), extra: [self] }) },
		{ what: 'PDF that draws very much', bytes: acts({ content: deflateSync(latin(many)), filter: packed }) },
		{ what: 'PDF that nests without end', bytes: acts({ root: `/A ${'['.repeat(100_000)}` }) },
		{ what: 'PDF of five thousand pages', bytes: pdf(5_000) },
		{ what: 'PDF with a page as large as a town', bytes: acts({ page: '/MediaBox [0 0 1000000000 1000000000]' }) },
		{ what: 'PDF with a page as thin as a hair', bytes: acts({ page: '/MediaBox [0 0 1 1000000]' }) },
		{ what: 'PDF with a page of no size', bytes: acts({ page: '/MediaBox [0 0 0 0]' }) },
	];
}

function damaged(): Specimen[] {
	const whole = pdf(2);
	const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (';
	const loop = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1000000000 /Kids [2 0 R] >>'];
	const refused = 'refused' as const;
	return [
		{
			what: 'PDF behind a password',
			bytes: pdf(1, { trailer: `${locked}${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(a) (a)]` }),
			expected: refused,
		},
		{ what: 'PDF whose pages lead in a circle', bytes: pdfOf(loop) },
		{
			what: 'PDF without pages',
			bytes: pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
			expected: refused,
		},
		{ what: 'PDF of its mark alone', bytes: latin('%PDF-1.7\n'), expected: refused },
		{
			what: 'PDF with script before its mark',
			bytes: Buffer.concat([latin(`<script>${CANARY}</script>`), whole]),
			expected: refused,
		},
		...[0.2, 0.5, 0.9].map((share) => ({
			what: `PDF that breaks off after ${share * 100} %`,
			bytes: whole.subarray(0, whole.length * share),
		})),
	];
}
