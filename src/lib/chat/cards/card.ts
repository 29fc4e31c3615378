/** What a helper sends from the site: the card of a service, a guide, or one step of it, as it was when it was sent. */
export type SentCard = {
	readonly kind: 'service' | 'guide' | 'step';
	readonly title: string;
	/** A step with its number, or what the guide or service is about. */
	readonly text: string;
	readonly number?: number;
	/** The control as the Finnish screen shows it, how it is read and what it means. */
	readonly control?: { readonly fi: string; readonly reading: string; readonly meaning: string };
	/** A path of ours. */
	readonly href: string;
};

/** By which the console names one. */
export type CardRef = { readonly kind: SentCard['kind']; readonly id: string; readonly step?: string };

/** As it is kept beneath the seal. */
export const packCard = (card: SentCard): string => JSON.stringify(card);

/** Null for what is no card; only what we packed ourselves stands beneath the seal. */
export function unpackCard(packed: string): SentCard | null {
	const card: unknown = JSON.parse(packed);
	return isCard(card) ? card : null;
}

/** Where there are only letters: in the saved conversation, or before a screen that knows no cards. */
export function cardInWords({ title, text, control, href }: SentCard, origin = ''): string {
	const key = control ? [control.fi, control.reading, control.meaning].filter(Boolean).join(' · ') : '';
	return [title, text, key, origin + href].filter(Boolean).join('\n');
}

function isCard(value: unknown): value is SentCard {
	return typeof value === 'object' && value !== null && 'href' in value && 'title' in value;
}
