import { differences } from '#lib/content/index.server.ts';
import { commonOf } from '../../../../door.server.ts';
import { whoMay } from '../../../../../whoMay.server.ts';
import type { PageServerLoad } from './$types';
import { pairOf } from './pair.server.ts';

export const load: PageServerLoad = async (event) => {
	whoMay(event, 'writeContent');
	const asked = (name: string): string => event.url.searchParams.get(name) ?? '';
	const { mine, theirs, pair, blocks } = await pairOf(event.params, asked('mine'), asked('theirs'));
	return {
		...commonOf(event.locals),
		item: { key: mine.item, lang: mine.lang },
		mine: { id: mine.id, author: mine.author ?? '', madeAt: mine.madeAt },
		theirs: { id: theirs.id, author: theirs.author ?? '', madeAt: theirs.madeAt },
		blocks,
		differences: differences(pair),
	};
};
