import type { Message } from '#lib/chat/index.ts';
import { type Say, speaker } from '#lib/platform/i18n/say.ts';
import { confirmBefore } from './beforeSending.ts';
import { type Drawn, drawBubble } from './bubble.ts';
import { followFeed } from './feed.ts';
import { type Acknowledged, makeOutbox, type Pending } from './outbox.ts';
import { type Standing, standing } from './standing.ts';
import type { GoOn } from './urgent.ts';

/** What cannot wait, told from a text; comes from search, which the chat does not know. */
export type TellUrgent = (text: string) => 'danger' | 'suicide' | 'violence' | null;

/** Makes the chat page live. Everything it does is also there without it, by forms and links. */
export function startChat(urgentNeed: TellUrgent): void {
	const root = document.querySelector<HTMLElement>('[data-chat]');
	if (root && 'EventSource' in window) live(root, urgentNeed);
	for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
		button.hidden = false;
		button.onclick = () => window.print();
	}
	for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-leave]')) {
		link.onclick = (event) => {
			event.preventDefault();
			leaveNow(link.href);
		};
	}
}

/** P45: nothing stays on the screen, and the back button does not lead here. */
function leaveNow(address: string): void {
	document.body.textContent = '';
	location.replace(address);
}

function live(chat: HTMLElement, urgentNeed: TellUrgent): void {
	const lang = chat.dataset.lang ?? 'ru';
	const say = speaker(JSON.parse(chat.dataset.words ?? '{}'), lang);
	const goOn: GoOn = JSON.parse(chat.dataset.goOn ?? '{}');
	const part = (name: string): HTMLElement | null => chat.querySelector<HTMLElement>(`[data-${name}]`);
	const [log, line, before, typing, connection] = ['log', 'standing-line', 'before', 'typing', 'connection'].map(part);
	const rating = part('rating');
	const form = chat.querySelector<HTMLFormElement>('[data-composer]');
	const field = form?.querySelector('textarea');
	if (!log || !line || !before || !typing || !connection) return;
	const own = new Map<string, HTMLElement>();
	let helperRead = 0;
	let leavesOnPurpose = false;

	const draw = (message: Drawn, state: string): HTMLElement => {
		const bubble = drawBubble(say, lang, message, state);
		log.append(bubble);
		bubble.scrollIntoView({ block: 'nearest' });
		return bubble;
	};
	const setState = (bubble: HTMLElement | undefined, word: string): void => {
		const state = bubble?.querySelector('[data-state]');
		if (state) state.textContent = word;
	};
	const markRead = (): void => {
		for (const bubble of log.querySelectorAll<HTMLElement>('.mine[data-seq]')) {
			if (Number(bubble.dataset.seq) <= helperRead) setState(bubble, say('chat.state.read'));
		}
	};
	const settle = (id: string, seq: number, said: { text: string | null; hidden: readonly string[] }): void => {
		const bubble = own.get(id);
		own.delete(id);
		if (!bubble) return;
		const drawn = drawBubble(
			say,
			lang,
			{ ...mine(said.text), hidden: said.hidden as Message['hidden'] },
			say('chat.state.sent'),
		);
		drawn.dataset.seq = String(seq);
		bubble.replaceWith(drawn);
		markRead();
	};

	const outbox = makeOutbox({
		send: post,
		stored: ({ id }, { seq, text, hidden }) => settle(id, seq, { text, hidden }),
		trying: ({ id }) => setState(own.get(id), say('chat.state.trying')),
		failed: ({ id, text }, reason) => {
			setState(own.get(id), `${say('chat.state.failed')}: ${say(`chat.error.${reason}`)}`);
			own.get(id)?.classList.add('failed');
			own.delete(id);
			if (field && !field.value) field.value = text;
		},
	});

	const step = (message: Message): void => {
		typing.hidden = true;
		if (message.kind === 'redacted') redact(log, say, message);
		if (message.author === 'visitor' && own.has(message.clientId))
			return settle(message.clientId, message.seq, message);
		if (log.querySelector(`[data-seq="${message.seq}"]`)) return;
		draw(message, say('chat.state.sent')).dataset.seq = String(message.seq);
		if (message.author === 'helper') tellNew(say);
		noteRead();
	};
	const feed = followFeed(Number(chat.dataset.last), {
		step,
		state: (now: Standing) => {
			helperRead = now.helperRead;
			line.textContent = standing(say, now);
			// She rates help, so there must have been some.
			if (rating) rating.hidden = !now.ended || now.blocked || now.rated || !log.querySelector('.theirs');
			markRead();
		},
		typing: () => showFor(typing, 3_000),
		// Whoever erases it here is on the way to the page that says so.
		gone: () => {
			if (!leavesOnPurpose) location.reload();
		},
		line: (isUp) => {
			connection.hidden = isUp;
			if (isUp) outbox.tryNow();
		},
	});

	let read = 0;
	const noteRead = (): void => {
		if (document.hidden || feed.cursor <= read) return;
		read = feed.cursor;
		void fetch('/api/chat/read', { method: 'POST', body: JSON.stringify({ seq: read }) }).catch(() => undefined);
	};
	document.addEventListener('visibilitychange', noteRead);
	noteRead();

	let busy = false;
	form?.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = field?.value.trim() ?? '';
		if (!field || !text || busy) return;
		busy = true;
		const agreed = await confirmBefore({ place: before, say, goOn, need: urgentNeed(text) }, text);
		busy = false;
		if (agreed === null) return field.focus();
		field.value = '';
		const id = makeId();
		own.set(id, draw({ ...mine(agreed.text), hidden: agreed.hidden }, say('chat.state.sending')));
		outbox.put({ id, ...agreed });
		field.focus();
	});
	field?.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(hover: hover)').matches) {
			event.preventDefault();
			form?.requestSubmit();
		}
	});
	let typedAt = 0;
	field?.addEventListener('input', () => {
		if (Date.now() - typedAt < 2_500) return;
		typedAt = Date.now();
		void fetch('/api/chat/typing', { method: 'POST' }).catch(() => undefined);
	});
	addEventListener('beforeunload', (event) => {
		if (outbox.size > 0 || field?.value.trim()) event.preventDefault();
	});
	// Who ends or erases leaves on purpose; the other forms come back here, and must not cost her what she has written.
	addEventListener('submit', (event) => {
		if (!(event.target instanceof HTMLFormElement) || !/\?\/(end|erase)$/.test(event.target.action)) return;
		leavesOnPurpose = true;
		if (field) field.value = '';
	});
	for (const fresh of chat.querySelectorAll<HTMLElement>('[data-fresh]')) fresh.hidden = true;
}

async function post({
	id,
	text,
	hidden = [],
	notSecret = false,
}: Pending): Promise<Acknowledged | { refused: string; seconds?: number }> {
	const answer = await fetch('/api/chat/messages', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientId: id, text, alreadyHidden: hidden, notSecret }),
	});
	const body = await answer.json();
	return body.refused === 'malformed' ? { refused: body.fields?.text ?? 'other' } : body;
}

const mine = (text: string | null): Drawn => ({
	...{ author: 'visitor', kind: 'text', text, card: null, hidden: [], signed: null },
	sentAt: new Date().toISOString(),
});

function redact(log: HTMLElement, say: Say, message: Message): void {
	const said = log.querySelector(`[data-seq="${message.aboutSeq}"] .said`);
	if (said) said.textContent = message.text ?? say('chat.gone');
}

function showFor(element: HTMLElement, ms: number): void {
	element.hidden = false;
	setTimeout(() => (element.hidden = true), ms);
}

/** The title says that somebody answered while the page was in the background. */
function tellNew(say: Say): void {
	if (!document.hidden) return;
	const title = document.title.replace(/^\* .*? · /, '');
	document.title = `* ${say('chat.newMessage')} · ${title}`;
	document.addEventListener('visibilitychange', () => (document.title = title), { once: true });
}

function makeId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
