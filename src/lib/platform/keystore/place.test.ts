import { expect, test } from 'vitest';
import { keystorePlace } from './place.ts';

test('a socket, this machine and private nets are places of a keystore', () => {
	expect(keystorePlace('unix:/run/silta/keystore.sock')).toEqual({ socketPath: '/run/silta/keystore.sock' });
	expect(keystorePlace('http://127.0.0.1:7070')).toEqual({ host: '127.0.0.1', port: 7070 });
	expect(keystorePlace('http://[::1]:7070/')).toEqual({ host: '::1', port: 7070 });
	expect(keystorePlace('http://10.1.2.3:7070')).toEqual({ host: '10.1.2.3', port: 7070 });
	expect(keystorePlace('http://[fd12:3456::1]:7070')).toEqual({ host: 'fd12:3456::1', port: 7070 });
});

test.each([
	'unix:relative.sock',
	'http://8.8.8.8:7070',
	'http://172.32.0.1:7070',
	'http://keys.example:7070',
	'http://10.example:7070',
	'http://127.0.0.1',
	'https://127.0.0.1:7070',
	'http://127.0.0.1:7070/path',
	'http://user@127.0.0.1:7070',
	'http://[2001:db8::1]:7070',
	'http://999.1.1.1:7070',
])('%s is none', (text) => {
	expect(keystorePlace(text)).toBeNull();
});
