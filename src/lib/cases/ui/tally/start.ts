import { goLive } from '#lib/design/tally/live.ts';
import { choiceOf, choiceSaid, choose } from './choice.ts';
import { type Page, readPage } from './page.ts';
import { showRefused } from './refused.ts';
import { show } from './show.ts';

/** Makes the page of a counselling day live. What it does is also there without it, one form for each person. */
export async function startTally(): Promise<void> {
	const page = readPage();
	if (!page) return;
	const { root, tally, tapping, isClosed, counts } = page;
	followChoice(page);
	await goLive({
		...{ folder: '/staff/tally/', name: 'tally', root, tally, tapping, isClosed, counts },
		...{ undo: page.part('undo'), codesOf: choiceOf, choose: chooseAndTell },
		show(state, queue, changed) {
			show(page, state);
			showRefused(page, state.kept, queue, changed);
		},
	});
}

const chooseAndTell: typeof choose = (form, last) => {
	choose(form, last);
	form.dispatchEvent(new Event('change'));
};

function followChoice({ tapping, part }: Page): void {
	const form = tapping?.form;
	if (!form) return;
	const tell = (): void => {
		const line = part('choice');
		if (line) line.textContent = choiceSaid(form);
	};
	form.addEventListener('change', tell);
	tell();
}
