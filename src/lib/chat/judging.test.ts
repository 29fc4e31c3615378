import fs from 'node:fs';
import { expect, test } from 'vitest';
import { judgesEntitlement } from './judging.ts';

test.each([
	'Вам положено пособие на жильё',
	'Да, вам точно положена выплата',
	'Вы имеете право на toimeentulotuki',
	'Вы получите гражданство через год',
	'Не волнуйтесь, вам дадут пособие',
	'Вам выплатят 300 евро',
	'Вам обязательно дадут',
	'Вам откажут',
	'Вы не имеете права на эту пенсию',
	'Решение будет положительным',
	'Sinulle kuuluu asumistuki',
	'Olet oikeutettu yleistukeen',
	'Saat asumistukea 300 euroa kuussa',
	'Et saa kansalaisuutta vielä',
	'Hakemuksesi hyväksytään kyllä',
	'You will get the housing allowance',
	'You are entitled to the benefit',
	'Don’t worry, your application will be approved',
	'You won’t get citizenship yet',
])('a promise of what an authority will decide: %s', (text) => {
	expect(judgesEntitlement(text)).toBe(true);
});

test.each([
	'Положено ли Вам пособие, решает Кела',
	'Имеете ли Вы право на пособие, скажет только Кела',
	'Вы получите код по смс',
	'Вы получите ответ в OmaKela',
	'Вам придёт письмо с решением',
	'Если вам дадут пособие, решение придёт в OmaKela',
	'Мы не можем предсказать, дадут ли Вам гражданство',
	'Возможно, вы имеете право на помощь юриста, спросите в oikeusapu',
	'Вы подали заявление на пособие?',
	'Вам дадут номер очереди',
	'Kela päättää, saatko asumistukea',
	'Saat tekstiviestin, kun hakemus on perillä',
	'Tarkista laskurista, kuuluuko sinulle tuki',
	'Voit hakea asumistukea OmaKelassa',
	'Kela decides whether you get the allowance',
	'You will get a message when they have decided',
	'You may be entitled to help, ask them',
	'',
])('no promise: %s', (text) => {
	expect(judgesEntitlement(text)).toBe(false);
});

test('no ready phrase promises', () => {
	const file = fs.readFileSync(new URL('../../../starter/phrases.json', import.meta.url), 'utf8');
	const phrases: { id: string; texts: Record<string, string> }[] = JSON.parse(file);
	const promising = phrases.filter(({ texts }) => Object.values(texts).some(judgesEntitlement));
	expect(promising.map(({ id }) => id)).toEqual([]);
});
