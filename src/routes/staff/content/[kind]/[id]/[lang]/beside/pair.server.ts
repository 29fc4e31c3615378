import { error } from '@sveltejs/kit';
import { blocksOfBoth, type Revision, sheetOf, texts } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';

/** Two revisions of one text and the one they both come from. */
export async function pairOf(params: { kind: string; id: string; lang: string }, mineId: string, theirsId: string) {
	const key = `${params.kind}/${params.id}`;
	const revision = async (id: string) => {
		const found = /^\d{1,18}$/.test(id) ? await texts(ground().db).revision(id) : null;
		return found?.item === key && found.lang === params.lang ? found : error(404);
	};
	const [mine, theirs] = [await revision(mineId), await revision(theirsId)];
	const base = mine.parent ? await texts(ground().db).revision(mine.parent) : null;
	const sheet = (text: Parameters<typeof sheetOf>[0]) => sheetOf(text, params.kind);
	const pair = { base: sheet(base?.content ?? null), mine: sheet(mine.content), theirs: sheet(theirs.content) };
	const own = blocksOfBoth(pair);
	const blocks = own.length > 0 ? own : await blocksOfSource(mine);
	return { mine, theirs, pair, blocks: blocks.map(({ id, kind }) => ({ id, kind })) };
}

/** A translation has no kinds and no order of its own. */
async function blocksOfSource({ item, source }: Revision) {
	const { db } = ground();
	const text = (await texts(db).public(item, source)) ?? (await texts(db).head(item, source));
	const blocks = text?.content.blocks;
	return Array.isArray(blocks) ? blocks : [];
}
