import { expect, test } from 'vitest';
import { isMailAddress, mailPlace } from './place.ts';

test('a mail server is reached under TLS, but for this machine and private nets', () => {
	expect(mailPlace('imaps://desk%40example.org:a%2Fb@mail.example.org/Apu', 'imap')).toEqual({
		...{ host: 'mail.example.org', port: 993, tls: 'whole', user: 'desk@example.org', password: 'a/b', folder: 'Apu' },
	});
	expect(mailPlace('imap://a:b@mail.example.org', 'imap')).toMatchObject({
		port: 143,
		tls: 'upgrade',
		folder: 'INBOX',
	});
	expect(mailPlace('smtp://mail.example.org', 'smtp')).toMatchObject({ port: 587, tls: 'upgrade', user: null });
	expect(mailPlace('smtp://10.0.0.5:25', 'smtp')).toMatchObject({ port: 25, tls: 'none' });
	expect(mailPlace('imap://a:b@10.0.0.5.example.org', 'imap')).toMatchObject({ tls: 'upgrade' });
});

test.each(['http://a:b@x', 'imap://x', 'imaps://a:%zz@x', 'imap:', 'smtp://a:b@x', ''])('%s is no mailbox', (text) => {
	expect(mailPlace(text, 'imap')).toBeNull();
});

test('an address is one mailbox and nothing that could become a header or a list', () => {
	expect(['a@b', 'anna.k+x@esimerkki.fi', 'аня@пример.рф'].every(isMailAddress)).toBe(true);
	const wrong = ['', 'a', '@b', 'a@', 'a@b@c', 'a b@c', 'a@b, c@d', '<a@b>', 'a@b\nBcc: c@d', `${'a'.repeat(65)}@b`];
	expect(wrong.filter(isMailAddress)).toEqual([]);
});
