/** Why a password is refused: codes that the catalogue turns into sentences. */
export type PasswordFault = 'too-short' | 'too-long' | 'is-name' | 'common';

export const SHORTEST_PASSWORD = 12;
const LONGEST = 200;

export function faultOf(password: string, names: readonly string[]): PasswordFault | null {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD) return 'too-short';
	if (length > LONGEST) return 'too-long';
	if (names.some((name) => core(name) !== '' && core(name) === core(password))) return 'is-name';
	return isCommon(password) ? 'common' : null;
}

/** The same password typed on two keyboards (й as one sign or two) must be the same bytes. */
export function sameSigns(password: string): string {
	return password.normalize('NFKC');
}

function isCommon(password: string): boolean {
	const letters = core(password);
	// Digits and signs only, such as a telephone number or 1234-5678-9012.
	if (letters === '') return true;
	if (new Set(password.toLowerCase()).size <= 3) return true;
	return isRepeatedWord(letters) || isRunOfKeys(letters);
}

/** What is left when the usual decoration (digits, signs, capitals) is taken off. */
function core(text: string): string {
	return sameSigns(text)
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');
}

/** One of the words, once or several times over. */
function isRepeatedWord(letters: string): boolean {
	return [...COMMON].some((word) => letters.replaceAll(word, '') === '');
}

function isRunOfKeys(letters: string): boolean {
	return letters.length >= 4 && ROWS.some((row) => row.includes(letters) || reversed(row).includes(letters));
}

const reversed = (text: string): string => [...text].reverse().join('');

const ROWS = [
	'qwertyuiopasdfghjklzxcvbnm',
	'qwertyuiopåasdfghjklöäzxcvbnm',
	'йцукенгшщзхъфывапролджэячсмитьбю',
	'abcdefghijklmnopqrstuvwxyz',
	'абвгдежзийклмнопрстуфхцчшщъыьэюя',
];

/** The words most often found under digits in lists of leaked passwords, in the languages of our people. */
const COMMON = new Set(
	[
		'password passwd passwort pass qwerty azerty letmein welcome admin administrator root user login master',
		'secret monkey dragon sunshine princess football baseball iloveyou trustno shadow superman batman michael',
		'computer internet google facebook samsung starwars pokemon whatever freedom hello summer winter spring autumn',
		'changeme default test testtest guest temp silta bridge',
		'salasana salainen suomi finland helsinki kuopio perkele kissa koira kesä talvi syksy kevät tervetuloa rakas',
		'пароль привет любовь россия москва солнце наташа марина андрей сергей спартак йцукен админ тест мост',
		'финляндия суоми хельсинки куопио',
		'parol privet lubov rossiya moskva natasha marina andrey sergey zenit spartak',
	]
		.join(' ')
		.split(' '),
);
