import { specimenHetu, specimenIban } from '../../src/lib/privacy/masking/specimens.ts';

/** What is said: mostly plain sentences, in every sixth one something that must be hidden. */
export type Said = { text: string; secret: string | null };

const PLAIN = [
	'Здравствуйте, я не могу войти в OmaKela, страница просит подтвердить вход ещё раз.',
	'Нажмите, пожалуйста, кнопку «Vahvista» сами, я подожду и ничего не тороплю.',
	'Теперь там написано, что решение пришло 12.3.2026, а деньги придут 19 числа.',
	'Mitä ruudulla lukee nyt? Voitte kirjoittaa sanat juuri niin kuin ne siinä ovat.',
	'Спасибо, получилось. А как теперь отправить приложение к заявлению, если оно на бумаге?',
];

export function saying(place: number, turn: number): Said {
	const plain = PLAIN[(place + turn) % PLAIN.length] ?? '';
	if ((place + turn) % 6 !== 5) return { text: plain, secret: null };
	const secret =
		turn % 2 === 0 ? specimenHetu('131052', '-', 900 + (place % 99)) : specimenIban('FI', '12345600000785');
	return { text: `${plain} Мой номер ${secret}, посмотрите.`, secret };
}
