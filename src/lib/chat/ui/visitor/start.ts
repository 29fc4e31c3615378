import type { Message } from '#lib/chat/index.ts';
import { type Say, speaker } from '#lib/platform/i18n/say.ts';
import { startAttaching } from './attach.ts';
import { confirmBefore } from './beforeSending.ts';
import { type Drawn, drawBubble } from './bubble.ts';
import { followFeed } from './feed.ts';
import { type Acknowledged, makeOutbox, type Pending } from './outbox.ts';
import { letShow, putGone } from './sentPicture.ts';
import { clerkSaid, type Standing, standing } from './standing.ts';
import { type Looker, putRedacted, putRendering } from './words.ts';
import type { GoOn } from './urgent.ts';

/** What cannot wait, told from a text; comes from search, which the chat does not know. */
export type TellUrgent = (text: string) => 'danger' | 'suicide' | 'violence' | null;

/** Makes the chat page live. Everything it does is also there without it, by forms and links. */
export function startChat(urgentNeed: TellUrgent): void {
	const root = document.querySelector<HTMLElement>('[data-chat]');
	takeLink();
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

/** The secret of a clerk's link stands behind the mark, where no server and no log sees it: into the field, and away. */
function takeLink(): void {
	const field = document.querySelector<HTMLInputElement>('[data-link]');
	if (!field || location.hash.length < 20) return;
	field.value = location.hash.slice(1);
	history.replaceState(null, '', location.pathname);
}

function live(chat: HTMLElement, urgentNeed: TellUrgent): void {
	const lang = chat.dataset.lang ?? 'ru';
	const { me, reads = lang, signed } = chat.dataset;
	const looker: Looker = { me: me === 'clerk' ? 'clerk' : 'visitor', reads, ...(signed && { signed }) };
	const at = `/api/${looker.me === 'clerk' ? 'clerk' : 'chat'}`;
	const say = speaker(JSON.parse(chat.dataset.words ?? '{}'), lang);
	const goOn: GoOn = JSON.parse(chat.dataset.goOn ?? '{}');
	const part = (name: string): HTMLElement | null => chat.querySelector<HTMLElement>(`[data-${name}]`);
	const [log, line, before, typing, connection] = ['log', 'standing-line', 'before', 'typing', 'connection'].map(part);
	const rating = part('rating');
	const asked = part('asked');
	const clerk = part('clerk');
	const form = chat.querySelector<HTMLFormElement>('[data-composer]');
	const field = form?.querySelector('textarea');
	if (!log || !line || !before || !typing || !connection) return;
	const own = new Map<string, HTMLElement>();
	let helperRead = 0;
	let leavesOnPurpose = false;

	const draw = (message: Drawn, state: string): HTMLElement => {
		const bubble = drawBubble({ say, lang, looker }, message, state);
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
	const settle = (id: string, seq: number, said: Stored): void => {
		const bubble = own.get(id);
		own.delete(id);
		if (!bubble) return;
		const { kind = 'text', text = null, picture = null } = said;
		const stored = { ...mine(looker, text), kind, picture, seq, hidden: said.hidden as Message['hidden'] };
		const drawn = drawBubble({ say, lang, looker }, stored, say('chat.state.sent'));
		drawn.dataset.seq = String(seq);
		bubble.replaceWith(drawn);
		markRead();
	};

	const fail = (id: string, why: string): void => {
		setState(own.get(id), `${say('chat.state.failed')}: ${why}`);
		own.get(id)?.classList.add('failed');
		own.delete(id);
	};

	const outbox = makeOutbox({
		send: (pending) => post(`${at}/messages`, pending),
		stored: ({ id }, { seq, text, hidden }) => settle(id, seq, { text, hidden }),
		trying: ({ id }) => setState(own.get(id), say('chat.state.trying')),
		failed: ({ id, text }, reason) => {
			fail(id, say(`chat.error.${reason}`));
			if (field && !field.value) field.value = text;
		},
	});

	const files = chat.querySelector<HTMLFormElement>('[data-attach]');
	const attaching =
		files &&
		startAttaching(files, say, {
			makeId,
			begin: (id) => own.set(id, draw(mine(looker, say('chat.attach.file')), say('chat.state.sending'))),
			state: (id, word) => setState(own.get(id), word),
			failed: (id, why) => fail(id, why),
		});
	letShow(log, say);

	const step = (message: Message): void => {
		typing.hidden = true;
		if (isPassed(message)) return;
		if (message.kind === 'removed') putGone(log, say, message.aboutSeq ?? 0);
		if (message.kind === 'redacted') putRedacted(log, say, looker, message);
		if (message.kind === 'rendering') return rendered(message);
		if (message.author === looker.me && own.has(message.clientId))
			return settle(message.clientId, message.seq, message);
		if (log.querySelector(`[data-seq="${message.seq}"]`)) return;
		draw(message, say('chat.state.sent')).dataset.seq = String(message.seq);
		if (message.author !== looker.me && message.author !== 'desk') tellNew(say);
		noteRead();
	};
	const rendered = (step: Message): void => {
		putRendering(log, say, looker, step);
		tellNew(say);
		noteRead();
	};
	const feed = followFeed(`${at}/stream`, Number(chat.dataset.last), {
		step,
		state: (now: Standing) => {
			helperRead = now.helperRead;
			line.textContent = standing(say, now);
			// She rates help, so there must have been some.
			if (asked) showAsked(asked, say, now.asks);
			if (rating) rating.hidden = !now.ended || now.blocked || now.rated || !log.querySelector('.theirs');
			if (clerk) showClerk(clerk, say, now.clerk);
			markRead();
		},
		typing: () => showFor(typing, 3_000),
		// Whoever erases it here is on the way to the page that says so.
		gone: () => {
			if (leavesOnPurpose) return;
			if (looker.me === 'clerk') location.replace('?over');
			else location.reload();
		},
		line: (isUp) => {
			connection.hidden = isUp;
			if (!isUp) return;
			outbox.tryNow();
			attaching?.tryNow();
		},
	});

	let read = 0;
	const noteRead = (): void => {
		if (looker.me === 'clerk' || document.hidden || feed.cursor <= read) return;
		read = feed.cursor;
		void fetch('/api/chat/read', { method: 'POST', body: JSON.stringify({ seq: read }) }).catch(() => undefined);
	};
	document.addEventListener('visibilitychange', noteRead);
	noteRead();

	/** What cannot wait is asked of somebody in need, not of who works there. */
	const needOf = (text: string) => (looker.me === 'visitor' ? urgentNeed(text) : null);
	let busy = false;
	form?.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = field?.value.trim() ?? '';
		if (!field || !text || busy) return;
		busy = true;
		const agreed = await confirmBefore({ place: before, say, goOn, need: needOf(text) }, text);
		busy = false;
		if (agreed === null) return field.focus();
		field.value = '';
		const id = makeId();
		own.set(id, draw({ ...mine(looker, agreed.text), hidden: agreed.hidden }, say('chat.state.sending')));
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
		if (looker.me === 'clerk' || Date.now() - typedAt < 2_500) return;
		typedAt = Date.now();
		void fetch('/api/chat/typing', { method: 'POST' }).catch(() => undefined);
	});
	addEventListener('beforeunload', (event) => {
		if (outbox.size > 0 || (attaching?.size ?? 0) > 0 || field?.value.trim()) event.preventDefault();
	});
	// Who ends or erases leaves on purpose; the other forms come back here, and must not cost her what she has written.
	addEventListener('submit', (event) => {
		if (!(event.target instanceof HTMLFormElement) || !/\?\/(end|erase|leave)$/.test(event.target.action)) return;
		leavesOnPurpose = true;
		if (field) field.value = '';
	});
	for (const fresh of chat.querySelectorAll<HTMLElement>('[data-fresh]')) fresh.hidden = true;
}

async function post(
	address: string,
	{ id, text, hidden = [], notSecret = false }: Pending,
): Promise<Acknowledged | { refused: string; seconds?: number }> {
	const answer = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientId: id, text, alreadyHidden: hidden, notSecret }),
	});
	const body = await answer.json();
	return body.refused === 'malformed' ? { refused: body.fields?.text ?? 'other' } : body;
}

/** What is known of a message of hers once it is stored: its text, or, from the stream, all of it. */
type Stored = Pick<Acknowledged, 'hidden'> & Partial<Pick<Message, 'kind' | 'text' | 'picture'>>;

const mine = ({ me, reads }: Looker, text: string | null): Drawn => ({
	...{ seq: 0, author: me, kind: 'text', text, language: reads, card: null, picture: null, hidden: [], signed: null },
	sentAt: new Date().toISOString(),
});

/** A step that is not for these eyes; its number counts all the same. */
const isPassed = ({ kind }: { kind: string }): boolean => kind === 'passed';

/** Who has come, how much is seen, and the way to say no. */
function showClerk(notice: HTMLElement, say: Say, clerk: Standing['clerk']): void {
	notice.hidden = clerk === null;
	const said = notice.querySelector('p');
	if (said && clerk) said.textContent = clerkSaid(say, clerk);
}

/** She may be asked, or asked no more, while the page is open. */
function showAsked(form: HTMLElement, say: Say, to: Standing['asks']): void {
	if (to !== null && form.hidden) tellNew(say);
	form.hidden = to === null;
	const name = form.querySelector('[data-asked-name]');
	if (name) name.textContent = say('chat.consent.title', { name: to?.name ?? '' });
	const field = form.querySelector<HTMLInputElement>('[data-asked-to]');
	if (field) field.value = to?.id ?? '';
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
