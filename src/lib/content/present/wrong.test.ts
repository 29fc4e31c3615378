import { expect, test } from 'vitest';
import { runsOf } from '../service.ts';
import { saysWhen, sendsToChat } from './wrong.ts';

test.each([
	['Если нет, спросите в банке.', true],
	['Не нашли [[fi:Lähetä]]? Спросите в чате.', true],
	['Jos sivu ei aukea, odota.', true],
	['Eikö sinulla ole tunnuksia? Soita.', true],
	['If not, call.', true],
	['Спросите в банке.', false],
	['Kysy pankista. Etkö tiedä numeroa? Katso sivuilta.', false],
	['Iffy words do not count.', false],
])('of %j it is known that it says itself when it holds: %j', (text, expected) => {
	expect(saysWhen(runsOf(text))).toBe(expected);
});

test.each([
	['Если нет, спросите в нашем чате.', true],
	['Kysy ihmiseltä chatissa.', true],
	['Ask in the chat.', true],
	['Попробуйте распечатать на другом устройстве.', false],
])('of %j it is known that it sends to the chat: %j', (text, expected) => {
	expect(sendsToChat(runsOf(text))).toBe(expected);
});
