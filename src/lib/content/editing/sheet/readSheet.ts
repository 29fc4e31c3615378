import { ID } from '../../item/item.ts';
import { blockKindOf, EMPTY_SHEET, type Sheet, type SheetBlock, type Typed } from './sheet.ts';

/**
 * The form of the editing page as it was sent. Its fields: `block` (ids in order), `words.<block>.<part>`,
 * `kind.<block>`, `control.<block>.fi|sv|en`, `seen.<block>`, `logic.<block>`, `must.<block>`, `minutes.<block>`,
 * `doubtful.<block>`, `picture.<block>`, `about.<field>` (again for each tick), `sign.<block>`, `gone.<block>`.
 */
export function readSheet(form: Iterable<readonly [string, unknown]>): Sheet {
	const fields = collect(form);
	const one = (name: string): string => fields.get(name)?.[0] ?? '';
	const words = wordsIn(fields);
	const ids = [...new Set(fields.get('block') ?? [])].filter(isId);
	return {
		...EMPTY_SHEET,
		about: aboutIn(fields),
		blocks: ids.map((id) => readBlock(id, words[id] ?? {}, one)),
		words,
		signed: ticksIn(fields, 'sign.'),
		removed: ticksIn(fields, 'gone.'),
	};
}

function readBlock(id: string, words: Typed, one: (name: string) => string): SheetBlock {
	const label = (lang: string): string => one(`control.${id}.${lang}`);
	return {
		...{ id, kind: blockKindOf(one(`kind.${id}`)), words },
		control: { fi: label('fi'), sv: label('sv'), en: label('en'), seen: one(`seen.${id}`) === 'on' },
		...{ logic: one(`logic.${id}`), must: one(`must.${id}`), minutes: one(`minutes.${id}`) },
		...{ doubtful: one(`doubtful.${id}`) === 'on', picture: one(`picture.${id}`) },
	};
}

type Fields = ReadonlyMap<string, readonly string[]>;

function collect(form: Iterable<readonly [string, unknown]>): Fields {
	const fields = new Map<string, string[]>();
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		const known = fields.get(name);
		// A browser sends line ends as CR LF, whatever was typed.
		const text = value.replace(/\r\n?/g, '\n');
		if (known) known.push(text);
		else fields.set(name, [text]);
	}
	return fields;
}

function wordsIn(fields: Fields): Record<string, Typed> {
	const words = new Map<string, Record<string, string>>();
	for (const [name, [text = '']] of fields) {
		const [, id = '', part = ''] = /^words\.([a-z0-9-]+)\.([a-z]+)$/.exec(name) ?? [];
		if (id) words.set(id, { ...words.get(id), [part]: text });
	}
	return Object.fromEntries(words);
}

function aboutIn(fields: Fields): Typed {
	const about = [...fields].filter(([name]) => /^about\.[A-Za-z]+$/.test(name));
	return Object.fromEntries(
		about.map(([name, values]) => [name.slice('about.'.length), values.filter(Boolean).join('\n')]),
	);
}

function ticksIn(fields: Fields, prefix: string): string[] {
	return [...fields]
		.filter(([name, [value]]) => name.startsWith(prefix) && value === 'on')
		.map(([name]) => name.slice(prefix.length));
}

/** `__proto__` and its like are no ids, so nothing that is typed can name them. */
const isId = (id: string): boolean => ID.test(id);
