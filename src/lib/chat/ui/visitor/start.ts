import { LONGEST_TEXT, type Message } from '#lib/chat/index.ts';
import { speaker } from '#lib/platform/i18n/say.ts';
import { startAttaching } from './attach.ts';
import { confirmBefore } from './beforeSending.ts';
import { makeBubbles } from './bubbles.ts';
import { followFeed } from './feed.ts';
import { showAsked, showClerk, showFor, tellNew } from './notices.ts';
import { makeOutbox } from './outbox.ts';
import { letShow, putGone } from './sentPicture.ts';
import { makeId, post } from './send.ts';
import { type Standing, standing } from './standing.ts';
import { type Looker, putRedacted, putRendering } from './words.ts';
import type { GoOn } from './urgent.ts';
import { startWriting } from './writing.ts';

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
	const bubbles = makeBubbles(log, { say, lang, looker });
	let leavesOnPurpose = false;

	const outbox = makeOutbox({
		send: (pending) => post(`${at}/messages`, pending),
		stored: ({ id }, { seq, text, hidden }) => bubbles.settle(id, seq, { text, hidden }),
		trying: ({ id }) => bubbles.state(id, say('chat.state.trying')),
		failed: ({ id, text }, reason) => {
			bubbles.fail(id, say(`chat.error.${reason}`, { count: LONGEST_TEXT }));
			if (field && !field.value) field.value = text;
		},
	});

	const files = chat.querySelector<HTMLFormElement>('[data-attach]');
	const attaching =
		files &&
		startAttaching(files, say, {
			begin: (id) => bubbles.begin(id, say('chat.attach.file')),
			state: bubbles.state,
			failed: bubbles.fail,
		});
	letShow(log, say);

	const step = (message: Message): void => {
		typing.hidden = true;
		if (isPassed(message)) return;
		if (message.kind === 'removed') putGone(log, say, message.aboutSeq ?? 0);
		if (message.kind === 'redacted') putRedacted(log, say, looker, message);
		if (message.kind === 'rendering') return rendered(message);
		if (message.author === looker.me && bubbles.isOwn(message.clientId))
			return bubbles.settle(message.clientId, message.seq, message);
		if (log.querySelector(`[data-seq="${message.seq}"]`)) return;
		bubbles.put(message);
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
			line.textContent = standing(say, now);
			// She rates help, so there must have been some.
			if (asked) showAsked(asked, say, now.asks);
			if (rating) rating.hidden = !now.ended || now.blocked || now.rated || !log.querySelector('.theirs');
			if (clerk) showClerk(clerk, say, now.clerk);
			bubbles.readUntil(now.helperRead);
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
	if (form && field) {
		startWriting(form, field, {
			confirm: (text) => confirmBefore({ place: before, say, goOn, need: needOf(text) }, text),
			send: (agreed) => {
				const id = makeId();
				bubbles.begin(id, agreed.text, agreed.hidden);
				outbox.put({ id, ...agreed });
			},
			typing: () => {
				if (looker.me === 'clerk') return;
				void fetch('/api/chat/typing', { method: 'POST' }).catch(() => undefined);
			},
		});
	}
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

/** A step that is not for these eyes; its number counts all the same. */
const isPassed = ({ kind }: { kind: string }): boolean => kind === 'passed';
