import type { BlockKind } from '../../item/item.ts';
import { blockKindOf, newBlock, type Sheet, type SheetBlock } from './sheet.ts';

/** What a button beside a block asks for: `add:step-3`, `up:step-3`, `down:step-3`, `remove:step-3`. */
type Wish = { readonly what: string; readonly id: string };

export function wishOf(text: string): Wish {
	const [what = '', id = ''] = text.split(':');
	return { what, id };
}

/** The sheet with a block put in after this one, moved or taken out; `touched` is the block to look at next. */
export function reshaped(sheet: Sheet, { what, id }: Wish, kind: string, spent: readonly string[]) {
	const place = sheet.blocks.findIndex((block) => block.id === id);
	if (what === 'add') return added(sheet, place < 0 ? sheet.blocks.length - 1 : place, blockKindOf(kind), spent);
	if (place < 0) return { sheet, touched: '' };
	if (what === 'remove')
		return { sheet: withBlocks(sheet, sheet.blocks.toSpliced(place, 1)), touched: near(sheet, place) };
	const step = what === 'up' ? -1 : what === 'down' ? 1 : 0;
	return { sheet: withBlocks(sheet, moved(sheet.blocks, place, place + step)), touched: id };
}

function added(sheet: Sheet, place: number, kind: BlockKind, spent: readonly string[]) {
	const id = freeId(kind, [...spent, ...sheet.blocks.map((block) => block.id)]);
	return { sheet: withBlocks(sheet, sheet.blocks.toSpliced(place + 1, 0, newBlock(id, kind))), touched: id };
}

/** An id is never used for another block, not even long after its own is gone: translations remember it. */
export function freeId(kind: string, spent: readonly string[]): string {
	const numbers = spent.flatMap((id) => {
		const [, number] = id.match(new RegExp(`^${kind}-(\\d{1,9})$`)) ?? [];
		return number ? [Number(number)] : [];
	});
	return `${kind}-${Math.max(0, ...numbers) + 1}`;
}

function moved(blocks: readonly SheetBlock[], from: number, to: number): SheetBlock[] {
	const block = blocks[from];
	if (!block || to < 0 || to >= blocks.length) return [...blocks];
	return blocks.toSpliced(from, 1).toSpliced(to, 0, block);
}

const near = ({ blocks }: Sheet, place: number): string => (blocks[place + 1] ?? blocks[place - 1])?.id ?? '';
const withBlocks = (sheet: Sheet, blocks: readonly SheetBlock[]): Sheet => ({ ...sheet, blocks });
