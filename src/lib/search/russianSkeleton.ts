export type Rules = readonly (readonly [RegExp, string])[];

/** я and ю after a consonant are a and u, so that «пяятёс» is near päätös. */
export function cyrillicSkeleton(word: string): string {
	const soft = squeeze(word)
		.replace(/([бвгджзклмнпрстфхцчшщ])я/g, '$1а')
		.replace(/([бвгджзклмнпрстфхцчшщ])ю/g, '$1у');
	return squeeze([...soft].map((letter) => CYRILLIC[letter] ?? letter).join(''));
}

export function russianInLatinSkeleton(word: string): string {
	return squeeze(substitute(word, RUSSIAN_IN_LATIN).replace(/[^a-z0-9]/g, ''));
}

export function substitute(word: string, rules: Rules): string {
	return rules.reduce((text, [pattern, to]) => text.replace(pattern, to), word);
}

export function squeeze(word: string): string {
	return word.replace(/(.)\1+/g, '$1');
}

const CYRILLIC: Record<string, string> = {
	...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'z', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
	...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'c', ш: 's' },
	...{ щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia', ґ: 'g', є: 'e', і: 'i', ї: 'i' },
};

const RUSSIAN_IN_LATIN: Rules = [
	[/shch|sch|shh/g, 's'],
	[/[kx]h|x/g, 'h'],
	[/tz|c(?!h)/g, 'ts'],
	[/zh|ž/g, 'z'],
	[/t?ch|tsh|tš|č/g, 'c'],
	[/sh|š/g, 's'],
	[/([bcdfghklmnprstvz])[yji][aä]/g, '$1a'],
	[/([bcdfghklmnprstvz])[yji]u/g, '$1u'],
	[/([bcdfghklmnprstvz])[yj]o/g, '$1e'],
	[/[yj][aä]/g, 'ia'],
	[/[yj]u/g, 'iu'],
	[/[yj]o/g, 'e'],
	[/[yji]e/g, 'e'],
	[/[yj]/g, 'i'],
	[/ä/g, 'a'],
	[/ö/g, 'o'],
	[/w/g, 'v'],
	[/q/g, 'k'],
];
