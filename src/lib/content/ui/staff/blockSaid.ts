import type { Say } from '#lib/platform/i18n/say.ts';
import { plainText } from '../../service.ts';

const MOST_WORDS = 6;

type Named = { readonly id: string; readonly kind: string };

/** «Шаг 3», «Предупреждение»: what a block is called at the desk; with a number where there are several of its kind. */
export function blockSaid(say: Say, blocks: readonly Named[], id: string): string {
	const block = blocks.find((one) => one.id === id);
	if (!block) return id;
	const same = blocks.filter(({ kind }) => kind === block.kind);
	const name = say(`editor.kind.${block.kind}`);
	return same.length > 1 ? `${name} ${same.indexOf(block) + 1}` : name;
}

/** As much of a text as one needs to know it again. */
export function firstWords(text: string): string {
	const words = plainText(text).split(/\s+/).filter(Boolean);
	return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}

/** The name of a field of the form, for a list of what is to be mended. */
export function fieldSaid(say: Say, blocks: readonly Named[], field: string): string {
	const [group = '', id = '', part = ''] = field.split('.');
	if (group === 'about') return say(`editor.about.${id}`);
	if (group === 'words') return `${blockSaid(say, blocks, id)} · ${say(`editor.part.${part}`)}`;
	if (group === 'control') return `${blockSaid(say, blocks, id)} · ${say(`editor.control.${part}`)}`;
	if (group === 'minutes') return `${blockSaid(say, blocks, id)} · ${say('editor.minutes')}`;
	if (id) return blockSaid(say, blocks, id);
	return say('editor.text');
}
