import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { keyOf } from '../item/item.ts';
import { listIn } from '../item/about.ts';
import type { PublicItem } from '../item/public.ts';
import { truthOf } from '../item/truth.ts';
import { type ItemLine, lineOfItem, namingOf } from './line.ts';
import { type Told, tellAll } from './told.ts';

/** A video as a list shows it. What nobody has written down is absent. */
export type VideoLine = ItemLine & {
	readonly minutes?: number;
	readonly megabytes?: number;
	/** Languages of the captions. */
	readonly captions: readonly string[];
};

/**
 * `about.file` is a path of our own, `about.url` an address on another site. The captions of a file of ours stand
 * beside it: `lesson.mp4` has `lesson.ru.vtt`.
 */
export type VideoPage = Omit<VideoLine, keyof ItemLine> & {
	readonly naming: ReturnType<typeof namingOf>;
	readonly file?: string;
	readonly tracks: readonly { readonly lang: string; readonly file: string }[];
	readonly url?: string;
	readonly told: readonly Told[];
	readonly truth: ReturnType<typeof truthOf>;
};

export function videoLines({ itemsByKind }: Catalogue, lang: string): VideoLine[] {
	return itemsByKind.video.map((video) => ({ ...lineOfItem(video, lang), ...measuresOf(video) }));
}

export function videoPage(catalogue: Catalogue, id: string, lang: string): VideoPage | undefined {
	const item = catalogue.itemByKey.get(keyOf('video', id));
	if (!item) return undefined;
	const file = ownFile(item.about.file);
	const measures = measuresOf(item);
	return {
		...{ naming: namingOf(item, lang), ...measures, file },
		tracks: file ? measures.captions.map((code) => ({ lang: code, file: file.replace(/\.\w+$/, `.${code}.vtt`) })) : [],
		url: typeof item.about.url === 'string' ? item.about.url : undefined,
		told: tellAll(item, lang).filter(({ kind }) => kind !== 'title'),
		truth: truthOf(item, lang, today(), catalogue.itemsByKind.change),
	};
}

function measuresOf({ about }: PublicItem): Pick<VideoLine, 'minutes' | 'megabytes' | 'captions'> {
	const { seconds, megabytes } = about;
	return {
		...(typeof seconds === 'number' && { minutes: Math.max(1, Math.round(seconds / 60)) }),
		...(typeof megabytes === 'number' && { megabytes: Math.max(1, Math.round(megabytes)) }),
		captions: listIn(about, 'captions').filter((code) => /^[a-z]{2,3}$/.test(code)),
	};
}

/** Only a plain path of this site: `//host` would lead elsewhere. */
function ownFile(file: unknown): string | undefined {
	return typeof file === 'string' && /^(\/[\w-]+)+\.(mp4|webm)$/.test(file) ? file : undefined;
}
