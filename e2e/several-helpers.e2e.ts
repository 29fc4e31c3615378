import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { answer, answerField, ask, claim, codeOf, comeBack, helper, said, unique, visitor } from './support/people.ts';
import { screenOf } from './support/screens.ts';
import { say } from './support/words.ts';

test('an adviser who answers beside a volunteer is asked first when the volunteer has answered meanwhile', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { lang: 'ru' });
	const [volunteer, adviser] = [await helper(browser, 'volunteer'), await helper(browser, 'adviser')];
	const about = await ask(her, 'tulorekisteri', unique('Не открывается '));
	await claim(volunteer, about);

	await openOf(adviser, 'others', about);
	await adviser.getByRole('button', { name: say('ru', 'desk.talk.join') }).click();
	const [first, second] = [unique('Первый ответ '), unique('Второй ответ ')];
	await answerField(adviser).pressSequentially(second);
	await answer(volunteer, first);
	await expect(said(adviser).filter({ hasText: first })).toBeVisible();
	await answerField(adviser).press('Enter');

	const bubble = said(adviser).filter({ hasText: second });
	await expect(bubble.getByRole('button', { name: say('ru', 'desk.compose.anyway') })).toBeVisible();
	await screenOf(adviser, info, 'desk-answered-meanwhile');
	await expect(said(her).filter({ hasText: second })).toHaveCount(0);
	await bubble.getByRole('button', { name: say('ru', 'desk.compose.anyway') }).click();
	await expect(said(her).filter({ hasText: second })).toBeVisible();
	await expect(said(her).filter({ hasText: second })).toHaveCount(1);
});

async function openOf(desk: Page, part: 'mine' | 'others', about: string): Promise<void> {
	await desk.locator(`section[aria-labelledby="${part}"] button[data-row]`).filter({ hasText: about }).last().click();
}

test('a conversation is handed over with a note: declined once, then accepted; the visitor reads who goes on', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { lang: 'fi' });
	const [volunteer, adviser] = [
		await helper(browser, 'volunteer', { lang: 'fi' }),
		await helper(browser, 'adviser', { lang: 'fi' }),
	];
	const about = await ask(her, 'ulosotto', unique('En löydä hakemusta '), 'fi');
	await claim(volunteer, about, 'fi');
	const note = unique('Hän lukee vain isoa tekstiä ');
	const [offers, before] = [adviser.locator('section[aria-labelledby="offers"]'), await said(her).count()];

	await offerToAdviser(volunteer, note);
	await expect(offers.filter({ hasText: note })).toBeVisible();
	await screenOf(adviser, info, 'desk-offered');
	await screenOf(volunteer, info, 'desk-offering');
	await adviser.getByRole('button', { name: say('fi', 'desk.offers.decline') }).click();
	await expect(volunteer.getByText(/ei voi ottaa keskustelua nyt/)).toBeVisible();
	await expect(said(her)).toHaveCount(before);

	await offerToAdviser(volunteer, note);
	await offers.getByRole('button', { name: say('fi', 'desk.offers.accept') }).click();
	await expect(answerField(adviser)).toBeVisible();
	await expect(adviser.locator('section[aria-labelledby="notes"]').getByText(note).last()).toBeVisible();
	await expect(answerField(volunteer)).toHaveCount(0);
	await expect(her.getByText(/Sinulle vastaa nyt toinen auttaja/)).toBeVisible();
	await expect(her.getByText(note)).toHaveCount(0);
	await answer(adviser, unique('Hei, minä jatkan '));
	await screenOf(her, info, 'chat-handed-over-fi');
});

test('a note and a doubt are for colleagues alone; the doubt is answered by a note', async ({ browser }, info) => {
	const her = await visitor(browser, { lang: 'ru' });
	const [volunteer, adviser] = [await helper(browser, 'volunteer'), await helper(browser, 'adviser')];
	const about = await ask(her, 'velkaneuvonta', unique('Пришло сообщение '));
	await claim(volunteer, about);
	const [note, doubt, advice] = [unique('Торопится '), unique('Можно ли так? '), unique('Да, можно ')];
	const notes = (desk: Page) => desk.locator('section[aria-labelledby="notes"]');

	await notes(volunteer).getByRole('textbox').fill(note);
	await notes(volunteer)
		.getByRole('button', { name: say('ru', 'desk.notes.write') })
		.click();
	await expect(notes(volunteer).getByText(note)).toBeVisible();
	await notes(volunteer).getByRole('textbox').fill(doubt);
	await notes(volunteer)
		.getByRole('button', { name: say('ru', 'desk.notes.unsure') })
		.click();

	await adviser.locator('section[aria-labelledby="doubts"] button').filter({ hasText: about }).last().click();
	await expect(notes(adviser).getByText(doubt)).toBeVisible();
	await notes(adviser).getByRole('textbox').fill(advice);
	await notes(adviser)
		.getByRole('button', { name: say('ru', 'desk.notes.answer') })
		.click();
	await expect(notes(volunteer).getByText(advice)).toBeVisible();
	await screenOf(volunteer, info, 'desk-notes-ru');

	await her.reload();
	for (const word of [note, doubt, advice]) await expect(her.getByText(word)).toHaveCount(0);
	const saved = await her.request.get('/ru/chat/save');
	expect(await saved.text()).not.toContain(note);
});

test('what a helper has begun survives another conversation and a reload, and is gone once it is sent', async ({
	browser,
}) => {
	const [first, second] = [await visitor(browser), await visitor(browser)];
	const desk = await helper(browser, 'adviser');
	const [one, two] = [
		await ask(first, 'tyoelake', unique('Первый вопрос ')),
		await ask(second, 'traficom-oma-asiointi', unique('Второй вопрос ')),
	];
	await claim(desk, one);
	const begun = unique('Начатый ответ ');
	await answerField(desk).pressSequentially(begun);
	await claim(desk, two);
	await expect(answerField(desk)).toHaveValue('');
	await openOf(desk, 'mine', one);
	await expect(answerField(desk)).toHaveValue(begun);

	const kept = desk.waitForResponse((response) => response.url().endsWith('/draft'));
	await answerField(desk).press('End');
	await answerField(desk).pressSequentially('.');
	await kept;
	await desk.reload();
	await openOf(desk, 'mine', one);
	await expect(answerField(desk)).toHaveValue(`${begun}.`);
	const emptied = desk.waitForResponse((response) => response.url().endsWith('/draft'));
	await answerField(desk).press('Enter');
	await expect(said(first).filter({ hasText: begun })).toBeVisible();
	await emptied;
	await desk.reload();
	await openOf(desk, 'mine', one);
	await expect(answerField(desk)).toHaveValue('');
});

async function offerToAdviser(desk: Page, note: string): Promise<void> {
	await desk.getByRole('button', { name: say('fi', 'desk.handover.open') }).click();
	const option = desk.locator('#to option').filter({ hasText: /Olga|Ольга/ });
	await desk.locator('#to').selectOption((await option.first().getAttribute('value')) ?? '');
	await desk.getByLabel(say('fi', 'desk.handover.note')).fill(note);
	await desk.getByRole('button', { name: say('fi', 'desk.handover.offer'), exact: true }).click();
}

test('a step of a guide goes as a card in the visitor’s language, with the Finnish control and a link to its place', async ({
	browser,
}, info) => {
	const her = await visitor(browser, { lang: 'ru' });
	const without = await visitor(browser, { lang: 'ru', script: false });
	const desk = await helper(browser, 'adviser', { lang: 'fi' });
	const about = await ask(her, 'mobiilivarmenne', unique('Не могу войти '));
	const code = await codeOf(her);
	await claim(desk, await nameIn(desk, 'fi', 'mobiilivarmenne'), 'fi');
	expect(about).not.toBe('');
	await answerField(desk).fill('');
	await answerField(desk).press('/');
	await desk.locator('#pick').fill('jätä kysymys');
	await screenOf(desk, info, 'desk-picker-fi');
	await desk.locator('[data-choice]').filter({ hasText: /, 1:/ }).first().click();
	await expect(desk.getByText(/Vastauksen mukana/)).toBeVisible();
	await answerField(desk).press('Enter');

	const card = her.locator('.sent-card');
	await expect(card).toBeVisible();
	await expect(card.getByText('Как оставить вопрос и вернуться с кодом')).toBeVisible();
	const href = (await card.getByRole('link').getAttribute('href')) ?? '';
	expect(href).toMatch(/^\/ru\/guides\/ask-and-come-back#/);
	await screenOf(her, info, 'chat-card-ru');
	await screenOf(desk, info, 'desk-card-fi');
	await comeBack(without, code);
	await expect(without.locator('.sent-card').getByRole('link')).toHaveAttribute('href', href);
	await without.goto(href);
	await expect(without.locator(`[id="${href.split('#')[1]}"]`)).toBeVisible();
	expect(await (await her.request.get('/ru/chat/save')).text()).toContain(href);
});

async function nameIn(page: Page, lang: 'fi', service: string): Promise<string> {
	const answer = await page.request.get(`/${lang}/services/${service}`);
	return ((await answer.text()).match(/<h1[^>]*>([^<]+)/)?.[1] ?? '').trim();
}
