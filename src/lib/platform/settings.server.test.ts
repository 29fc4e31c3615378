import { expect, test } from 'vitest';
import { isLoopback, parseSettings, WrongSetting } from './settings.server.ts';

test('without any setting Silta listens on loopback at 3000 and keeps its keys beside its data', () => {
	const settings = parseSettings({});
	expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', behindProxy: false, messagesPerMinute: 60 });
	expect(settings.keys).toBe(`${settings.data}/keys`);
});

test('nothing is translated elsewhere until somebody says where', () => {
	expect(parseSettings({}).translator).toBeNull();
	expect(parseSettings({ TRANSLATION_KEY: 'k' }).translator).toBeNull();
	const settings = parseSettings({ TRANSLATION_URL: 'http://10.0.0.7:5000', TRANSLATION_KEY: 'k' });
	expect(settings.translator).toEqual({ url: 'http://10.0.0.7:5000', key: 'k' });
});

test('people’s words go to no machine by the setting for public texts', () => {
	expect(parseSettings({ TRANSLATION_URL: 'http://10.0.0.7:5000' }).wordsTranslator).toBeNull();
	for (const url of ['https://translate.example', 'http://127.0.0.1:5000', 'http://[::1]:5000']) {
		expect(parseSettings({ WORDS_TRANSLATION_URL: url })).toMatchObject({ translator: null, wordsTranslator: { url } });
	}
});

test.each([
	['PORT', 'many', /PORT must be a number/],
	['PORT', '70000', /PORT must be a number/],
	['SILTA_PROXY', 'yes', /SILTA_PROXY must be on or off/],
	['DATABASE_URL', 'mysql://x', /DATABASE_URL must be an address/],
	['SILTA_MESSAGES_PER_MINUTE', 'many', /SILTA_MESSAGES_PER_MINUTE must be a positive number/],
	['SILTA_ADDRESS', 'silta.example', /SILTA_ADDRESS must be an address that begins with https/],
	['TRANSLATION_URL', 'file:///etc', /TRANSLATION_URL must be an address that begins with https/],
	['WORDS_TRANSLATION_URL', 'http://translate.example', /WORDS_TRANSLATION_URL must be an https address/],
	['WORDS_TRANSLATION_URL', 'http://10.1.1.1.example', /WORDS_TRANSLATION_URL must be an https address/],
	['KEYSTORE_URL', 'http://keys.example:7070', /KEYSTORE_URL must be unix: and the path of a socket, or http/],
	['IMAP_URL', 'https://mail.example', /IMAP_URL must be an address such as imaps:/],
	['SMTP_URL', 'mail.example', /SMTP_URL must be an address such as smtps:/],
	['MAIL_FROM', 'desk', /MAIL_FROM must be the one address/],
	['DATABASE_POOL', '0', /DATABASE_POOL must be a positive number/],
])('a wrong %s is named', (name, value, sentence) => {
	expect(() => parseSettings({ [name]: value })).toThrow(WrongSetting);
	expect(() => parseSettings({ [name]: value })).toThrow(sentence);
});

test('keys are in the folder until a keystore is named', () => {
	expect(parseSettings({ KEYSTORE_SECRET: 'k' }).keystore).toBeNull();
	const named = parseSettings({ KEYSTORE_URL: 'unix:/run/keys.sock', KEYSTORE_SECRET_FILE: '/etc/secret' }).keystore;
	expect(named).toMatchObject({ place: { socketPath: '/run/keys.sock' }, secretFile: '/etc/secret' });
});

test('a mailbox is set whole or not at all', () => {
	const [SMTP_URL, MAIL_FROM, SILTA_ADDRESS] = ['smtps://mail.example', 'Desk@example.org', 'https://silta.example'];
	expect(parseSettings({ MAIL_FROM }).mail).toBeNull();
	expect(parseSettings({ SMTP_URL, MAIL_FROM, SILTA_ADDRESS }).mail).toMatchObject({
		from: 'desk@example.org',
		imap: null,
	});
	expect(() => parseSettings({ SMTP_URL, SILTA_ADDRESS })).toThrow(/MAIL_FROM must be/);
	expect(() => parseSettings({ SMTP_URL, MAIL_FROM })).toThrow(/SILTA_ADDRESS/);
	expect(() => parseSettings({ IMAP_URL: 'imaps://a:b@mail.example', MAIL_FROM, SILTA_ADDRESS })).toThrow(/SMTP_URL/);
});

test('loopback is told from the open network', () => {
	expect(['127.0.0.1', '127.1.2.3', 'localhost', '::1'].every(isLoopback)).toBe(true);
	expect(['0.0.0.0', '::', '10.0.0.1', 'silta.example'].some(isLoopback)).toBe(false);
});
