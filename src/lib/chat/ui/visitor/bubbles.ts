import type { Message } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { type Drawn, drawBubble } from './bubble.ts';
import type { Acknowledged } from './outbox.ts';
import type { Looker } from './words.ts';

type Shown = { readonly say: Say; readonly lang: string; readonly looker: Looker };
/** What is known of a message of hers once it is stored: its text, or, from the stream, all of it. */
type Stored = Pick<Acknowledged, 'hidden'> & Partial<Pick<Message, 'kind' | 'text' | 'picture'>>;

/** The bubbles of the page. Those on their way are known by their id until they are stored. */
export function makeBubbles(log: HTMLElement, shown: Shown) {
	const { say, looker } = shown;
	const own = new Map<string, HTMLElement>();
	let helperRead = 0;
	const draw = (message: Drawn, state: string): HTMLElement => {
		const bubble = drawBubble(shown, message, state);
		log.append(bubble);
		bubble.scrollIntoView({ block: 'nearest' });
		return bubble;
	};
	/** By its number, as on every other screen, also when somebody else was faster than hers on its way. */
	const place = (bubble: HTMLElement, seq: number): void => {
		const stored = [...log.querySelectorAll<HTMLElement>(':scope > [data-seq]')];
		bubble.dataset.seq = String(seq);
		const [earlier] = stored.filter((other) => Number(other.dataset.seq) < seq).reverse();
		const later = stored.find((other) => Number(other.dataset.seq) > seq);
		if (earlier && follows(earlier, bubble)) earlier.after(bubble);
		else if (later && follows(bubble, later)) later.before(bubble);
	};
	const markRead = (): void => {
		for (const bubble of log.querySelectorAll<HTMLElement>('.mine[data-seq]')) {
			if (Number(bubble.dataset.seq) <= helperRead) setState(bubble, say('chat.state.read'));
		}
	};
	return {
		put(message: Message): void {
			place(draw(message, say('chat.state.sent')), message.seq);
		},
		begin(id: string, text: string, hidden: Message['hidden'] = []): void {
			own.set(id, draw({ ...mine(looker, text), hidden }, say('chat.state.sending')));
		},
		isOwn: (id: string): boolean => own.has(id),
		state: (id: string, word: string): void => setState(own.get(id), word),
		settle(id: string, seq: number, said: Stored): void {
			const bubble = own.get(id);
			own.delete(id);
			if (!bubble) return;
			const { kind = 'text', text = null, picture = null } = said;
			const stored = { ...mine(looker, text), kind, picture, seq, hidden: said.hidden as Message['hidden'] };
			const drawn = drawBubble(shown, stored, say('chat.state.sent'));
			bubble.replaceWith(drawn);
			place(drawn, seq);
			markRead();
		},
		fail(id: string, why: string): void {
			setState(own.get(id), `${say('chat.state.failed')}: ${why}`);
			own.get(id)?.classList.add('failed');
			own.delete(id);
		},
		readUntil(seq: number): void {
			helperRead = seq;
			markRead();
		},
	};
}

const follows = (one: Element, other: Element): boolean =>
	Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING);

function setState(bubble: HTMLElement | undefined, word: string): void {
	const state = bubble?.querySelector('[data-state]');
	if (state) state.textContent = word;
}

const mine = ({ me, reads }: Looker, text: string | null): Drawn => ({
	...{ seq: 0, author: me, kind: 'text', text, language: reads, card: null, picture: null, hidden: [], signed: null },
	sentAt: new Date().toISOString(),
});
