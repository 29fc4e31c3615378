import { type Kept, lastHolding, peopleIn } from '#lib/design/tally/kept.ts';
import { goLive, type State } from '#lib/design/tally/live.ts';
import { button, type Part, reveal, showStanding, write } from '#lib/design/tally/parts.ts';
import type { Queue } from '#lib/design/tally/queue.ts';
import { type Say, speaker } from '#lib/platform/i18n/say.ts';
import type { HeadCodes, HeadCount } from '../../counting/heads.ts';

type Page = { readonly root: HTMLElement; readonly tally: string; readonly say: Say; readonly part: Part };
type Heads = State<HeadCodes, HeadCount>;

/** Makes the page live on which those who come to a date are counted. Without it there is a form for each. */
export async function startHeads(): Promise<void> {
	const root = document.querySelector<HTMLElement>('[data-heads]');
	const { heads: tally, words, standing, counts, lang = 'ru' } = root?.dataset ?? {};
	if (!root || !tally) return;
	const say = speaker(JSON.parse(words ?? '{}'), lang);
	const part: Part = (name) => root.querySelector<HTMLElement>(`[data-${name}]`);
	const page: Page = { root, tally, say, part };
	const form = root.querySelector<HTMLFormElement>('form[data-tapping]');
	await goLive<HeadCodes, HeadCount>({
		...{ folder: '/staff/events/tally/', name: 'heads', root, tally, undo: part('undo') },
		// The taps of a date are nobody's: whoever brings them may.
		...{ tapping: form && { form, hand: '' }, isClosed: standing === 'closed' || standing === 'over' },
		...{ counts: JSON.parse(counts ?? '[]'), codesOf, choose },
		show: (state, queue, changed) => show(page, state, { queue, changed }),
	});
}

/** Marks stay as they are for the next one, until somebody changes them. */
function codesOf(form: HTMLFormElement, pressed: string): HeadCodes {
	const chosen = new FormData(form);
	return {
		// The form offers the codes that there are; the site looks at them again.
		ageBand: pressed as HeadCodes['ageBand'],
		isFirstTime: chosen.has('isFirstTime'),
		isRemote: chosen.has('isRemote'),
		language: String(chosen.get('language') ?? 'ru') as HeadCodes['language'],
	};
}

function choose(form: HTMLFormElement, last: HeadCodes): void {
	for (const one of form.querySelectorAll<HTMLInputElement>('input[name=language]'))
		one.checked = one.value === last.language;
	for (const name of ['isFirstTime', 'isRemote'] as const) {
		const box = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
		if (box) box.checked = last[name];
	}
}

type By = { readonly queue: Queue<HeadCodes, HeadCount>; readonly changed: () => void };

function show(page: Page, state: Heads, by: By): void {
	const own = state.kept.filter(({ tally }) => tally === page.tally);
	const siteOf = (isOne: (one: HeadCodes) => boolean): number =>
		state.counts.filter(isOne).reduce((all, { people }) => all + people, 0);
	for (const mark of page.root.querySelectorAll<HTMLElement>('[data-people]')) {
		const isOne = ({ ageBand }: HeadCodes): boolean => ageBand === mark.dataset.people;
		const people = siteOf(isOne) + peopleIn(own.filter(isOne));
		mark.textContent = people > 0 ? String(people) : '';
	}
	const all = Math.max(0, siteOf(() => true) + peopleIn(own));
	write(page.part('total'), page.say('tally.people', { count: all }));
	showStanding(page.part, page.say, { ...state, tally: page.tally });
	showLast(page, own);
	showRefused(page, state.kept, by);
}

function showLast({ part, say, tally }: Page, own: readonly Kept<HeadCodes>[]): void {
	const last = lastHolding(own, tally);
	reveal(part, 'last', last !== undefined);
	if (!last) return;
	write(part('last-words'), say(`headcount.age.${last.ageBand}`));
	write(part('last-standing'), say(last.at === 'there' ? 'tally.isSent' : 'tally.isKept'));
}

/** What the site would not take stays in sight until somebody gives it up. */
function showRefused({ part, say }: Page, kept: readonly Kept<HeadCodes>[], { queue, changed }: By): void {
	const refused = kept.filter((one) => one.refused !== null && one.refused !== 'early');
	reveal(part, 'refused', refused.length > 0);
	const lines = refused.map((one) => {
		const line = document.createElement('li');
		line.append(`${say(`headcount.age.${one.ageBand}`)}: ${say(`tally.refused.${one.refused}`)} `);
		line.append(button(say('tally.giveUp'), () => void queue.giveUp(one.id).then(changed)));
		return line;
	});
	part('refused-list')?.replaceChildren(...lines);
}
