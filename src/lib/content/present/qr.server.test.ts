import QrCode from 'qrcode';
import { expect, test } from 'vitest';
import { qrOf } from './qr.server.ts';

test('the path draws each dark square once, inside a quiet margin', () => {
	const text = 'https://silta.example/ru/guides/moving#send';
	const { size, path } = qrOf(text);
	const { modules } = QrCode.create(text, { errorCorrectionLevel: 'Q' });
	const drawn = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, length]) =>
		Array.from({ length: Number(length) }, (_, at) => `${Number(x) + at - 4},${Number(y) - 4}`),
	);
	const dark = [...modules.data].flatMap((one, at) =>
		one ? [`${at % modules.size},${Math.floor(at / modules.size)}`] : [],
	);
	expect(drawn.toSorted()).toEqual(dark.toSorted());
	expect(size).toBe(modules.size + 8);
});
