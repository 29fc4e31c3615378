import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKindOf, TYPES } from './fileKind.ts';
import { dispositionOf } from './fileName.ts';
import { archive, PDF, PNG } from './testing.ts';

test('a file is what its bytes are', () => {
	expect(fileKindOf(PDF)).toBe('pdf');
	expect(fileKindOf(PNG)).toBe('png');
	expect(fileKindOf(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBe('jpg');
	expect(fileKindOf(archive({ '[Content_Types].xml': '', 'word/document.xml': '<w/>' }))).toBe('docx');
	expect(fileKindOf(archive({ '[Content_Types].xml': '', 'ppt/presentation.xml': '<p/>' }))).toBe('pptx');
	expect(fileKindOf(archive({ mimetype: TYPES.odt, 'content.xml': '<o/>' }))).toBe('odt');
});

test('pages, programs, other archives and documents that bring programs along are none of ours', () => {
	const page = Buffer.from('<!doctype html><script>alert(1)</script>%PDF-1.7');
	const withMacros = { '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' };
	const withBasic = { mimetype: TYPES.odt, 'Basic/Standard/Module1.xml': 'x' };
	const others = [page, Buffer.from('<svg onload="x">'), Buffer.from('MZ'), Buffer.from(''), Buffer.from('PK\x03\x04')];
	for (const bytes of others) expect(fileKindOf(bytes)).toBeNull();
	const sheet = { '[Content_Types].xml': '', 'xl/workbook.xml': '' };
	const programs: Record<string, string>[] = [withMacros, withBasic, { 'index.html': 'x' }, sheet];
	for (const parts of programs) expect(fileKindOf(archive(parts))).toBeNull();
});

test('whatever the bytes are, reading them ends without an error', () => {
	const broken = fc.uint8Array({ maxLength: 400 }).map((rest) => Buffer.concat([Buffer.from('PK\x03\x04'), rest]));
	const cut = fc
		.nat(120)
		.map((end) => archive({ '[Content_Types].xml': '', 'word/document.xml': '' }).subarray(0, end));
	fc.assert(fc.property(fc.oneof(broken, cut), (bytes) => fileKindOf(bytes) === null || bytes.length > 0));
	const far = archive({ '[Content_Types].xml': '' });
	far.writeUInt32LE(0xffff_ffff, far.length - 6);
	expect(fileKindOf(far)).toBeNull();
});

test('the name of a file is a name and nothing else, in Latin letters and in its own', () => {
	expect(dispositionOf('OmaKela: muistio', 'pdf')).toBe(
		`attachment; filename="OmaKela muistio.pdf"; filename*=UTF-8''OmaKela%20muistio.pdf`,
	);
	expect(dispositionOf('Памятка', 'docx')).toBe(
		`attachment; filename="file.docx"; filename*=UTF-8''%D0%9F%D0%B0%D0%BC%D1%8F%D1%82%D0%BA%D0%B0.docx`,
	);
	expect(dispositionOf('../../etc/x\r\nSet-Cookie: a="b"', 'pdf')).not.toMatch(/[\r\n]|"\w*"b|\//);
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) =>
			/^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''[\w.!~%&+$^`|#-]+$/.test(
				dispositionOf(title, 'pdf'),
			),
		),
	);
	fc.assert(fc.property(fc.string(), (title) => (dispositionOf(title, 'pdf').match(/"/g) ?? []).length === 2));
});
